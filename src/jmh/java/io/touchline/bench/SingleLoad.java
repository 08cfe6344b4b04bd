package io.touchline.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Single messages, each its own request, over 64 connections; beside what HTTP and the disk allow apart. */
final class SingleLoad {

    private static final int CONNECTIONS = 64;
    private static final long WARM_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final long TIMED_NANOS = TimeUnit.SECONDS.toNanos(8);
    private static final int RECORD_BYTES = 80;

    private final Path dir;
    private final BiConsumer<String, Double> figures;

    SingleLoad(Path dir, BiConsumer<String, Double> figures) {
        this.dir = dir;
        this.figures = figures;
    }

    void run() throws Exception {
        try (LoadServer server = LoadServer.service(dir.resolve("service"))) {
            figures.accept("single posts acknowledged/s", perSecond(server));
        }
        try (LoadServer server = LoadServer.bare(dir.resolve("bare"))) {
            figures.accept("the same posts to bare Tomcat/s", perSecond(server));
        }
        figures.accept("forces of " + RECORD_BYTES + " bytes/s", forcesPerSecond());
    }

    static double perSecond(LoadServer server) throws Exception {
        LongAdder posted = new LongAdder();
        long start = System.nanoTime() + WARM_NANOS;
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Callable<@Nullable Void>> posters = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                String symbol = "BOOK" + i;
                posters.add(() -> post(server.port(), symbol, start, posted));
            }
            for (Future<@Nullable Void> each : threads.invokeAll(posters)) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
        return posted.sum() / (TIMED_NANOS / 1e9);
    }

    private static @Nullable Void post(int port, String symbol, long start, LongAdder posted) throws IOException {
        try (LoadPosts posts = new LoadPosts(port)) {
            String path = "/api/v1/books/" + symbol + "/messages";
            long seqNum = 1;
            for (long now = System.nanoTime(); now - start < TIMED_NANOS; now = System.nanoTime()) {
                posts.post(path, "application/json", body(symbol, seqNum++));
                if (now - start > 0) {
                    posted.increment();
                }
            }
        }
        return null;
    }

    private static byte[] body(String symbol, long seqNum) {
        return LoadBodies.update(symbol, seqNum).getBytes(StandardCharsets.US_ASCII);
    }

    private double forcesPerSecond() throws IOException {
        ByteBuffer record = ByteBuffer.allocate(RECORD_BYTES);
        int forces = 0;
        try (FileChannel file = FileChannel.open(
                dir.resolve("forced"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.APPEND)) {
            long start = System.nanoTime();
            while (System.nanoTime() - start < TIMED_NANOS / 2) {
                file.write(record.clear());
                file.force(false);
                forces++;
            }
        }
        return forces / (TIMED_NANOS / 2e9);
    }
}
