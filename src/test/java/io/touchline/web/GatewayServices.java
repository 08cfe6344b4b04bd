package io.touchline.web;

import io.touchline.gateway.Job;
import io.touchline.gateway.TestBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Services that are gateways. Static. */
public final class GatewayServices {

    private GatewayServices() {}

    /** Two gateways in turn before a broker and a job; they end with the process. */
    public static RunningService shared() {
        return Shared.BOTH;
    }

    /** Starts a gateway before a broker. */
    public static RunningService start(TestBroker broker, Path dataDir, String... settings) {
        String bootstrap = "touchline.kafka.bootstrap=" + broker.bootstrap();
        return RunningService.start(
                dataDir,
                Stream.concat(
                                Stream.of(bootstrap, "logging.level.kafka=error", "logging.level.state=error"),
                                Stream.of(settings))
                        .toArray(String[]::new));
    }

    private static final class Shared {
        static final RunningService BOTH = both();

        private static RunningService both() {
            try {
                Path dir = Files.createTempDirectory(Files.createDirectories(Path.of("target", "gateways")), "");
                TestBroker broker = new TestBroker(dir.resolve("broker"));
                RunningService first = start(broker, dir.resolve("first"), "touchline.kafka.answer-timeout=60s");
                RunningService second = start(broker, dir.resolve("second"), "touchline.kafka.answer-timeout=60s");
                Job.start(broker.bootstrap());
                return RunningService.inTurn(first, second);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
