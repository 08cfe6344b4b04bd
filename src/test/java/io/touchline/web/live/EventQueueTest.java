package io.touchline.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.feed.Quote;
import io.touchline.live.LiveQuote;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What waits for one stream: all events in order, and once there are many, the newest quote in place of the others. */
class EventQueueTest {

    private static final int MOST = 1024;

    private final EventQueue queue = new EventQueue();

    private void quotes(int from, int to) {
        for (int n = from; n <= to; n++) {
            Quote quote = new Quote();
            quote.packet(0, 0, n);
            queue.quote(new LiveQuote("A", n, quote, 0), false);
        }
    }

    private List<String> events() {
        List<String> events = new ArrayList<>();
        for (byte[] event = queue.poll(); event != null; event = queue.poll()) {
            events.add(new String(event, StandardCharsets.UTF_8));
        }
        return events;
    }

    @Test
    void quotesLeaveInTheirOrder() {
        quotes(1, 3);

        assertThat(events())
                .hasSize(3)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("id: 1\ndata: {").endsWith("}\n\n"),
                        second -> assertThat(second).contains("\"n\":2,"),
                        third -> assertThat(third).contains("\"n\":3,").doesNotContain("merged"));
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void quotesWithoutRoomAreMergedIntoTheNewestAndCounted() {
        quotes(1, MOST + 50);
        assertThat(queue.room()).isZero();

        List<String> events = events();

        assertThat(events).hasSize(MOST + 2);
        assertThat(events.get(MOST - 1)).startsWith("id: 1024\n");
        assertThat(events.get(MOST)).startsWith("event: lagging\n");
        assertThat(events.get(MOST + 1)).startsWith("id: 1074\n").contains("\"n\":1074,\"merged\":49,");
        assertThat(queue.merged()).isEqualTo(49);
    }

    @Test
    void queueThatWasReadTakesAllQuotesAgain() {
        quotes(1, MOST + 50);
        events();

        quotes(2000, 2001);

        assertThat(events()).hasSize(2).noneMatch(event -> event.contains("merged"));
        assertThat(queue.room()).isEqualTo(MOST);
    }

    @Test
    void otherEventComesBehindTheLastQuote() {
        quotes(1, MOST + 2);
        queue.event(EventText.CLOSING);

        List<String> events = events();

        assertThat(events.get(events.size() - 2)).startsWith("id: 1026\n").contains("\"merged\":1,");
        assertThat(events.get(events.size() - 1)).startsWith("event: closing\n");
    }

    @Test
    void queueThatNobodyReadsTakesNoMoreThanSoManyEvents() {
        int events = 0;
        while (queue.event(EventText.HEARTBEAT)) {
            events++;
            quotes(events, events + 1);
            assertThat(events).isLessThan(10_000);
        }

        assertThat(events).isBetween(500, 2_048);
    }
}
