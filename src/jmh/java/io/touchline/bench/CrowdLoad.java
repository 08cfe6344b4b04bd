package io.touchline.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/**
 * How long quotes take to {@value #READERS} subscribers, alone and among {@value #BAD} that read nothing and {@value #BAD} that read slowly: these
 * have another symbol too, of which they got more than they can take before the time is taken.
 */
final class CrowdLoad {

    private static final int READERS = 1_800;
    private static final int BAD = 100;
    private static final int RATE = 10;
    private static final int BUSY_RATE = 20;
    private static final int BURST = 100;
    private static final int WARM_SECONDS = 6;
    private static final int TIMED_SECONDS = 40;
    private static final int SLOW_BYTES_A_SECOND = 5 * 1024;

    private static final String SUBSCRIBE = "{\"op\":\"subscribe\",\"symbols\":[\"L\",\"BUSY\"]}";

    private final Path dir;
    private final BiConsumer<String, Double> figures;

    CrowdLoad(Path dir, BiConsumer<String, Double> figures) {
        this.dir = dir;
        this.figures = figures;
    }

    void run() throws Exception {
        try (LoadServer server = service("alone");
                Busy busy = new Busy(server.port())) {
            busy.start();
            latency(server, "alone, ");
            figures.accept("alone, MB of the process at its largest", server.peakMegabytes());
        }
        try (LoadServer server = service("crowd");
                LoadSockets frozen = LoadSockets.openFrozen(server.port(), "/ws/l1", BAD, SUBSCRIBE);
                LoadSockets slow = LoadSockets.openFrozen(server.port(), "/ws/l1", BAD, SUBSCRIBE);
                Busy busy = new Busy(server.port())) {
            busy.reads(slow);
            while (server.metric("touchline.socket.lagging") < 2 * BAD) {
                busy.burst();
            }
            busy.start();
            latency(server, "among bad ones, ");
            figures.accept("among bad ones, MB of the process at its largest", server.peakMegabytes());
            figures.accept("bad ones", 1.0 * (frozen.count() + slow.count()));
            figures.accept("bad ones told that they lag", server.metric("touchline.socket.lagging"));
            figures.accept("bad ones closed", server.metric("touchline.socket.slow"));
            figures.accept("quotes conflated", server.metric("touchline.socket.quotes.conflated"));
        }
    }

    private LoadServer service(String name) throws Exception {
        return LoadServer.service(dir.resolve(name), "touchline.socket.queued-quotes=1000");
    }

    private void latency(LoadServer server, String name) throws Exception {
        new LatencyLoad(READERS, RATE, WARM_SECONDS, TIMED_SECONDS)
                .run(server, (figure, value) -> figures.accept(name + figure, value));
    }

    /** Sends the messages of the busy symbol, and has the slow sockets read a little. */
    private static final class Busy implements AutoCloseable {

        private final LoadSockets in;
        private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
        private final AtomicLong sent = new AtomicLong();

        Busy(int port) throws IOException {
            in = LoadSockets.open(port, "/ws/l3", 1, "", LoadSockets.NOBODY);
        }

        void burst() {
            StringBuilder frame = new StringBuilder("[").append(update());
            for (int i = 1; i < BURST; i++) {
                frame.append(',').append(update());
            }
            in.send(frame.append(']').toString());
        }

        private String update() {
            return LoadBodies.update("BUSY", sent.incrementAndGet());
        }

        void start() {
            every(TimeUnit.SECONDS.toNanos(1) / BUSY_RATE, () -> in.send(update()));
        }

        void reads(LoadSockets slow) {
            every(TimeUnit.SECONDS.toNanos(1), () -> slow.readSome(SLOW_BYTES_A_SECOND));
        }

        private void every(long nanos, Runnable task) {
            ScheduledFuture<?> unused = threads.scheduleAtFixedRate(task, 0, nanos, TimeUnit.NANOSECONDS);
        }

        @Override
        public void close() throws IOException {
            threads.shutdownNow();
            in.close();
        }
    }
}
