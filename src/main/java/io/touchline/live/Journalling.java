package io.touchline.live;

import io.touchline.feed.LimitExceededException;
import io.touchline.feed.LimitExceededException.Limit;
import io.touchline.journal.Journal;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The thread that writes the journal: takes all requests that wait, appends them, makes the group durable at once, and delivers it to the
 * partitions.
 *
 * <p>When that fails, all requests of the group fail and none is applied; no request is taken until the journal is found to work again, for which it
 * is tried every second. At the end, when the queue is closed, all that is left is written and forced.
 */
final class Journalling {

    private static final long GROUP_BYTES = 4 << 20;
    private static final long PROBE_NANOS = Duration.ofSeconds(1).toNanos();

    private final Shared shared;
    private final Journal journal;
    private final Partitions partitions;
    private final SnapshotKeeper snapshots;
    private final Set<String> symbols;
    private final Durability durability;
    private final long upkeepNanos;
    private final Thread thread = new Thread(this::run, "touchline-journal");

    private final List<Runnable> undo = new ArrayList<>();
    private final AtomicLong records = new AtomicLong();
    private final AtomicLong forces = new AtomicLong();
    private final AtomicReference<@Nullable CompletableFuture<Void>> asked = new AtomicReference<>();
    private final CompletableFuture<Void> lastForce = new CompletableFuture<>();
    private long lastUpkeep = System.nanoTime();
    private int segments;

    /**
     * Makes the thread; {@link #start} starts it.
     *
     * @param symbols of all books there are
     */
    Journalling(
            Shared shared,
            Journal journal,
            Partitions partitions,
            SnapshotKeeper snapshots,
            Collection<String> symbols) {
        this.shared = shared;
        this.journal = journal;
        this.partitions = partitions;
        this.snapshots = snapshots;
        this.symbols = new HashSet<>(symbols);
        this.durability = shared.settings().journal().durability();
        long interval = shared.settings().journal().fsyncInterval().toNanos();
        this.upkeepNanos = durability == Durability.INTERVAL ? Math.min(interval, PROBE_NANOS) : PROBE_NANOS;
        this.segments = journal.segments();
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Waits for the end of the thread, once the queue is closed. */
    void join() throws InterruptedException {
        thread.join();
    }

    /** Completes once all that was delivered so far is durable. One thread at a time asks, and not this one. */
    CompletableFuture<Void> force() {
        if (lastForce.isDone()) {
            return lastForce;
        }
        CompletableFuture<Void> forced = new CompletableFuture<>();
        asked.set(forced);
        shared.requests().wake();
        return CompletableFuture.anyOf(forced, lastForce).thenAccept(done -> {});
    }

    /** Records written since the start. */
    long records() {
        return records.get();
    }

    /** How often the journal was forced since the start. */
    long forces() {
        return forces.get();
    }

    private void run() {
        List<JournalEntry> group = new ArrayList<>();
        boolean open = true;
        while (open) {
            try {
                open = shared.requests().take(group, GROUP_BYTES, upkeepNanos);
                turn(group);
            } catch (Throwable e) {
                failAll(group, shared.health().broke(e));
            }
            group.clear();
        }
        force(lastForce);
    }

    private void turn(List<JournalEntry> group) {
        if (!group.isEmpty()) {
            write(group);
        }
        if (asked.get() != null || System.nanoTime() - lastUpkeep >= upkeepNanos) {
            upkeep();
        }
        if (journal.segments() != segments && snapshots.begin(this::force)) {
            segments = journal.segments();
        }
    }

    private void write(List<JournalEntry> group) {
        List<JournalEntry> written = new ArrayList<>(group.size());
        undo.clear();
        try {
            shared.health().check();
            for (JournalEntry entry : group) {
                if (isAdmitted(entry)) {
                    entry.written(journal.append(entry.bytes(), 0, entry.length()));
                    written.add(entry);
                }
            }
            accept(written.size());
        } catch (IOException e) {
            undo.forEach(Runnable::run);
            failAll(group, shared.health().failed(e));
            return;
        } catch (JournalUnavailableException e) {
            failAll(group, e);
            return;
        }
        records.addAndGet(written.size());
        partitions.deliver(written);
    }

    /** Makes the group as durable as the setting says. */
    private void accept(int requests) throws IOException {
        if (durability == Durability.GROUP) {
            long start = System.nanoTime();
            journal.force();
            forced(start, requests);
        } else {
            journal.flush();
        }
    }

    private void forced(long start, int requests) {
        forces.incrementAndGet();
        shared.events().forced(System.nanoTime() - start, requests);
    }

    /** Whether a record is to be written; when not, its entry is completed. */
    private boolean isAdmitted(JournalEntry entry) {
        String symbol = entry.symbol();
        return switch (entry.kind()) {
            case MESSAGES -> symbols.contains(symbol) || isAdmittedNew(entry);
            case FORGET -> isForgotten(entry);
            default -> true;
        };
    }

    private boolean isAdmittedNew(JournalEntry entry) {
        int most = shared.settings().books();
        if (symbols.size() >= most) {
            entry.future().completeExceptionally(new LimitExceededException(Limit.BOOKS, most, 0));
            return false;
        }
        symbols.add(entry.symbol());
        undo.add(0, () -> symbols.remove(entry.symbol()));
        return true;
    }

    private boolean isForgotten(JournalEntry entry) {
        if (!symbols.remove(entry.symbol())) {
            entry.future().complete(Applied.nothing(0));
            return false;
        }
        undo.add(0, () -> symbols.add(entry.symbol()));
        return true;
    }

    /** Forces what is only flushed, and finds out whether a disk that failed works again. */
    private void upkeep() {
        lastUpkeep = System.nanoTime();
        CompletableFuture<Void> asking = asked.getAndSet(null);
        if (asking != null) {
            force(asking);
        } else if (shared.health().hasFailed() || isForceDue()) {
            force(new CompletableFuture<>());
        }
    }

    private boolean isForceDue() {
        return durability == Durability.INTERVAL && journal.lastDurable() < journal.lastAccepted();
    }

    private void force(CompletableFuture<Void> completed) {
        try {
            long start = System.nanoTime();
            journal.force();
            forced(start, 0);
            shared.health().works();
            completed.complete(null);
        } catch (IOException e) {
            completed.completeExceptionally(shared.health().failed(e));
        }
    }

    private static void failAll(List<JournalEntry> entries, RuntimeException failure) {
        entries.forEach(entry -> entry.future().completeExceptionally(failure));
    }
}
