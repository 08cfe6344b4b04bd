package io.touchline.beam;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.beam.L3Requests.Request;
import io.touchline.topic.L3Record;
import io.touchline.topic.Question;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker whose level 3 topic is full before a job reads it, and the time that the job takes. One thread. */
final class FullTopic implements AutoCloseable {

    private static final int PARTITIONS = 8;
    private static final Question QUESTION = new Question(1, 1);

    /** In which nothing waits for long between two steps of a job. */
    private final Path conf;

    private final KafkaBroker broker;
    private final KafkaProducer<String, byte[]> producer;
    private final TopicReader l1;
    private final long messages;
    private long quotes;

    private FullTopic(Path conf, KafkaBroker broker, long messages) {
        this.conf = conf;
        this.broker = broker;
        this.messages = messages;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.servers(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
        l1 = new TopicReader(broker.servers(), "l1");
    }

    /** Starts a broker, and sends it requests as a gateway does. */
    static FullTopic fill(Path folder, List<Request> requests) throws Exception {
        Files.createDirectory(folder);
        Files.writeString(folder.resolve("flink-conf.yaml"), "execution.buffer-timeout.interval: 2 ms\n");
        KafkaBroker broker = KafkaBroker.start(Files.createDirectory(folder.resolve("broker")));
        broker.createTopics(PARTITIONS, "l3", "l1", "answers");
        FullTopic topic = new FullTopic(folder, broker, messages(requests));
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (Request request : requests) {
            sent.add(topic.send(request));
            topic.quotes += packets(request);
        }
        for (Future<RecordMetadata> each : sent) {
            each.get();
        }
        return topic;
    }

    /** How many messages the requests have. */
    static long messages(List<Request> requests) {
        return requests.stream().mapToLong(request -> request.lines().size()).sum();
    }

    private static long packets(Request request) {
        return request.lines().stream().map(FullTopic::seqNum).distinct().count();
    }

    /** The third cell, behind symbol and time. */
    private static String seqNum(String row) {
        return row.split(",", 4)[2];
    }

    private Future<RecordMetadata> send(Request request) {
        byte[] value = L3Record.messages(QUESTION, request.live());
        return producer.send(new ProducerRecord<>("l3", request.symbol(), value));
    }

    /** The options of a job that reads it. */
    List<String> options() {
        String kafka = "kafka:" + broker.servers();
        return List.of(
                "--input=" + kafka + "/l3",
                "--output=" + kafka + "/l1",
                "--answers=answers",
                "--flinkConfDir=" + conf,
                "--checkpointingInterval=10000");
    }

    /**
     * Tells how fast the job is from its first quote to its last, by the times that these have in the topic, and then how long one message takes.
     *
     * @param alive whether the job may still give some
     */
    void measure(String what, BooleanSupplier alive) throws Exception {
        LongSummaryStatistics millis = new LongSummaryStatistics();
        while (millis.getCount() < quotes) {
            hear(alive).forEach(each -> millis.accept(each.timestamp()));
        }
        Figures.rate(what, messages, (millis.getMax() - millis.getMin()) * 1_000_000);
        Figures.latency(what, request -> {
            send(request).get();
            hear(alive);
        });
    }

    /** Waits for some quotes. */
    private List<ConsumerRecord<String, byte[]>> hear(BooleanSupplier alive) {
        List<ConsumerRecord<String, byte[]>> heard = l1.poll();
        while (heard.isEmpty()) {
            assertThat(alive.getAsBoolean()).as("the job has ended").isTrue();
            heard = l1.poll();
        }
        return heard;
    }

    @Override
    public void close() {
        l1.close();
        producer.close();
        broker.close();
    }
}
