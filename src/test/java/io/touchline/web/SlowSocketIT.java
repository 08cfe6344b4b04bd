package io.touchline.web;

import static io.touchline.web.RunningService.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Clients that read slowly or not at all, among many that read: they lose only what they are told they lose, and delay nobody. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlowSocketIT {

    private final RunningService service;

    SlowSocketIT(@TempDir Path dir) {
        service = RunningService.start(dir, "touchline.socket.queued-quotes=1000", "touchline.socket.stall=10m");
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void manySubscribersHearEveryQuoteWhileSomeDoNotRead() {
        List<SocketClient> readers = new ArrayList<>();
        List<SocketClient> frozen = new ArrayList<>();
        try (SocketFeeder feeder = new SocketFeeder(service)) {
            String symbol = feeder.symbol();
            String subscribe = "{'op':'subscribe','symbols':['" + symbol + "']}";
            for (int i = 0; i < 200; i++) {
                readers.add(SocketClient.open(service, "/ws/l1").send(subscribe));
                if (i % 10 == 0) {
                    frozen.add(SocketClient.frozen(service, "/ws/l1").send(subscribe));
                }
            }
            readers.forEach(each -> each.next("subscribed"));

            for (int i = 0; i < 20; i++) {
                feeder.many(symbol, 10);
            }

            for (SocketClient each : readers) {
                for (int n = 1; n <= 200; n++) {
                    assertThat(each.next("quote").path("n").asLong()).isEqualTo(n);
                }
            }
        } finally {
            readers.forEach(SocketClient::close);
            frozen.forEach(SocketClient::close);
        }
        await(() -> metric("touchline.sockets") == 0);
    }

    private double metric(String name) {
        return RunningService.json(service.get("/actuator/metrics/" + name))
                .at("/measurements/0/value")
                .asDouble();
    }

    @Test
    void slowClientIsToldThatItLagsAndGetsTheLastQuoteAllTheSame() {
        try (SocketFeeder feeder = new SocketFeeder(service);
                SocketClient other = SocketClient.open(service, "/ws/l1");
                SocketClient slow = SocketClient.frozen(service, "/ws/l1")) {
            String symbol = feeder.symbol();
            other.ask("{'op':'subscribe','symbols':['" + symbol + "'],'delivery':'latest'}");
            slow.send("{'op':'subscribe','symbols':['" + symbol + "']}");

            int quotes = quotesUntilSomeAreConflated(feeder, symbol);
            long last = 0;
            while (last < quotes) {
                last = other.next("quote").path("n").asLong();
            }
            slow.thaw();

            assertNothingIsMissing(slow, quotes);
        }
    }

    @Test
    void quotesAndPongsStayWholeWhereTheSocketHasNoRoom() {
        try (SocketFeeder feeder = new SocketFeeder(service);
                SocketClient slow = SocketClient.frozen(service, "/ws/l1")) {
            String symbol = feeder.symbol();
            slow.send("{'op':'subscribe','symbols':['" + symbol + "']}");

            int quotes = quotesUntilSomeAreConflated(feeder, symbol);
            slow.ping(50).thaw();
            slow.ping(50);

            assertNothingIsMissing(slow, quotes);
            await(() -> slow.pongs() == 100);
        }
    }

    /** How many it takes depends on how much the system's own buffers hold. */
    private int quotesUntilSomeAreConflated(SocketFeeder feeder, String symbol) {
        double before = metric("touchline.socket.lagging");
        AtomicInteger quotes = new AtomicInteger();
        await(() -> {
            for (int i = 0; i < 40; i++) {
                quotes.addAndGet(feeder.many(symbol, 250));
            }
            return metric("touchline.socket.lagging") > before;
        });
        return quotes.addAndGet(feeder.many(symbol, 250));
    }

    private static void assertNothingIsMissing(SocketClient slow, int quotes) {
        slow.next("subscribed");
        long last = 0;
        long merged = 0;
        boolean lagging = false;
        while (last < quotes) {
            JsonNode frame = slow.next();
            if (frame.path("type").asString().equals("lagging")) {
                lagging = true;
                continue;
            }
            merged += frame.path("merged").asLong(0);
            assertThat(frame.has("merged"))
                    .as(frame::toString)
                    .isEqualTo(frame.path("n").asLong() != last + 1);
            assertThat(frame.path("n").asLong())
                    .isEqualTo(last + 1 + frame.path("merged").asLong(0));
            last = frame.path("n").asLong();
        }
        assertThat(lagging).isTrue();
        assertThat(merged).isPositive();
    }
}
