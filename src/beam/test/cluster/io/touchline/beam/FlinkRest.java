package io.touchline.beam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;

/** What a JobManager answers about its cluster and jobs. Any thread; an {@link IOException} when it does not answer. */
final class FlinkRest {

    private static final Set<String> ENDED = Set.of("FINISHED", "FAILED", "CANCELED");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final int port;

    FlinkRest(int port) {
        this.port = port;
    }

    int port() {
        return port;
    }

    /** How many slots the TaskManagers have that are part of the cluster. */
    int slots() throws IOException, InterruptedException {
        return get("/overview").path("slots-total").intValue();
    }

    /** Its only job that has not ended. */
    String job() throws IOException, InterruptedException {
        for (JsonNode job : get("/jobs").path("jobs")) {
            if (!ENDED.contains(job.path("status").asText())) {
                return job.path("id").asText();
            }
        }
        throw new IOException("no job");
    }

    /** Whether each part of a job runs. */
    boolean isRunning(String job) throws IOException, InterruptedException {
        JsonNode found = get("/jobs/" + job);
        int running = 0;
        int all = 0;
        for (JsonNode vertex : found.path("vertices")) {
            all += vertex.path("parallelism").intValue();
            running += vertex.path("tasks").path("RUNNING").intValue();
        }
        return found.path("state").asText().equals("RUNNING") && running == all;
    }

    /** How many checkpoints of a job were completed. */
    long checkpoints(String job) throws IOException, InterruptedException {
        return get("/jobs/" + job + "/checkpoints")
                .path("counts")
                .path("completed")
                .longValue();
    }

    /** How many times a job went on from a checkpoint. */
    long restored(String job) throws IOException, InterruptedException {
        return get("/jobs/" + job + "/checkpoints")
                .path("counts")
                .path("restored")
                .longValue();
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest call = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(PATIENCE)
                .build();
        return json.readTree(client.send(call, BodyHandlers.ofString()).body());
    }
}
