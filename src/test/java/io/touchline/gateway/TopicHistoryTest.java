package io.touchline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.csv.L1Format;
import io.touchline.csv.L1Writer;
import io.touchline.gateway.Topics.Offsets;
import io.touchline.live.Emit;
import io.touchline.live.FollowedBooks;
import io.touchline.live.Health;
import io.touchline.live.LiveEvents;
import io.touchline.live.LiveSettings;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Where a follower heard the quotes of a book, and what is read from there. */
class TopicHistoryTest {

    private static final TopicPartition PARTITION = new TopicPartition("l1", 0);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<ConsumerRecord<byte[], byte[]>> topic = new ArrayList<>();

    private void quote(long book, long previous, long packet) {
        String before = packet == 1 ? "\"previous\":" + previous + "," : "";
        write("{\"symbol\":\"A\",\"book\":" + book + "," + before + "\"packet\":" + packet + ",\"n\":" + packet
                + ",\"changed\":true,\"time\":\"2026-01-05 09:00:00"
                + " UTC\",\"bid_price\":10.0,\"ask_price\":null,\"bid_size\":"
                + packet + ",\"ask_size\":0,\"seq_num\":\"" + packet + "\"}");
    }

    private void forgotten(long book, long packet) {
        write("{\"symbol\":\"A\",\"book\":" + book + ",\"packet\":" + packet + ",\"forgotten\":true}");
    }

    private void write(String value) {
        byte[] key = "A".getBytes(StandardCharsets.UTF_8);
        topic.add(new ConsumerRecord<>("l1", 0, topic.size(), key, value.getBytes(StandardCharsets.UTF_8)));
    }

    /** The sequence numbers of the history of a book, once its last packet is heard. */
    private List<String> history(long book, long packet) throws Exception {
        FollowedBooks books = new FollowedBooks(LiveSettings.RecentSettings.DEFAULT);
        books.start();
        try {
            Map<TopicPartition, Offsets> empty = Map.of(PARTITION, new Offsets(0, 0));
            L1Follower follower = new L1Follower(books, Health.ofTopic(LiveEvents.NONE), empty);
            follower.onMessage(topic);
            return read(Objects.requireNonNull(follower.await("A", book, packet, PATIENCE)));
        } finally {
            books.stop();
        }
    }

    private List<String> read(L1Follower.Place place) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        L1Writer writer = new L1Writer(out, L1Format.CSV, null);
        TopicHistory.Range all = new TopicHistory.Range(Long.MIN_VALUE, Long.MAX_VALUE, Emit.PACKET);
        try (MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest")) {
            consumer.schedulePollTask(() -> topic.stream()
                    .filter(each -> each.offset() >= place.first())
                    .forEach(consumer::addRecord));
            new TopicHistory("A", place, all, writer).write(consumer, "l1", PATIENCE);
        }
        writer.flush();
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(row -> row.substring(row.lastIndexOf(',') + 1))
                .toList();
    }

    @Test
    void quotesThatStandEarlyOrTwiceAreReadInTheirTurn() throws Exception {
        quote(1, 0, 2);
        quote(1, 0, 1);
        quote(1, 0, 2);
        quote(1, 0, 4);
        quote(1, 0, 3);

        assertThat(history(1, 4)).containsExactly("1", "2", "3", "4");
    }

    @Test
    void quotesOfABookThatWasForgottenAreLeftOut() throws Exception {
        quote(1, 0, 1);
        quote(5, 1, 2);
        quote(5, 1, 1);
        forgotten(1, 2);

        assertThat(history(5, 2)).containsExactly("1", "2");
    }
}
