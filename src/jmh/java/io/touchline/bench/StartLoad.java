package io.touchline.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a start takes, with an empty journal and with one of some million messages after a crash. */
final class StartLoad {

    private static final int BOOKS = 4;
    private static final int BODIES = 40;
    private static final int ROWS = 50_000;
    private static final Pattern OPENED = Pattern.compile("books=opened .* millis=(\\d+)");

    private final Path dir;
    private final BiConsumer<String, Double> figures;

    StartLoad(Path dir, BiConsumer<String, Double> figures) {
        this.dir = dir;
        this.figures = figures;
    }

    void run() throws Exception {
        List<byte[]> bodies = LoadBodies.csv(BODIES, ROWS);
        try (LoadServer server = LoadServer.service(dir);
                LoadPosts posts = new LoadPosts(server.port())) {
            figures.accept("seconds to ready, nothing to replay", server.secondsToReady());
            for (int i = 0; i < BOOKS; i++) {
                PostLoad.post(posts, "BOOK" + i, "text/csv", bodies);
            }
        }
        try (LoadServer server = LoadServer.service(dir)) {
            Matcher opened = OPENED.matcher(server.log());
            if (!opened.find()) {
                throw new IllegalStateException("expected a line of the opened books, found " + server.log());
            }
            double seconds = Long.parseLong(opened.group(1)) / 1e3;
            figures.accept("messages/s replayed", BOOKS * BODIES * ROWS / seconds);
            figures.accept("seconds to ready, " + BOOKS * BODIES * ROWS + " messages", server.secondsToReady());
        }
    }
}
