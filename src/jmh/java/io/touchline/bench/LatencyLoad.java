package io.touchline.bench;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
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
    private final int subscribers;
    private final int rate;
    private final int messages;
    private final AtomicLong startNanos = new AtomicLong();
    private final AtomicInteger heardLast = new AtomicInteger();
    private final LongAdder quotes = new LongAdder();
    private final Histogram micros = new Histogram(TimeUnit.MINUTES.toMicros(1), 3);

    /** Subscribers to one symbol, and its messages a second. */
    LatencyLoad(int subscribers, int rate, int warmSeconds, int timedSeconds) {
        this.subscribers = subscribers;
        this.rate = rate;
        messages = rate * (warmSeconds + timedSeconds);
        this.warmSeconds = warmSeconds;
    }

    /** With a service of its own. */
    void run(Path dir, String durability, BiConsumer<String, Double> figures) throws Exception {
        try (LoadServer server = LoadServer.service(dir, "touchline.live.durability=" + durability)) {
            run(server, figures);
            if (durability.equals("group")) {
                figures.accept("a force, mean, us", server.meanSeconds("touchline.live.journal.fsync") * 1e6);
                figures.accept("a force, p99, us", server.quantileSeconds("touchline_live_journal_fsync", 0.99) * 1e6);
                figures.accept("a force, max, us", server.maxSeconds("touchline.live.journal.fsync") * 1e6);
            }
        }
    }

    void run(LoadServer server, BiConsumer<String, Double> figures) throws Exception {
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
            awaitLast(out);
        }
        figures.accept("quote latency p50, us", micros.getValueAtPercentile(50) * 1.0);
        figures.accept("quote latency p99, us", micros.getValueAtPercentile(99) * 1.0);
        figures.accept("quote latency max, us", micros.getMaxValue() * 1.0);
        figures.accept("quotes merged into later ones", (double) messages * subscribers - quotes.sum());
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
        quotes.increment();
        if (seqNum == messages) {
            heardLast.incrementAndGet();
        }
        if (seqNum > (long) rate * warmSeconds) {
            micros.recordValue(TimeUnit.NANOSECONDS.toMicros(Math.max(0, System.nanoTime() - due(seqNum))));
        }
    }

    /** Waits until each subscriber has the last quote, which always comes; others are merged when the server or this tool stalls for too long. */
    private void awaitLast(LoadSockets out) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (heardLast.get() < subscribers) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "expected " + subscribers + " last quotes, found " + heardLast + "; frames: " + out.frames());
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }
}
