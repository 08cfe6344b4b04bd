package io.touchline.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.config.TouchlineService;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service on a port of its own with a client; the one of {@link #shared} serves all tests that need no other settings. Several behind a balancer that
 * takes them in turn look like one.
 */
public final class RunningService implements Closeable {

    /** Two packets of one instrument, and the level 1 that they make. */
    public static final String L3_HEADER = "seq_num,add_order_id,add_side,add_price,add_qty,"
            + "update_order_id,update_side,update_price,update_qty,delete_order_id,delete_side,"
            + "trade_order_id,trade_side,trade_price,trade_qty,time\n";

    public static final String L3 = L3_HEADER + """
            1,1,BUY,10.5,100,,,,,,,,,,,2026-01-05 09:00:00 UTC
            2,2,SELL,10.75,50,,,,,,,,,,,2026-01-05 09:00:01 UTC
            """;

    public static final String L1 = """
            time,bid_price,ask_price,bid_size,ask_size,seq_num
            2026-01-05 09:00:00 UTC,10.5,,100,0,1
            2026-01-05 09:00:01 UTC,10.5,10.75,100,50,2
            """;

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final List<ConfigurableApplicationContext> contexts;
    private final AtomicInteger calls = new AtomicInteger();
    private final Path dataDir;

    private RunningService(List<ConfigurableApplicationContext> contexts, Path dataDir) {
        this.contexts = contexts;
        this.dataDir = dataDir;
    }

    /** Starts a service on a data directory, with settings such as {@code touchline.limits.columns=3}. */
    public static RunningService start(Path dataDir, String... settings) {
        return startAt(0, dataDir, settings);
    }

    /** Starts a service where another one was before. */
    public static RunningService startAt(int port, Path dataDir, String... settings) {
        String[] arguments = Stream.concat(
                        Stream.of("server.port=" + port, "touchline.data-dir=" + dataDir), Stream.of(settings))
                .map(setting -> "--" + setting)
                .toArray(String[]::new);
        return new RunningService(
                List.of(new SpringApplicationBuilder(TouchlineService.class).run(arguments)), dataDir.toAbsolutePath());
    }

    /** Two services of which each call goes to the other one than the call before. */
    public static RunningService inTurn(RunningService first, RunningService second) {
        return new RunningService(List.of(first.contexts.get(0), second.contexts.get(0)), first.dataDir);
    }

    /** The service that tests share; it ends with the process. */
    public static RunningService shared() {
        return Shared.SERVICE;
    }

    /** The port for the next call. */
    public int port() {
        ConfigurableApplicationContext next = contexts.get(calls.getAndIncrement() % contexts.size());
        return Integer.parseInt(String.valueOf(next.getEnvironment().getProperty("local.server.port")));
    }

    /**
     * Waits until all services have heard the quotes of a book that was made of acknowledged messages: each then answers its history, with which a gateway
     * waits for them.
     */
    public void settle(String symbol) {
        if (contexts.size() > 1) {
            contexts.forEach(each -> get("books/" + symbol + "/l1.csv"));
        }
    }

    /** A part of the service, to see or do what no call can. */
    public <T> T bean(Class<T> type) {
        return contexts.get(0).getBean(type);
    }

    /** The address of a call, such as {@code l1?emit=change}. */
    public URI uri(String call) {
        return URI.create("http://127.0.0.1:" + port() + (call.startsWith("/") ? call : "/api/v1/" + call));
    }

    Path dataDir() {
        return dataDir;
    }

    public HttpResponse<byte[]> send(String method, String call, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(call))
                .timeout(Duration.ofSeconds(30))
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<byte[]> get(String call, String... headers) {
        return send("GET", call, BodyPublishers.noBody(), headers);
    }

    public HttpResponse<byte[]> delete(String call) {
        return send("DELETE", call, BodyPublishers.noBody());
    }

    public HttpResponse<byte[]> post(String call, String body, String... headers) {
        return post(call, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public HttpResponse<byte[]> post(String call, byte[] body, String... headers) {
        return send("POST", call, BodyPublishers.ofByteArray(body), headers);
    }

    /** Keeps a conversion and answers its path below the base path. */
    String keep(String l3) {
        HttpResponse<byte[]> answer = post("conversions", l3, "Content-Type", "text/csv");
        assertThat(answer.statusCode()).isEqualTo(201);
        return answer.headers().firstValue("Location").orElseThrow().substring("/api/v1/".length());
    }

    /** How many conversions run. */
    int busy() {
        return (int) json(get("/actuator/metrics/touchline.conversions.running"))
                .at("/measurements/0/value")
                .asDouble();
    }

    /** What unfinished work has left in the data directory. */
    List<Path> leftovers() {
        try (Stream<Path> files = Files.list(dataDir.resolve("temp"))) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void assertNothingIsLeft() {
        await(() -> busy() == 0 && leftovers().isEmpty());
    }

    @Override
    public void close() {
        contexts.forEach(ConfigurableApplicationContext::close);
    }

    public static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    public static JsonNode json(HttpResponse<byte[]> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    /** Checks that an answer is a problem of a kind, and gives it. */
    public static JsonNode problem(HttpResponse<byte[]> answer, int status, String kind) {
        assertThat(answer.statusCode()).as(() -> text(answer)).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = json(answer);
        assertThat(problem.path("type").asString()).isEqualTo("urn:touchline:problem:" + kind);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotEmpty();
        assertThat(problem.path("detail").asString()).isNotEmpty().doesNotContain("Exception", "org.", "java.");
        return problem;
    }

    public static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    public static byte[] gzip(String plain) {
        return gzip(plain.getBytes(StandardCharsets.UTF_8));
    }

    public static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("a minute is over").isLessThan(end);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Begins without the live books of an earlier run. */
    private static final class Shared {
        static final RunningService SERVICE = start(emptied(Path.of("target", "service-data")));

        private static Path emptied(Path dataDir) {
            try {
                FileSystemUtils.deleteRecursively(dataDir.resolve("live"));
                return dataDir;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
