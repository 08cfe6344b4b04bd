package io.touchline.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.web.RunningService;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Streams of quotes as server-sent events, wherever the books are kept. */
abstract class StreamContract {

    private final RunningService service;
    private final String book;

    StreamContract(RunningService service, TestInfo test) {
        this.service = service;
        book = "books/stream-" + test.getTestMethod().orElseThrow().getName();
    }

    RunningService service() {
        return service;
    }

    String book() {
        return book;
    }

    /** Sends packets from one number to another, each of which changes the bid's size. */
    final void packets(RunningService to, int from, int last) {
        String lines = IntStream.rangeClosed(from, last)
                .mapToObj(i -> "{\"seq_num\":\"" + i + "\",\"time\":\"2026-01-05 09:00:00 UTC\",\"action\":\"UPDATE\","
                        + "\"order_id\":\"1\",\"side\":\"BUY\",\"price\":10,\"quantity\":" + i + "}\n")
                .collect(Collectors.joining());
        assertThat(to.post(book + "/messages", lines, "Content-Type", "application/x-ndjson")
                        .statusCode())
                .isEqualTo(200);
        to.settle(book.substring(6));
    }

    @Test
    void streamStartsWithTheQuoteNowAndGoesOn() throws IOException {
        packets(service, 1, 2);

        try (EventReader stream = EventReader.open(service, book + "/l1/stream")) {
            assertThat(stream.contentType()).startsWith("text/event-stream");
            assertThat(stream.next()).containsEntry("retry", "1000");
            Map<String, String> snapshot = stream.next();
            assertThat(snapshot).containsEntry("id", "2").hasSize(2);
            assertThat(snapshot.get("data"))
                    .isEqualTo("{\"type\":\"quote\",\"symbol\":\"" + book.substring(6) + "\",\"n\":2,\"snapshot\":true,"
                            + "\"time\":\"2026-01-05 09:00:00 UTC\",\"bid_price\":10.0,\"ask_price\":null,\"bid_size\":2,"
                            + "\"ask_size\":0,\"seq_num\":\"2\"}");
            packets(service, 3, 3);
            Map<String, String> next = stream.next();
            assertThat(next).containsEntry("id", "3");
            assertThat(next.get("data")).doesNotContain("snapshot").contains("\"n\":3,");
        }
    }

    @Test
    void streamWaitsForABookThatIsNotThereYet() throws IOException {
        try (EventReader stream = EventReader.open(service, book + "/l1/stream?emit=packet")) {
            stream.next();
            packets(service, 1, 1);

            assertThat(stream.nextEvent()).containsEntry("id", "1");
        }
    }

    @Test
    void streamResumesWithoutHoleOrRepeat() throws IOException {
        packets(service, 1, 100);

        try (EventReader from = EventReader.open(service, book + "/l1/stream?from=41");
                EventReader last = EventReader.open(service, book + "/l1/stream?from=1", "Last-Event-ID", "40")) {
            packets(service, 101, 120);
            for (int n = 41; n <= 120; n++) {
                assertThat(from.data().path("n").asInt()).isEqualTo(n);
                assertThat(last.data().path("bid_size").asInt()).isEqualTo(n);
            }
        }
    }

    @Test
    void forgottenBookIsToldAndItsNextQuotesCountFromOne() throws IOException {
        packets(service, 1, 5);

        try (EventReader stream = EventReader.open(service, book + "/l1/stream")) {
            assertThat(stream.data().path("n").asInt()).isEqualTo(5);
            service.delete(book);
            assertThat(stream.nextEvent()).containsEntry("event", "forgotten");
            packets(service, 7, 7);
            assertThat(stream.data().path("n").asInt()).isEqualTo(1);
        }
    }

    @Test
    void idleStreamHasAHeartbeat() throws IOException {
        try (EventReader stream = EventReader.open(service, book + "/l1/stream")) {
            stream.next();

            assertThat(stream.next()).containsExactlyEntriesOf(Map.of("", "heartbeat"));
        }
    }
}
