package io.touchline.gateway;

import io.touchline.gateway.Topics.Offsets;
import io.touchline.live.FollowedBooks;
import io.touchline.live.Health;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.support.ProducerListener;
import org.springframework.kafka.support.TopicPartitionOffset;

/** The clients of one gateway, from their start to their end. Opened and closed by one thread, used by any. */
final class GatewayClients {

    private static final int RECORD_OVERHEAD = 2 * Topics.OVERHEAD;
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(5);

    private final Admin admin;
    private final Health health;
    private final BrokerProbe probe;
    private final int largestRequest;
    private final ConsumerFactory<byte[], byte[]> consumers;
    private final DefaultKafkaProducerFactory<byte[], byte[]> producers;
    private final Questions questions;
    private final L1Follower follower;
    private final KafkaMessageListenerContainer<byte[], byte[]> answers;
    private final KafkaMessageListenerContainer<byte[], byte[]> quotes;

    private GatewayClients(GatewaySettings settings, Admin admin, FollowedBooks books, Health health)
            throws InterruptedException {
        this.admin = admin;
        this.health = health;
        GatewaySettings.TopicSettings names = settings.topics();
        Topics topics = new Topics(admin, names);
        int requestBytes = settings.live().queue().requestBytes();
        topics.makeMissing(requestBytes);
        largestRequest = Math.min(requestBytes, topics.largestRequest());
        consumers = Clients.consumers(settings);
        producers = Clients.producer(settings, largestRequest + RECORD_OVERHEAD);
        KafkaTemplate<byte[], byte[]> template = new KafkaTemplate<>(producers);
        template.setProducerListener(new ProducerListener<>() {});
        questions = new Questions(settings, template, health);
        Map<TopicPartition, Offsets> replayed = topics.offsets(names.l1());
        follower = new L1Follower(books, health, replayed);
        answers = container("answers", questions, topics.offsets(names.answers()), Offsets::end);
        quotes = container("quotes", follower, replayed, Offsets::first);
        probe = new BrokerProbe(admin, health);
    }

    /** Opens all, once the brokers answer, and reads the level 1 topic to its end. */
    static GatewayClients open(GatewaySettings settings, FollowedBooks books, Health health)
            throws InterruptedException {
        Admin admin = Clients.admin(settings);
        try {
            GatewayClients clients = new GatewayClients(settings, admin, books, health);
            clients.start(settings);
            return clients;
        } catch (Throwable e) {
            admin.close(Duration.ZERO);
            throw e;
        }
    }

    private void start(GatewaySettings settings) throws InterruptedException {
        try {
            answers.start();
            quotes.start();
            follower.awaitReplay(settings.startTimeout());
            producers.createProducer().partitionsFor(settings.topics().l3());
            probe.start();
        } catch (Throwable e) {
            close();
            throw e;
        }
    }

    private KafkaMessageListenerContainer<byte[], byte[]> container(
            String name,
            BatchMessageListener<byte[], byte[]> listener,
            Map<TopicPartition, Offsets> partitions,
            ToLongFunction<Offsets> from) {
        TopicPartitionOffset[] all = partitions.entrySet().stream()
                .map(each -> new TopicPartitionOffset(
                        each.getKey().topic(), each.getKey().partition(), from.applyAsLong(each.getValue())))
                .toArray(TopicPartitionOffset[]::new);
        ContainerProperties properties = new ContainerProperties(all);
        properties.setMessageListener(listener);
        properties.setAckMode(AckMode.MANUAL);
        properties.setShutdownTimeout(CLOSE_WAIT.toMillis());
        KafkaMessageListenerContainer<byte[], byte[]> container =
                new KafkaMessageListenerContainer<>(consumers, properties);
        container.setBeanName("touchline-" + name);
        return container;
    }

    Health health() {
        return health;
    }

    Questions questions() {
        return questions;
    }

    L1Follower follower() {
        return follower;
    }

    /** How many bytes a request may have. */
    int largestRequest() {
        return largestRequest;
    }

    /** A reader of what is there already, closed by whoever asked for it. */
    Consumer<byte[], byte[]> consumer() {
        Properties atOnce = new Properties();
        atOnce.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "1");
        return consumers.createConsumer(null, null, null, atOnce);
    }

    /** Waits for the answers to what was asked, and ends all. */
    void close() throws InterruptedException {
        questions.close();
        probe.stop();
        quotes.stop();
        answers.stop();
        producers.setPhysicalCloseTimeout((int) CLOSE_WAIT.toSeconds());
        producers.destroy();
        admin.close(CLOSE_WAIT);
    }
}
