package io.touchline.gateway;

import io.touchline.csv.L1Writer;
import io.touchline.feed.Quote;
import io.touchline.live.Emit;
import io.touchline.live.NoAnswerException;
import io.touchline.live.NoAnswerException.Asked;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Writes the quotes of a book as the level 1 topic has them, each in its turn: reads its partition from the book's first quote to its last. One thread,
 * any.
 */
final class TopicHistory {

    private final byte[] key;
    private final L1Follower.Place place;
    private final Range range;
    private final L1Writer writer;
    private final L1RecordReader reader = new L1RecordReader();
    private final InTurn turns = new InTurn();
    private final List<L1Record> taken = new ArrayList<>();

    TopicHistory(String symbol, L1Follower.Place place, Range range, L1Writer writer) {
        this.key = symbol.getBytes(StandardCharsets.UTF_8);
        this.place = place;
        this.range = range;
        this.writer = writer;
    }

    /**
     * Writes them.
     *
     * @param patience how long the topic may say nothing
     */
    void write(Consumer<byte[], byte[]> topic, String name, Duration patience) throws IOException {
        TopicPartition partition = new TopicPartition(name, place.partition());
        topic.assign(List.of(partition));
        topic.seek(partition, place.first());
        while (topic.position(partition) <= place.last()) {
            List<ConsumerRecord<byte[], byte[]>> records = topic.poll(patience).records(partition);
            if (records.isEmpty() && topic.position(partition) <= place.last()) {
                throw new NoAnswerException(Asked.QUESTION);
            }
            for (ConsumerRecord<byte[], byte[]> record : records) {
                accept(record);
            }
        }
    }

    private void accept(ConsumerRecord<byte[], byte[]> record) throws IOException {
        if (record.offset() <= place.last() && Arrays.equals(record.key(), key)) {
            L1Record read = reader.read(record.value(), record.offset());
            if (read.book() == place.book()) {
                turns.accept(read, read.packet() == place.firstPacket(), taken);
            }
            for (L1Record each : taken) {
                write(each);
            }
            taken.clear();
        }
    }

    private void write(L1Record record) throws IOException {
        Quote quote = record.quote();
        if (quote != null && range.holds(record, quote.timeNanos())) {
            writer.write(quote);
        }
    }

    /**
     * Which quotes are written.
     *
     * @param fromNanos the first time, nanoseconds since 1970
     * @param toNanos the last, inclusive
     */
    record Range(long fromNanos, long toNanos, Emit emit) {

        boolean holds(L1Record record, long timeNanos) {
            return (emit == Emit.PACKET || record.changed()) && timeNanos >= fromNanos && timeNanos <= toNanos;
        }
    }
}
