package io.touchline.web.live;

import static io.touchline.web.RunningService.await;
import static io.touchline.web.RunningService.json;
import static io.touchline.web.RunningService.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.live.LiveBooks;
import io.touchline.web.RunningService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** Streams of quotes as server-sent events, of books with a journal. */
@ExtendWith(OutputCaptureExtension.class)
class StreamIT extends StreamContract {

    private final RunningService service = service();
    private final String book = book();

    @TempDir
    Path dir = Path.of("");

    StreamIT(TestInfo test) {
        super(RunningService.shared(), test);
    }

    @ParameterizedTest
    @ValueSource(strings = {"touchline.live.recent-quotes=16", "touchline.live.recent-bytes=0B"})
    void quoteThatIsGoneIsToldAndTheStreamGoesOnWithTheQuoteNow(String setting) throws IOException {
        try (RunningService small = RunningService.start(dir, setting)) {
            packets(small, 1, 100);

            try (EventReader stream = EventReader.open(small, book + "/l1/stream", "Last-Event-ID", "3")) {
                Map<String, String> tooOld = stream.nextEvent();
                assertThat(tooOld).containsEntry("event", "too_old").doesNotContainKey("id");
                assertThat(tooOld.get("data")).contains("\"oldest\":85");
                JsonNode snapshot = stream.data();
                assertThat(snapshot.path("n").asInt()).isEqualTo(100);
                assertThat(snapshot.path("snapshot").asBoolean()).isTrue();
                packets(small, 101, 101);
                assertThat(stream.data().path("n").asInt()).isEqualTo(101);
            }
        }
    }

    @Test
    void slowClientMissesNoQuoteThatIsNotCounted() throws IOException {
        try (EventReader slow = EventReader.openSlow(service, book + "/l1/stream?from=1")) {
            int last = packetsUntilSomeAreMerged();
            assertThat(json(service.get(book + "/l1")).path("n").asInt()).isEqualTo(last);

            slow.skipHead();
            int n = 0;
            int merged = 0;
            while (n < last) {
                JsonNode quote = slow.data();
                if (quote.has("n")) {
                    merged += quote.path("merged").asInt();
                    n += 1 + quote.path("merged").asInt();
                    assertThat(quote.path("n").asInt()).isEqualTo(n);
                } else {
                    assertThat(quote.path("type").asString()).isEqualTo("lagging");
                }
            }
            assertThat(merged).isPositive();
        }
    }

    /** How many it takes depends on how much the system's own buffers hold. */
    private int packetsUntilSomeAreMerged() {
        long before = merged();
        AtomicInteger sent = new AtomicInteger();
        await(() -> {
            packets(service, sent.get() + 1, sent.addAndGet(20_000));
            return merged() > before;
        });
        return sent.get();
    }

    private long merged() {
        return json(service.get("/actuator/metrics/touchline.live.streams.merged"))
                .at("/measurements/0/value")
                .asLong();
    }

    @Test
    void clientThatReadsNothingIsCutAfterTheTimeoutOfConnections(CapturedOutput output) throws IOException {
        String call = "GET /api/v1/" + book + "/l1/stream?from=1 HTTP/1.1\r\nHost: localhost\r\n\r\n";
        try (RunningService service = RunningService.start(dir, "server.tomcat.connection-timeout=5s");
                Socket stuck = new Socket()) {
            AtomicInteger sent = new AtomicInteger(60_000);
            packets(service, 1, sent.get()); // more of the past than the buffers of most systems hold
            stuck.setReceiveBufferSize(4096);
            stuck.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), service.port()));
            stuck.getOutputStream().write(call.getBytes(StandardCharsets.US_ASCII));
            await(() -> streams(service) == 1);

            await(() -> {
                packets(service, sent.get() + 1, sent.addAndGet(5_000));
                return streams(service) == 0;
            });
            assertThat(service.bean(LiveBooks.class).counters().subscriptions()).isZero();
        }
        assertThat(output).contains("books=opened").doesNotContain(" ERROR ");
    }

    @Test
    void stopEndsStreamsAndDoesNotWaitForThem() throws IOException {
        long stopped;
        EventReader stream;
        RunningService stopping = RunningService.start(dir);
        stream = EventReader.open(stopping, book + "/l1/stream");
        stream.next();
        long start = System.nanoTime();
        stopping.close();
        stopped = System.nanoTime() - start;

        assertThat(stream.nextEvent()).containsEntry("event", "closing");
        assertThat(stream.next()).isEmpty();
        assertThat(Duration.ofNanos(stopped)).isLessThan(Duration.ofSeconds(15));
        stream.close();
    }

    @Test
    void oneStreamTooManyIsRefusedUntilOneEnds() throws IOException {
        try (RunningService small = RunningService.start(dir, "touchline.limits.streams=1")) {
            try (EventReader stream = EventReader.open(small, book + "/l1/stream")) {
                stream.next();
                assertThat(problem(small.get(book + "/l1/stream"), 503, "too-many-streams")
                                .path("detail")
                                .asString())
                        .contains("touchline.limits.streams");
            }
            await(() -> {
                packets(small, 1, 2);
                return streams(small) == 0;
            });
            assertThat(small.send("HEAD", book + "/l1/stream", BodyPublishers.noBody())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void streamOfBooksThatAreClosedIsRefused() throws IOException {
        try (RunningService stopping = RunningService.start(dir)) {
            stopping.bean(LiveBooks.class).close();

            problem(stopping.get(book + "/l1/stream"), 503, "stopping");
            assertThat(streams(stopping)).isZero();
        }
    }

    private static int streams(RunningService service) {
        return json(service.get("/actuator/metrics/touchline.live.streams"))
                .at("/measurements/0/value")
                .asInt();
    }
}
