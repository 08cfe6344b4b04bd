package io.touchline.bench;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.HdrHistogram.Histogram;

/**
 * From a message at {@code /ws/l3} to its quote at {@code /ws/l1}: one symbol, a frame per message, at a steady rate.
 *
 * <p>Counted from when a message was to be sent, not from when it was, so that a server that stalls the sender does not hide it.
 */
final class LatencyLoad {

    private final int warmSeconds;
    private final int timedSeconds;
    private final int subscribers;
    private final int rate;
    private final AtomicLong startNanos = new AtomicLong();
    private final Histogram micros = new Histogram(TimeUnit.MINUTES.toMicros(1), 3);

    /** Subscribers to one symbol, and its messages a second. */
    LatencyLoad(int subscribers, int rate, int warmSeconds, int timedSeconds) {
        this.subscribers = subscribers;
        this.rate = rate;
        this.warmSeconds = warmSeconds;
        this.timedSeconds = timedSeconds;
    }

    /** With a service of its own. */
    void run(Path dir, String durability, BiConsumer<String, Double> figures) throws Exception {
        try (LoadServer server = LoadServer.service(dir, "touchline.live.durability=" + durability)) {
            run(server, figures);
        }
    }

    void run(LoadServer server, BiConsumer<String, Double> figures) throws Exception {
        int messages = rate * (warmSeconds + timedSeconds);
        try (LoadSockets in = LoadSockets.open(server.port(), "/ws/l3", 1, "", LoadSockets.NOBODY);
                LoadSockets out = LoadSockets.open(
                        server.port(),
                        "/ws/l1",
                        subscribers,
                        "{\"op\":\"subscribe\",\"symbols\":[\"L\"]}",
                        this::heard)) {
            TimeUnit.SECONDS.sleep(1);
            startNanos.set(System.nanoTime());
            for (int i = 1; i <= messages; i++) {
                awaitTime(due(i));
                in.send(LoadBodies.update("L", i));
            }
            awaitAll(out, (messages + 1L) * subscribers);
        }
        figures.accept("quote latency p50, us", micros.getValueAtPercentile(50) * 1.0);
        figures.accept("quote latency p99, us", micros.getValueAtPercentile(99) * 1.0);
        figures.accept("quote latency max, us", micros.getMaxValue() * 1.0);
    }

    private long due(long message) {
        return startNanos.get() + message * TimeUnit.SECONDS.toNanos(1) / rate;
    }

    private static void awaitTime(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void heard(byte[] bytes, int from, int to) {
        if (bytes[from + 9] != 'q') {
            return;
        }
        long seqNum = 0;
        long unit = 1;
        for (int at = to - 3; bytes[at] != '"'; at--) {
            seqNum += (bytes[at] - '0') * unit;
            unit *= 10;
        }
        if (seqNum > (long) rate * warmSeconds) {
            micros.recordValue(TimeUnit.NANOSECONDS.toMicros(Math.max(0, System.nanoTime() - due(seqNum))));
        }
    }

    private static void awaitAll(LoadSockets out, long expected) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (out.frames() < expected) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("expected " + expected + " frames, found " + out.frames());
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }
}
