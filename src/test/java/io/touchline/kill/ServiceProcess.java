package io.touchline.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.cli.PackagedJar;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged jar as a service, called over HTTP as anybody calls it. */
final class ServiceProcess implements BooksProcess {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Pattern QUOTE = Pattern.compile("\"n\":(\\d+),.*\"time\":\"([^\"]+)\",\"bid_price\":([^,]+),"
            + "\"ask_price\":([^,]+),\"bid_size\":([^,]+),\"ask_size\":([^,]+),\"seq_num\":\"(\\d+)\"");
    private static final long LOOK_NANOS = 5_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PackagedJar jar;
    private final Process process;
    private final Random random = new Random(7);
    private final List<Thread> followers = Collections.synchronizedList(new ArrayList<>());
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private int port;

    private ServiceProcess(PackagedJar jar, Process process) {
        this.jar = jar;
        this.process = process;
    }

    static ServiceProcess start(Path dir) throws IOException {
        return start(dir, 0);
    }

    /**
     * Starts one.
     *
     * @param port 0 for any
     */
    static ServiceProcess start(Path dir, int port) throws IOException {
        PackagedJar jar = new PackagedJar(Files.createDirectories(dir));
        EngineProcess.QUICK_START.forEach(jar::jvm);
        Process process = jar.start(
                "--server.port=" + port, "--touchline.data-dir=" + dir, "--touchline.live.segment-bytes=64KB");
        ServiceProcess started = new ServiceProcess(jar, process);
        started.port = port;
        return started;
    }

    /** The service says that its port is open once it is. */
    @Override
    public void awaitOpen() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Matcher found = PORT.matcher(jar.out());
        while (!found.find()) {
            assertThat(System.nanoTime()).as(jar.out()).isLessThan(end);
            assertThat(process.isAlive()).as(jar.out()).isTrue();
            LockSupport.parkNanos(LOOK_NANOS);
            found = PORT.matcher(jar.out());
        }
        port = Integer.parseInt(found.group(1));
    }

    /** Sends a message that adds an order; answers the status. */
    int add(String symbol, long seqNum) throws IOException {
        String message = "{\"seq_num\":\"" + seqNum + "\",\"action\":\"ADD\",\"order_id\":\"" + seqNum
                + "\",\"side\":\"BUY\",\"price\":1,\"quantity\":1}";
        HttpRequest.Builder post = call("books/" + symbol + "/messages")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(message));
        return send(post).statusCode();
    }

    @Override
    public void send(Request request) throws IOException {
        Request.Body body = body(request);
        HttpRequest.Builder post = call("books/" + request.symbol() + "/messages")
                .header("Content-Type", body.type())
                .POST(BodyPublishers.ofString(body.text()));
        HttpResponse<String> answer = send(post);
        assertThat(answer.statusCode()).as(answer::body).isEqualTo(200);
    }

    private synchronized Request.Body body(Request request) {
        return request.body(random);
    }

    @Override
    public void forget(String symbol) throws IOException {
        HttpResponse<String> answer = send(call("books/" + symbol).DELETE());
        assertThat(answer.statusCode()).as(answer::body).isIn(204, 404);
    }

    @Override
    public void follow(String symbol, long from, Heard heard) {
        Thread follower = new Thread(() -> follow(new Following(symbol, from, heard)), "follower of " + symbol);
        followers.add(follower);
        follower.start();
    }

    /** Comes again, as clients do, when it was too slow to be told every quote. */
    private void follow(Following following) {
        try {
            while (process.isAlive()) {
                following.stream();
            }
        } catch (IOException e) {
            // the process has ended
        }
    }

    @Override
    public List<String> history(String symbol, String emit) throws IOException {
        String rows = get("books/" + symbol + "/l1.csv?emit=" + emit);
        return rows.startsWith("time,") ? rows.lines().skip(1).toList() : List.of();
    }

    @Override
    public String view(String symbol) throws IOException {
        return get("books/" + symbol) + get("books/" + symbol + "/depth?levels=1000");
    }

    @Override
    public int kill() throws InterruptedException {
        process.destroyForcibly();
        int exit = process.waitFor();
        for (Thread each : List.copyOf(followers)) {
            each.join();
        }
        return exit;
    }

    /** Asks it to end, as an operator does, and waits for that. */
    int stop() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    private String get(String path) throws IOException {
        HttpResponse<String> answer = send(call(path).GET());
        assertThat(answer.statusCode()).as(answer::body).isIn(200, 404);
        return answer.body();
    }

    private HttpRequest.Builder call(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/" + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder call) throws IOException {
        try {
            return client.send(call.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** A client of a stream of events. */
    private final class Following {

        private final String symbol;
        private final Heard heard;
        private long next;

        Following(String symbol, long from, Heard heard) {
            this.symbol = symbol;
            this.next = from;
            this.heard = heard;
        }

        void stream() throws IOException {
            HttpRequest call = call("books/" + symbol + "/l1/stream?emit=packet&from=" + next)
                    .build();
            try (InputStream events =
                            client.send(call, BodyHandlers.ofInputStream()).body();
                    BufferedReader lines = new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8))) {
                String line = lines.readLine();
                while (line != null && !line.equals("event: lagging")) {
                    read(line);
                    line = lines.readLine();
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        private void read(String line) {
            Matcher quote = QUOTE.matcher(line);
            if (line.startsWith("data: ") && quote.find()) {
                next = Long.parseLong(quote.group(1)) + 1;
                heard.quote(next - 1, row(quote));
            } else if (line.startsWith("event: ")) {
                heard.quote(0, line);
            }
        }

        private static String row(Matcher quote) {
            return String.join(
                            ",",
                            quote.group(2),
                            quote.group(3),
                            quote.group(4),
                            quote.group(5),
                            quote.group(6),
                            quote.group(7))
                    .replace("null", "");
        }
    }
}
