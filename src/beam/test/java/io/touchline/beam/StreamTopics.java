package io.touchline.beam;

import io.touchline.beam.L3Requests.Request;
import io.touchline.topic.Answer;
import io.touchline.topic.L3Record;
import io.touchline.topic.Question;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** A broker with the topics of a stream: what a test sends, and what a job gave. */
final class StreamTopics implements AutoCloseable {

    private static final int PARTITIONS = 3;
    private static final long ASKER = -7;

    private final KafkaBroker broker;
    private final KafkaProducer<String, byte[]> producer;
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();
    private final TopicReader l1;
    private final L1Follower follower = new L1Follower();
    private long asked;

    private StreamTopics(KafkaBroker broker) {
        this.broker = broker;
        producer = broker.producer();
        l1 = new TopicReader(broker.servers(), "l1");
    }

    static StreamTopics start(Path folder) throws Exception {
        KafkaBroker broker = KafkaBroker.start(Files.createDirectory(folder));
        broker.createTopics(PARTITIONS, "l3", "l1", "answers", "dropped");
        return new StreamTopics(broker);
    }

    /** The options of a job between these topics. */
    List<String> options() {
        String kafka = "kafka:" + broker.servers();
        return List.of(
                "--input=" + kafka + "/l3", "--output=" + kafka + "/l1", "--answers=answers", "--dropped=dropped");
    }

    /** Sends any value. */
    void send(@Nullable String symbol, byte @Nullable [] value) {
        sent.add(producer.send(new ProducerRecord<>("l3", symbol, value)));
    }

    /** Sends a request as a gateway does; answers the number of its question. */
    long sendRecord(Request request) {
        send(request.symbol(), L3Record.messages(new Question(ASKER, ++asked), request.live()));
        return asked;
    }

    /** Sends a request as a file. */
    void sendText(Request request) {
        send(request.symbol(), request.text());
    }

    long forget(String symbol) {
        send(symbol, L3Record.forget(new Question(ASKER, ++asked), symbol));
        return asked;
    }

    long askState(String symbol) {
        send(symbol, L3Record.state(new Question(ASKER, ++asked)));
        return asked;
    }

    long askDepth(String symbol, int levels) {
        send(symbol, L3Record.depth(new Question(ASKER, ++asked), levels));
        return asked;
    }

    /** Reads level 1 until so many values were taken in all. */
    void follow(RunningJob job, long values) throws Exception {
        for (Future<RecordMetadata> each : sent) {
            each.get();
        }
        sent.clear();
        Await.until(values + " values of level 1", job, () -> {
            l1.poll().forEach(each -> follower.read(each.value()));
            return follower.taken() >= values;
        });
    }

    L1Follower follower() {
        return follower;
    }

    /** Reads the answers until each question has one; by the numbers of the questions. */
    Map<Long, Answer> answers(RunningJob job) throws Exception {
        Map<Long, Answer> answers = new HashMap<>();
        try (TopicReader reader = new TopicReader(broker.servers(), "answers")) {
            Await.until(asked + " answers", job, () -> {
                for (ConsumerRecord<String, byte[]> each : reader.poll()) {
                    var answer = Answer.read(each.key(), each.value());
                    answers.put(answer.question().number(), answer);
                }
                return answers.size() == asked;
            });
        }
        return answers;
    }

    /** Reads so many lines of what was dropped. */
    List<String> dropped(RunningJob job, int lines) throws Exception {
        List<String> dropped = new ArrayList<>();
        try (TopicReader reader = new TopicReader(broker.servers(), "dropped")) {
            Await.until(lines + " dropped", job, () -> {
                reader.poll().forEach(each -> dropped.add(new String(each.value(), StandardCharsets.UTF_8)));
                return dropped.size() >= lines;
            });
        }
        return dropped;
    }

    @Override
    public void close() {
        l1.close();
        producer.close();
        broker.close();
    }
}
