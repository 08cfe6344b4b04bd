package io.touchline.gateway;

import io.touchline.book.Outcome;
import io.touchline.feed.Message;
import io.touchline.feed.Quote;
import io.touchline.live.FeedLimits;
import io.touchline.live.LiveBook;
import io.touchline.live.LiveSettings;
import io.touchline.topic.Answer;
import io.touchline.topic.L1RecordWriter;
import io.touchline.topic.L3Record;
import io.touchline.topic.L3RecordReader;
import io.touchline.topic.Question;
import io.touchline.topic.Reply;
import io.touchline.topic.TopicBook;
import io.touchline.topic.TopicListener;
import io.touchline.topic.UnreadableRecordException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A test double of the Beam job: reads the level 3 topic on one thread and applies each record to its symbol's {@link TopicBook}, as the job does. What
 * it lacks is what an engine adds: it runs in one process, and its state lives as long as this object.
 *
 * <p>It can be stopped, and goes on where it was; then it writes its last quotes once more, as a job does that goes back to its checkpoint.
 */
public final class TestJob implements Job {

    public static final String L3 = "touchline.l3";
    public static final String L1 = "touchline.l1";
    public static final String ANSWERS = "touchline.answers";

    private static final int REPEATED = 20;

    private final String bootstrap;
    private final FeedLimits limits;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Map<String, Applied> books = new HashMap<>();
    private final Queue<ProducerRecord<byte[], byte[]>> lastQuotes = new ArrayDeque<>();
    private final L3RecordReader reader = new L3RecordReader();
    private final L1RecordWriter writer = new L1RecordWriter();
    private Thread thread = new Thread();
    private volatile boolean stopped;

    /** A job that does not run yet. */
    public TestJob(String bootstrap) {
        this(bootstrap, LiveSettings.BookSettings.DEFAULT);
    }

    TestJob(String bootstrap, LiveSettings.BookSettings settings) {
        this.bootstrap = bootstrap;
        limits = FeedLimits.of(settings);
    }

    @Override
    public TestJob start() {
        stopped = false;
        thread = new Thread(this::run, "test-job");
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    /** Stops between two records. */
    @Override
    public void stop() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run() {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest");
        try (KafkaConsumer<byte[], byte[]> in =
                        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
                KafkaProducer<byte[], byte[]> out =
                        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<TopicPartition> partitions = IntStream.range(
                            0, in.partitionsFor(L3).size())
                    .mapToObj(number -> new TopicPartition(L3, number))
                    .toList();
            in.assign(partitions);
            partitions.forEach(each -> in.seek(each, next.getOrDefault(each, 0L)));
            lastQuotes.forEach(each -> send(each, out));
            while (!stopped) {
                in.poll(Duration.ofMillis(20)).forEach(record -> apply(record, out));
            }
        }
    }

    private void apply(ConsumerRecord<byte[], byte[]> record, KafkaProducer<byte[], byte[]> out) {
        next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
        try {
            String symbol = L3RecordReader.symbol(record.key());
            L3Record read = reader.read(symbol, record.value());
            Reply reply = books.computeIfAbsent(symbol, Applied::new).apply(read, new Out(record.key(), out));
            Question question = read.question();
            if (question != null) {
                send(new ProducerRecord<>(ANSWERS, record.key(), new Answer(question, reply).bytes()), out);
            }
        } catch (UnreadableRecordException e) {
            // dropped, as the job drops it
        }
    }

    private static void send(ProducerRecord<byte[], byte[]> record, KafkaProducer<byte[], byte[]> out) {
        Future<RecordMetadata> unused = out.send(record);
    }

    /** A book, and how many records it had. */
    private final class Applied {

        private final TopicBook book;
        private long records;

        Applied(String symbol) {
            book = new TopicBook(symbol, limits);
        }

        Reply apply(L3Record record, TopicListener listener) {
            return book.apply(records++, record, listener);
        }
    }

    /** Writes quotes to the topic. */
    private final class Out implements TopicListener {

        private final byte[] key;
        private final KafkaProducer<byte[], byte[]> topic;

        Out(byte[] key, KafkaProducer<byte[], byte[]> topic) {
            this.key = key;
            this.topic = topic;
        }

        @Override
        public void quote(LiveBook book, long previous, Quote quote, boolean changed) {
            send(writer.quote(book, previous, quote, changed));
        }

        @Override
        public void forgotten(LiveBook book, long previous) {
            send(writer.forgotten(book, previous));
        }

        private void send(byte[] value) {
            ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(L1, key, value);
            TestJob.send(record, topic);
            lastQuotes.add(record);
            if (lastQuotes.size() > REPEATED) {
                lastQuotes.remove();
            }
        }

        @Override
        public void late(Message message) {}

        @Override
        public void duplicate(Message message) {}

        @Override
        public void refused(Message message, Outcome outcome) {}
    }
}
