package io.touchline.gateway;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics as the brokers have them: makes those that are missing, and looks whether the others will do. Any thread. */
final class Topics {

    /** How much larger a record of the topic is than the request in it. */
    static final int OVERHEAD = 1 << 10;

    private static final int USUAL_BYTES = 1 << 20;

    private final Admin admin;
    private final GatewaySettings.TopicSettings names;

    Topics(Admin admin, GatewaySettings.TopicSettings names) {
        this.admin = admin;
        this.names = names;
    }

    /**
     * Makes the topics that are missing.
     *
     * @param requestBytes the largest request that they should take
     */
    void makeMissing(int requestBytes) throws InterruptedException {
        Set<String> there = get(admin.listTopics().names());
        String largest = String.valueOf(Math.max(USUAL_BYTES, requestBytes + OVERHEAD));
        List<NewTopic> missing = new ArrayList<>();
        for (String name : List.of(names.l3(), names.l1(), names.answers())) {
            if (!there.contains(name)) {
                missing.add(new NewTopic(name, names.partitions(), names.replication())
                        .configs(Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, largest)));
            }
        }
        for (KafkaFuture<Void> made : admin.createTopics(missing).values().values()) {
            await(made);
        }
    }

    /** Waits for a topic to be made, be it by another gateway. */
    private static void await(KafkaFuture<Void> made) throws InterruptedException {
        try {
            made.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new TopicsUnavailableException(e.getCause());
            }
        }
    }

    /**
     * The largest request that the level 3 topic takes.
     *
     * @throws TopicsUnavailableException when that topic is compacted, since its offsets would have holes
     */
    int largestRequest() throws InterruptedException {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, names.l3());
        Config config = of(get(admin.describeConfigs(List.of(topic)).all()), topic);
        if (value(config, TopicConfig.CLEANUP_POLICY_CONFIG).contains(TopicConfig.CLEANUP_POLICY_COMPACT)) {
            throw new TopicsUnavailableException("topic " + names.l3()
                    + ": expected cleanup.policy=delete, since offsets have no holes then, found compact");
        }
        return Integer.parseInt(value(config, TopicConfig.MAX_MESSAGE_BYTES_CONFIG)) - OVERHEAD;
    }

    private static String value(Config config, String name) {
        return config.get(name).value();
    }

    /** What a topic's partitions hold now. */
    Map<TopicPartition, Offsets> offsets(String topic) throws InterruptedException {
        List<TopicPartition> partitions =
                of(get(admin.describeTopics(List.of(topic)).allTopicNames()), topic).partitions().stream()
                        .map(each -> new TopicPartition(topic, each.partition()))
                        .toList();
        Map<TopicPartition, ListOffsetsResultInfo> first = offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, ListOffsetsResultInfo> end = offsets(partitions, OffsetSpec.latest());
        Map<TopicPartition, Offsets> both = new HashMap<>();
        partitions.forEach(each -> both.put(
                each, new Offsets(of(first, each).offset(), of(end, each).offset())));
        return both;
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(Collection<TopicPartition> partitions, OffsetSpec spec)
            throws InterruptedException {
        return get(admin.listOffsets(partitions.stream().collect(Collectors.toMap(Function.identity(), each -> spec)))
                .all());
    }

    /** What was answered of something that was asked about. */
    private static <K, V> V of(Map<K, V> answers, K asked) {
        return Objects.requireNonNull(answers.get(asked));
    }

    private static <T> T get(KafkaFuture<T> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new TopicsUnavailableException(e.getCause());
        }
    }

    /**
     * Which records a partition has.
     *
     * @param first the offset of the first
     * @param end the offset behind the last
     */
    record Offsets(long first, long end) {

        boolean isEmpty() {
            return first == end;
        }
    }
}
