package io.touchline.live;

import io.touchline.binary.NumberWriter;
import io.touchline.journal.Journal;
import io.touchline.journal.SnapshotWriter;
import io.touchline.journal.Snapshots;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Writes snapshots, one at a time, on a thread of its own, and deletes what need not be kept any more, then and from time to time. A snapshot that
 * fails leaves the one before in force.
 */
final class SnapshotKeeper {

    /** The section of the limits of all books; symbols are never empty. */
    static final String LIMITS = "";

    private static final long LOOKS_PER_AGE = 100;
    private static final long SHORTEST_MILLIS = 1_000;
    private static final long LONGEST_MILLIS = 60_000;

    private final Shared shared;
    private final Journal journal;
    private final Snapshots snapshots;
    private final Partitions partitions;
    private final Retention retention;
    private final AtomicBoolean writing = new AtomicBoolean();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread created = new Thread(task, "touchline-snapshots");
        created.setDaemon(true);
        return created;
    });
    private boolean undeleted;

    SnapshotKeeper(Shared shared, Journal journal, Snapshots snapshots, Partitions partitions) {
        this.shared = shared;
        this.journal = journal;
        this.snapshots = snapshots;
        this.partitions = partitions;
        retention = new Retention(shared.settings().history(), journal, snapshots);
    }

    /** Deletes from now on what becomes too old, also when no snapshot is made any more. */
    void start() {
        long each = shared.settings().history().age().toMillis() / LOOKS_PER_AGE;
        long millis = Math.max(SHORTEST_MILLIS, Math.min(LONGEST_MILLIS, each));
        ScheduledFuture<?> unused =
                thread.scheduleWithFixedDelay(this::delete, SHORTEST_MILLIS, millis, TimeUnit.MILLISECONDS);
    }

    /**
     * Has a snapshot made of all that was delivered so far; for the thread that delivers.
     *
     * @param force makes durable what a section may know of
     * @return false when one is being written
     */
    boolean begin(Supplier<CompletableFuture<Void>> force) {
        if (!writing.compareAndSet(false, true)) {
            return false;
        }
        FeedLimits limits = FeedLimits.of(shared.settings().book());
        SnapshotRun run = new SnapshotRun(journal.lastAccepted() + 1, limits, partitions.size());
        partitions.deliver(run);
        thread.execute(() -> write(run, force));
        return true;
    }

    /** Writes a last one, behind all that was delivered, and ends the thread. */
    void finish(Supplier<CompletableFuture<Void>> force) throws InterruptedException {
        try {
            thread.submit(() -> {}).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a task that does nothing failed", e);
        }
        begin(force);
        thread.shutdown();
        thread.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    }

    private void write(SnapshotRun run, Supplier<CompletableFuture<Void>> force) {
        long start = System.nanoTime();
        try {
            if (write(run, snapshots.begin(run.record()), force)) {
                shared.events().snapshotWritten(run.record(), System.nanoTime() - start);
                delete();
            }
        } catch (IOException | RuntimeException e) {
            shared.events().snapshotFailed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            run.cancel();
            writing.set(false);
        }
    }

    /** Deletes what need not be kept; that this fails is told once. */
    private void delete() {
        try {
            retention.apply(shared.clock().instant());
            undeleted = false;
        } catch (IOException | RuntimeException e) {
            if (!undeleted) {
                shared.events().deletionFailed(e);
            }
            undeleted = true;
        }
    }

    private static boolean write(SnapshotRun run, SnapshotWriter file, Supplier<CompletableFuture<Void>> force)
            throws IOException, InterruptedException {
        try (file) {
            file.section(LIMITS, out -> write(run.limits(), out));
            for (SnapshotRun.Section section = run.next(); section != null; section = run.next()) {
                NumberWriter data = section.data();
                file.section(section.symbol(), out -> out.write(data.bytes(), 0, data.length()));
            }
            if (run.isCancelled()) {
                return false;
            }
            force.get().join();
            file.finish();
            return true;
        }
    }

    private static void write(FeedLimits limits, OutputStream out) throws IOException {
        NumberWriter data = new NumberWriter(16);
        limits.write(data);
        out.write(data.bytes(), 0, data.length());
    }
}
