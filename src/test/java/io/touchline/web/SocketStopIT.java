package io.touchline.web;

import static io.touchline.web.SocketFeeder.message;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What clients hear of the end of a service, and find at the next one. */
class SocketStopIT {

    @Test
    void stopSaysSoToAllAndWhatWasAppliedIsAcknowledgedBefore(@TempDir Path dir) throws Exception {
        RunningService first = RunningService.start(dir);
        int acknowledged = acknowledgedUntilStopped(first);

        try (RunningService service = RunningService.start(dir);
                SocketClient quotes = SocketClient.open(service, "/ws/l1")) {
            quotes.ask("{'op':'subscribe','symbols':['A'],'emit':'packet'}");
            assertThat(quotes.next("quote").path("n").asInt()).isEqualTo(acknowledged);
        }
    }

    private static int acknowledgedUntilStopped(RunningService service) throws Exception {
        try (SocketClient quotes = SocketClient.open(service, "/ws/l1");
                SocketClient messages = SocketClient.open(service, "/ws/l3")) {
            quotes.ask("{'op':'subscribe','symbols':['A'],'delivery':'latest'}");
            CompletableFuture<Void> feeding = CompletableFuture.runAsync(() -> feed(messages));
            for (int i = 0; i < 100; i++) {
                messages.next("ack");
            }

            long start = System.nanoTime();
            service.close();

            assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(20));
            assertThat(quotes.closing()).isEqualTo("1001 the service stops");
            assertThat(messages.closing()).isEqualTo("1001 the service stops");
            feeding.get(60, TimeUnit.SECONDS);
            return 100 + messages.waiting();
        } finally {
            service.close();
        }
    }

    /** Sends messages until the socket is closed. */
    private static void feed(SocketClient messages) {
        try {
            for (int i = 1; i < 10_000_000; i++) {
                messages.send(message("A", i, "BUY", "1", 1));
            }
        } catch (CompletionException e) {
            assertThat(e).hasMessageContaining("closed");
        }
    }
}
