package io.touchline.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;

/** Messages by the thousand in each request, into one book, one request after the other, each durable before the next. */
final class PostLoad {

    private final Path dir;
    private final BiConsumer<String, Double> figures;

    PostLoad(Path dir, BiConsumer<String, Double> figures) {
        this.dir = dir;
        this.figures = figures;
    }

    void csv() throws Exception {
        run("text/csv", LoadBodies.csv(40, 50_000), 40 * 50_000);
    }

    void csv(LoadServer server) throws Exception {
        run(server, "text/csv", LoadBodies.csv(40, 50_000), 40 * 50_000);
    }

    void ndjson() throws Exception {
        run("application/x-ndjson", LoadBodies.ndjson(20, 50_000), 20 * 50_000);
    }

    private void run(String type, List<byte[]> bodies, int messages) throws Exception {
        try (LoadServer server = LoadServer.service(dir)) {
            run(server, type, bodies, messages);
        }
    }

    private void run(LoadServer server, String type, List<byte[]> bodies, int messages) throws Exception {
        try (LoadPosts posts = new LoadPosts(server.port())) {
            post(posts, "WARM", type, bodies);
            long start = System.nanoTime();
            post(posts, "TIMED", type, bodies);
            figures.accept("messages/s, durable", messages / ((System.nanoTime() - start) / 1e9));
        }
    }

    static void post(LoadPosts posts, String symbol, String type, List<byte[]> bodies) {
        for (byte[] body : bodies) {
            posts.post("/api/v1/books/" + symbol + "/messages", type, body);
        }
    }
}
