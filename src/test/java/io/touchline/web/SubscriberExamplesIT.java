package io.touchline.web;

import static io.touchline.web.RunningService.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The subscribers of {@code http-examples}, run as they are: a network that is cut again and again costs them no quote and gives them none twice. */
class SubscriberExamplesIT {

    private static final int ROUNDS = 4;
    private static final int QUOTES = 200;

    private final RunningService service = RunningService.shared();
    private final Path printed;

    SubscriberExamplesIT(@TempDir Path directory) {
        printed = directory.resolve("printed");
    }

    @Test
    void subscriberInJavaScriptResumes() throws Exception {
        assumeTrue(isNodeThere(), "no Node.js of version 20 or later on the path");

        resume("node", "--experimental-websocket", "http-examples/subscriber.mjs");

        assertThat(printed()).isEqualTo(numbers().map(n -> Long.toString(n)).toList());
    }

    @Test
    void subscriberInJavaResumes() throws Exception {
        resume(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "http-examples/Subscriber.java");

        assertThat(printed()).isEqualTo(numbers().map(n -> Long.toString(n)).toList());
    }

    private static Stream<Long> numbers() {
        return LongStream.rangeClosed(1, 1 + ROUNDS * QUOTES).boxed();
    }

    private void resume(String... command) throws Exception {
        try (CuttingProxy network = CuttingProxy.before(service);
                SocketFeeder feeder = new SocketFeeder(service)) {
            String symbol = feeder.symbol();
            feeder.bid(symbol, "1", 1);
            List<String> all = new ArrayList<>(List.of(command));
            all.addAll(List.of("ws://localhost:" + network.port() + "/ws/l1", symbol));
            Process subscriber = new ProcessBuilder(all)
                    .redirectOutput(printed.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                await(() -> printed().size() == 1);
                for (int round = 1; round <= ROUNDS; round++) {
                    feeder.many(symbol, QUOTES / 2);
                    network.cut();
                    feeder.many(symbol, QUOTES / 2);
                    int expected = 1 + round * QUOTES;
                    await(() -> printed().size() >= expected);
                }
            } finally {
                subscriber.destroy();
                subscriber.waitFor(10, TimeUnit.SECONDS);
            }
        }
    }

    /** The numbers of the quotes that were printed, as whole lines. */
    private List<String> printed() {
        try {
            String text = Files.readString(printed);
            return text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .map(SubscriberExamplesIT::number)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String number(String line) {
        return line.startsWith("{")
                ? JsonMapper.shared().readTree(line).path("n").asString()
                : line.substring(0, line.indexOf(' '));
    }

    private static boolean isNodeThere() throws InterruptedException {
        try {
            Process node = new ProcessBuilder("node", "--version").start();
            String version = new String(node.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            node.waitFor();
            return version.matches("(?s)v(2\\d|[3-9]\\d)\\..*");
        } catch (IOException e) {
            return false;
        }
    }
}
