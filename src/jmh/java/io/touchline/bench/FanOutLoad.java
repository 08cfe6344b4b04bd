package io.touchline.bench;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** Frames a second to 1,000 subscribers, as fast as they take them, beside a bare loop over the same sockets that sends a constant. */
final class FanOutLoad {

    private static final int SUBSCRIBERS = 1_000;
    private static final int QUOTES_A_FRAME = 20;
    /** Quotes on their way to each; with too many they would be merged. */
    private static final int UNDER_WAY = 200;

    private static final long WARM_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long TIMED_NANOS = TimeUnit.SECONDS.toNanos(8);

    private final Path dir;
    private final BiConsumer<String, Double> figures;

    FanOutLoad(Path dir, BiConsumer<String, Double> figures) {
        this.dir = dir;
        this.figures = figures;
    }

    void run() throws Exception {
        double service;
        try (LoadServer server = LoadServer.service(dir.resolve("service"), "touchline.live.durability=none");
                LoadSockets in = LoadSockets.open(server.port(), "/ws/l3", 1, "", LoadSockets.NOBODY);
                LoadSockets out = LoadSockets.open(
                        server.port(),
                        "/ws/l1",
                        SUBSCRIBERS,
                        "{\"op\":\"subscribe\",\"symbols\":[\"FANOUT\"]}",
                        LoadSockets.NOBODY)) {
            service = perSecond(new Feed(in, out), out);
        }
        double bare;
        try (LoadServer server = LoadServer.bare(dir.resolve("bare"));
                LoadSockets out = LoadSockets.open(server.port(), "/ws", SUBSCRIBERS, "go", LoadSockets.NOBODY)) {
            bare = perSecond(() -> {}, out);
        }
        figures.accept("frames/s to " + SUBSCRIBERS, service);
        figures.accept("frames/s of a bare loop", bare);
        figures.accept("share of the bare loop", service / bare);
    }

    private double perSecond(Runnable turn, LoadSockets out) throws InterruptedException {
        long start = System.nanoTime() + WARM_NANOS;
        run(turn, start);
        long before = out.frames();
        run(turn, start + TIMED_NANOS);
        return (out.frames() - before) / (TIMED_NANOS / 1e9);
    }

    private static void run(Runnable turn, long end) throws InterruptedException {
        while (System.nanoTime() < end) {
            turn.run();
            TimeUnit.MICROSECONDS.sleep(200);
        }
    }

    /** Sends messages as long as not too many of their quotes are under way. */
    private static final class Feed implements Runnable {

        private final LoadSockets in;
        private final LoadSockets out;
        private long sent;

        Feed(LoadSockets in, LoadSockets out) {
            this.in = in;
            this.out = out;
        }

        @Override
        public void run() {
            while (sent - out.frames() / SUBSCRIBERS < UNDER_WAY) {
                StringBuilder frame = new StringBuilder("[");
                for (int i = 0; i < QUOTES_A_FRAME; i++) {
                    frame.append(i == 0 ? "" : ",").append(LoadBodies.update("FANOUT", ++sent));
                }
                in.send(frame.append(']').toString());
            }
        }
    }
}
