package io.touchline.beam;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A stream on Flink in this process, whose checkpoints outlive it; told what to do over Flink's own HTTP. */
final class FlinkJob implements RunningJob {

    /** The interval between checkpoints, milliseconds, with which none comes by itself. */
    static final int RARELY = 3_600_000;

    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f]{32})\"");
    private static final Pattern TRIGGER = Pattern.compile("\"request-id\":\"([0-9a-f]+)\"");
    private static final Pattern COMPLETED =
            Pattern.compile("\"latest\":\\{\"completed\":\\{.*?\"external_path\":\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final CompletableFuture<Void> ended;

    private FlinkJob(String address, CompletableFuture<Void> ended) {
        this.address = address;
        this.ended = ended;
    }

    /**
     * Starts a job.
     *
     * @param interval between two checkpoints, milliseconds
     * @param checkpoint where to go on; null for the beginning
     */
    static FlinkJob start(Path folder, List<String> options, int interval, @Nullable String checkpoint)
            throws Exception {
        int port = freePort();
        Path conf = Files.createTempDirectory(folder, "conf");
        Files.writeString(conf.resolve("flink-conf.yaml"), """
                rest.bind-port: %d
                execution.buffer-timeout.interval: 2 ms
                state.checkpoints.dir: %s
                state.checkpoints.num-retained: 10000
                %s
                """.formatted(
                        port,
                        folder.resolve("checkpoints").toUri(),
                        checkpoint == null ? "" : "execution.savepoint.path: " + checkpoint));
        List<String> engine = List.of(
                "--flinkConfDir=" + conf,
                "--checkpointingInterval=" + interval,
                "--externalizedCheckpointsEnabled=true",
                "--retainExternalizedCheckpointsOnCancellation=true");
        CompletableFuture<Void> ended = new CompletableFuture<>();
        Thread thread = new Thread(() -> run(options, engine, ended), "flink-job");
        thread.setDaemon(true);
        thread.start();
        return new FlinkJob("http://localhost:" + port, ended);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void run(List<String> options, List<String> engine, CompletableFuture<Void> ended) {
        try {
            RunningJob.pipeline(options, engine).run().waitUntilFinish();
            ended.complete(null);
        } catch (Throwable e) {
            ended.completeExceptionally(e);
        }
    }

    @Override
    public void check() {
        if (ended.isDone()) {
            ended.join();
            throw new IllegalStateException("job: expected it to run, found it ended");
        }
    }

    /** Has a checkpoint made and waits for it; answers where it is. */
    String checkpoint() throws Exception {
        String job = job();
        String trigger = found(TRIGGER, send("POST", "/jobs/" + job + "/checkpoints", "{\"checkpointType\":\"FULL\"}"));
        Await.until("the checkpoint", this, () -> {
            String state = send("GET", "/jobs/" + job + "/checkpoints/" + trigger, "");
            if (state.contains("failure-cause")) {
                throw new IllegalStateException(state.substring(0, Math.min(state.length(), 500)));
            }
            return state.contains("COMPLETED");
        });
        return latestCheckpoint();
    }

    /** Where the last checkpoint is; waits for the first. */
    String latestCheckpoint() throws Exception {
        String path = "/jobs/" + job() + "/checkpoints";
        Await.until("a checkpoint", this, () -> COMPLETED
                .matcher(send("GET", path, ""))
                .find());
        return found(COMPLETED, send("GET", path, ""));
    }

    @Override
    public void close() throws IOException {
        try {
            if (!ended.isDone()) {
                send("PATCH", "/jobs/" + job(), "");
            }
            ended.handle((ok, cancelled) -> true).get(1, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new IOException("job: expected it to end", e);
        }
    }

    private String job() throws Exception {
        Await.until("the job", this, () -> ID.matcher(send("GET", "/jobs", "")).find());
        return found(ID, send("GET", "/jobs", ""));
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException(
                    "expected " + pattern + ", found " + text.substring(0, Math.min(text.length(), 500)));
        }
        return matcher.group(1);
    }

    /** Nothing as long as Flink does not listen. */
    private String send(String method, String path, String body) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return response.body();
        } catch (IOException e) {
            return "";
        }
    }
}
