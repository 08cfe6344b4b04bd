package io.touchline.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.touchline.gateway.Topics.Offsets;
import io.touchline.live.FollowedBooks;
import io.touchline.live.Health;
import io.touchline.live.LiveEvents;
import io.touchline.live.LiveSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a start waits for what the level 1 topic held before it. */
class L1FollowerTest {

    private static final TopicPartition PARTITION = new TopicPartition("l1", 0);

    private final FollowedBooks books = new FollowedBooks(LiveSettings.RecentSettings.DEFAULT);
    private final Health health = Health.ofTopic(LiveEvents.NONE);

    @BeforeEach
    void start() {
        books.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        books.stop();
    }

    /** Of a topic that held so many records. */
    private L1Follower follower(int records) {
        return new L1Follower(books, health, Map.of(PARTITION, new Offsets(0, records)));
    }

    @Test
    void replayEndsWithTheLastRecordThatWasThere() throws Exception {
        L1Follower follower = follower(2);

        follower.onMessage(List.of(quote(1), quote(2)));
        follower.awaitReplay(Duration.ZERO);

        assertThat(books.symbols()).containsExactly("A");
    }

    @Test
    void replayOfATopicThatSaysNothingMoreEndsTheStart() {
        L1Follower follower = follower(2);

        follower.onMessage(List.of(quote(1)));

        assertThatExceptionOfType(TopicsUnavailableException.class)
                .isThrownBy(() -> follower.awaitReplay(Duration.ZERO))
                .withMessageContaining("up to its end")
                .withMessageContaining("touchline.kafka.start-timeout");
    }

    @Test
    void quotesThatCannotHaveTheirTurnEndTheStartAtOnce() {
        L1Follower follower = follower(200_000);

        follower.onMessage(IntStream.rangeClosed(2, 100_002)
                .mapToObj(L1FollowerTest::quote)
                .toList());

        assertThatExceptionOfType(TopicsUnavailableException.class)
                .isThrownBy(() -> follower.awaitReplay(Duration.ofDays(1)))
                .withMessageContaining("misses packet 1");
    }

    private static ConsumerRecord<byte[], byte[]> quote(int packet) {
        String value = "{\"symbol\":\"A\",\"book\":1," + (packet == 1 ? "\"previous\":0," : "") + "\"packet\":" + packet
                + ",\"n\":" + packet + ",\"changed\":true,\"time\":\"2026-01-05 09:00:00 UTC\",\"bid_price\":10.0,"
                + "\"ask_price\":null,\"bid_size\":" + packet + ",\"ask_size\":0,\"seq_num\":\"" + packet + "\"}";
        byte[] key = "A".getBytes(StandardCharsets.UTF_8);
        return new ConsumerRecord<>("l1", 0, packet - 1L, key, value.getBytes(StandardCharsets.UTF_8));
    }
}
