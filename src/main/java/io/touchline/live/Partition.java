package io.touchline.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A thread and the books that only it touches: applies deliveries, answers questions between them, tells the past to new subscribers, and offers
 * its books to a snapshot.
 *
 * <p>Should it meet what must not happen, it refuses all later deliveries and still answers questions.
 */
final class Partition {

    private static final long IDLE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long BEHIND_NANOS = Duration.ofMillis(2).toNanos();
    private static final long HOLDS_PER_TICK = 16;

    private final Shared shared;
    private final PartitionQueue queue;
    private final PartitionBooks books;
    private final Thread thread;
    private final long tickNanos;
    private long nextTick = System.nanoTime();
    private @Nullable SnapshotShare snapshot;
    private @Nullable Throwable broken;
    private volatile boolean anyClosed;

    Partition(int number, Shared shared) {
        this.shared = shared;
        queue = new PartitionQueue(shared.settings().queue());
        books = new PartitionBooks(shared);
        long hold = shared.settings().book().hold().toNanos();
        tickNanos = hold == 0 ? IDLE_NANOS : Math.min(IDLE_NANOS, Math.max(BEHIND_NANOS / 2, hold / HOLDS_PER_TICK));
        thread = new Thread(this::run, "touchline-books-" + number);
        thread.setDaemon(true);
    }

    /** The books, for the thread that opens them, before {@link #start}. */
    PartitionBooks unstarted() {
        return books;
    }

    void start() {
        thread.start();
    }

    /** Delivers records that are written; waits for room. */
    void deliver(Delivery delivery) {
        queue.put(delivery);
    }

    /** Asks something of the books, answered by their thread between two deliveries. */
    <T> CompletableFuture<T> ask(Function<PartitionBooks, T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        queue.ask(() -> {
            try {
                answer.complete(question.apply(books));
            } catch (Throwable e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    /** Has something done by the books' thread, between two deliveries. */
    void tell(Consumer<PartitionBooks> done) {
        queue.ask(() -> done.accept(books));
    }

    Totals totals() {
        return books.totals();
    }

    /** A subscription was closed: it is dropped soon. */
    void sweepSoon() {
        anyClosed = true;
    }

    /** Ends the thread, once all that was delivered is applied, and waits for it. */
    void close() throws InterruptedException {
        queue.close();
        if (thread.isAlive()) {
            thread.join();
        }
    }

    private void run() {
        List<Runnable> questions = new ArrayList<>();
        while (!queue.isDone()) {
            try {
                turn(questions);
            } catch (Throwable e) {
                fail(e);
            }
            questions.clear();
        }
    }

    private void turn(List<Runnable> questions) throws InterruptedException {
        Delivery delivery = queue.take(questions, patience());
        questions.forEach(this::runOrFail);
        runOrFail(books.subscribers()::catchUp);
        if (delivery != null) {
            apply(delivery);
        }
        if (snapshot != null && !snapshot.goOn(books)) {
            snapshot = null;
        }
        if (System.nanoTime() - nextTick >= 0) {
            tick();
        }
    }

    /** Runs something whose failure must not keep what waits behind it from an answer. */
    private void runOrFail(Runnable work) {
        try {
            work.run();
        } catch (Throwable e) {
            fail(e);
        }
    }

    /** What must not happen did: a book may be half changed, so no snapshot may have it. */
    private JournalUnavailableException fail(Throwable cause) {
        broken = cause;
        if (snapshot != null) {
            snapshot.cancel();
            snapshot = null;
        }
        return shared.health().broke(cause);
    }

    /** How long to wait for something to do. */
    private long patience() {
        if (snapshot != null && !snapshot.isWaiting()) {
            return 0;
        }
        if (snapshot != null || books.subscribers().isAnyBehind()) {
            return BEHIND_NANOS;
        }
        return tickNanos;
    }

    private void apply(Delivery delivery) {
        for (JournalEntry entry : delivery.entries()) {
            if (broken == null) {
                apply(entry);
            } else {
                entry.future().completeExceptionally(shared.health().broke(broken));
            }
        }
        SnapshotRun run = delivery.snapshot();
        if (run != null) {
            begin(run);
        }
        CountDownLatch applied = delivery.applied();
        if (applied != null) {
            applied.countDown();
        }
    }

    private void begin(SnapshotRun run) {
        if (broken != null) {
            run.cancel();
            return;
        }
        snapshot = new SnapshotShare(run, books.all());
    }

    private void apply(JournalEntry entry) {
        try {
            books.apply(entry);
        } catch (Throwable e) {
            IllegalStateException met =
                    new IllegalStateException("record " + entry.number() + " of " + entry.symbol() + ": " + e, e);
            entry.future().completeExceptionally(fail(met));
        }
    }

    private void tick() {
        long now = System.nanoTime();
        nextTick = now + tickNanos;
        if (!shared.settings().book().hold().isZero()) {
            books.releaseDue(now);
        }
        if (anyClosed) {
            anyClosed = false;
            books.subscribers().sweep(books.all());
        }
    }
}
