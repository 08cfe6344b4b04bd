package io.touchline.web.live;

import static io.touchline.web.RunningService.await;
import static io.touchline.web.RunningService.json;
import static io.touchline.web.RunningService.problem;
import static io.touchline.web.RunningService.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import io.touchline.live.Emit;
import io.touchline.live.LiveBooks;
import io.touchline.live.LiveQuote;
import io.touchline.live.QuoteSubscriber;
import io.touchline.live.StuckSubscriber;
import io.touchline.live.SubscriptionRequest;
import io.touchline.web.RunningService;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Live books across restarts, at their limits, and what operators see of them. */
class LiveOperationIT {

    private static final String ADD =
            "{\"seq_num\":\"%d\",\"action\":\"ADD\",\"order_id\":\"%d\",\"side\":\"BUY\",\"price\":1,\"quantity\":1}\n";

    @TempDir
    Path dir = Path.of("");

    private static String adds(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> ADD.formatted(i, i)).collect(Collectors.joining());
    }

    private static HttpResponse<byte[]> send(RunningService service, String symbol, String lines) {
        return service.post("books/" + symbol + "/messages", lines, "Content-Type", "application/x-ndjson");
    }

    @ParameterizedTest
    @ValueSource(strings = {"group", "interval", "none"})
    void restartFindsTheBooksAsTheyWere(String durability) throws IOException {
        String setting = "touchline.live.durability=" + durability;
        String book;
        String history;
        try (RunningService service = RunningService.start(dir, setting)) {
            send(service, "A", adds(0, 50));
            send(service, "B", adds(0, 5));
            service.delete("books/B");
            book = text(service.get("books/A"));
            history = text(service.get("books/A/l1.csv"));
        }

        try (RunningService service = RunningService.start(dir, setting)) {
            assertThat(text(service.get("books/A"))).isEqualTo(book);
            assertThat(text(service.get("books/A/l1.csv"))).isEqualTo(history);
            problem(service.get("books/B"), 404, "unknown-book");
            try (EventReader stream = EventReader.open(service, "books/A/l1/stream?from=3")) {
                assertThat(stream.data().path("n").asInt()).isEqualTo(3);
            }
        }
    }

    @Test
    void damagedJournalStopsTheStartAndNamesThePlace() throws IOException {
        try (RunningService service = RunningService.start(dir)) {
            send(service, "A", adds(0, 1000));
            send(service, "A", adds(1000, 2000));
        }
        Path live = dir.resolve("live");
        try (Stream<Path> files = Files.list(live)) {
            for (Path file : files.toList()) {
                damage(file);
            }
        }

        assertThatException()
                .isThrownBy(() -> RunningService.start(dir).close())
                .withStackTraceContaining("byte ");
    }

    private static void damage(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            if (bytes.length() > 200) {
                bytes.seek(150);
                bytes.write("damage".getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    @Test
    void eachLimitIsAProblemThatNamesItsSetting() {
        try (RunningService service = RunningService.start(
                dir,
                "touchline.limits.books=1",
                "touchline.limits.request-messages=3",
                "touchline.limits.request-bytes=1KB",
                "touchline.limits.resting-orders=4",
                "touchline.limits.body-bytes=50KB")) {
            assertLimit(send(service, "A", adds(0, 4)), 413, "request-messages");
            String csv = RunningService.L3_HEADER + "1,1,BUY,10.5,100,,,,,,,,,,,2026-01-05 09:00:00 UTC\n".repeat(4);
            assertLimit(service.post("books/A/messages", csv, "Content-Type", "text/csv"), 413, "request-messages");
            assertLimit(send(service, "A", "\n".repeat(60_000)), 413, "body-bytes");
            problem(service.get("books/A"), 404, "unknown-book");

            assertThat(send(service, "A", adds(0, 3)).statusCode()).isEqualTo(200);
            assertLimit(send(service, "B", adds(0, 1)), 429, "books");
            assertThat(json(send(service, "A", adds(3, 6)))
                            .at("/first_refused/reason")
                            .asString())
                    .isEqualTo("too_many_orders");
        }
    }

    private static void assertLimit(HttpResponse<byte[]> answer, int status, String setting) {
        assertThat(problem(answer, status, "limit-exceeded").path("setting").asString())
                .isEqualTo("touchline.limits." + setting);
    }

    @Test
    void historyWhoseStartWasJustDeletedSaysSo() throws IOException {
        try (RunningService service = RunningService.start(dir, "touchline.live.segment-bytes=1KB")) {
            for (int i = 0; i < 100; i++) {
                send(service, "A", adds(i, i + 1));
            }
            Files.delete(dir.resolve("live/segment-0000000000000000001"));
            HttpResponse<byte[]> answer = service.get("books/A/l1.csv");

            problem(answer, 503, "history-moved");
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        }
    }

    @Test
    void requestThatFindsTheQueueFullIsToldToComeAgain() {
        CountDownLatch stuck = new CountDownLatch(1);
        ExecutorService clients = Executors.newCachedThreadPool();
        try (RunningService service =
                RunningService.start(dir, "touchline.live.queue.requests=1", "touchline.live.partitions=1")) {
            send(service, "A", adds(0, 1));
            service.bean(LiveBooks.class)
                    .subscribe(SubscriptionRequest.now("A", Emit.CHANGE), new StuckSubscriber(stuck));
            List<CompletableFuture<HttpResponse<byte[]>>> answers = IntStream.range(1, 7)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> send(service, "A", adds(1, 2)), clients))
                    .toList();
            await(() -> answers.stream().anyMatch(CompletableFuture::isDone));
            HttpResponse<byte[]> refused = send(service, "A", adds(1, 2));
            stuck.countDown();

            problem(refused, 503, "books-busy");
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
            long taken = answers.stream()
                    .filter(each -> each.join().statusCode() == 200)
                    .count();
            assertThat(json(service.get("books/A")).path("messages").asLong()).isEqualTo(1 + taken);
            assertThat(taken).isBetween(1L, 5L);
        } finally {
            clients.shutdown();
        }
    }

    @Test
    void requestLargerThanItMayBeIsALimit() {
        try (RunningService service = RunningService.start(dir, "touchline.limits.request-bytes=1KB")) {
            assertLimit(send(service, "A", adds(0, 500)), 413, "request-bytes");
            problem(service.get("books/A"), 404, "unknown-book");
        }
    }

    @Test
    void heldPacketsWaitForTheirTurn() {
        try (RunningService service =
                RunningService.start(dir, "touchline.live.window=2", "touchline.live.hold=200ms")) {
            assertThat(json(send(service, "A", adds(5, 6))).at("/counters/held").asInt())
                    .isEqualTo(1);
            send(service, "A", adds(4, 5));

            await(() -> json(service.get("books/A")).path("packet_n").asInt() == 2);

            assertThat(json(service.get("books/A")).at("/counters/late_row").asInt())
                    .isZero();
            assertThat(json(service.get("books/A/l1")).path("seq_num").asString())
                    .isEqualTo("5");
        }
    }

    @Test
    void brokenBooksSayThatTheyTakeNothingUntilARestartAndKeepWhatTheirJournalHas() {
        try (RunningService service = RunningService.start(dir)) {
            send(service, "A", adds(1, 2));
            service.bean(LiveBooks.class).subscribe(SubscriptionRequest.now("A", Emit.PACKET), new Broken());

            for (int i = 2; i < 4; i++) {
                HttpResponse<byte[]> answer = send(service, "A", adds(i, i + 1));
                assertThat(problem(answer, 503, "books-broken").path("detail").asString())
                        .contains("started again", "last_seq_num")
                        .doesNotContain("disk");
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            }
            assertThat(service.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
        }
        try (RunningService service = RunningService.start(dir)) {
            assertThat(json(service.get("books/A")).path("last_seq_num").asString())
                    .isEqualTo("2");
        }
    }

    @Test
    void readinessAndLivenessSayThatTheServiceRuns() {
        try (RunningService service = RunningService.start(dir)) {
            for (String health : new String[] {"", "/readiness", "/liveness"}) {
                assertThat(json(service.get("/actuator/health" + health))
                                .path("status")
                                .asString())
                        .isEqualTo("UP");
            }
        }
    }

    /** Fails as nothing may that a book's thread calls. */
    private static final class Broken implements QuoteSubscriber {

        @Override
        public void quote(LiveQuote quote, boolean snapshot) {
            if (!snapshot) {
                throw new AssertionError("must not happen");
            }
        }

        @Override
        public void tooOld(String symbol, long oldest) {}

        @Override
        public void forgotten(String symbol) {}
    }
}
