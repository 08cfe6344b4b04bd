package io.touchline.demo;

import io.touchline.demo.DemoState.Phase;
import io.touchline.live.Applied;
import io.touchline.live.BooksBusyException;
import io.touchline.live.LiveBooks;
import io.touchline.live.LiveRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One playing of the demo, on a thread of its own, until it is stopped, a limit is reached, or the books take no more.
 *
 * <p>Few requests are under way at once, so that other books of its partition wait for little of it. When the books are busy it tries again.
 */
final class DemoRun {

    private static final int MESSAGES_PER_REQUEST = 1_000;
    private static final int REQUESTS_UNDER_WAY = 4;
    private static final long NAP_MILLIS = 20;
    private static final Duration ROOM_WAIT = Duration.ofSeconds(1);

    private final LiveBooks books;
    private final DemoLimits limits;
    private final DemoStream stream;
    private final DemoPace pace = new DemoPace();
    private final ArrayDeque<CompletableFuture<Applied>> underWay = new ArrayDeque<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "touchline-demo");
    private final long startNanos = System.nanoTime();
    private final AtomicLong messages = new AtomicLong();

    private volatile DemoSpeed speed;
    private volatile @Nullable DemoState end;

    DemoRun(LiveBooks books, DemoLimits limits, DemoStream stream, DemoSpeed speed) {
        this.books = books;
        this.limits = limits;
        this.stream = stream;
        this.speed = speed;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void speed(DemoSpeed faster) {
        speed = faster;
    }

    /** Stops it; all that it handed in is applied then. */
    void stop() {
        stopping.countDown();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isRunning() {
        return end == null;
    }

    DemoState state() {
        DemoState ended = end;
        return ended == null ? state(Phase.RUNNING, null) : ended;
    }

    private DemoState state(Phase phase, @Nullable String failure) {
        return new DemoState(phase, speed, messages.get(), time(), failure);
    }

    private Duration time() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    private void run() {
        try {
            boolean stopped = false;
            while (!stopped && isWithinLimits()) {
                stopped = stopping.await(turn(), TimeUnit.MILLISECONDS);
            }
            awaitAnswers(0);
            end = state(stopped ? Phase.STOPPED : Phase.FINISHED, null);
        } catch (InterruptedException e) {
            end = state(Phase.STOPPED, null);
        } catch (RuntimeException e) {
            Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
            end = state(Phase.FAILED, String.valueOf(cause.getMessage()));
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private boolean isWithinLimits() {
        return messages.get() < limits.messages() && time().compareTo(limits.time()) < 0;
    }

    /** Hands in what is due; returns how many milliseconds there are until more is. */
    private long turn() {
        LiveRequest request = books.request(DemoFeed.SYMBOL);
        long due = pace.due(speed, System.nanoTime(), stream.nextNanos());
        stream.addTo(request, due, (int) Math.min(MESSAGES_PER_REQUEST, limits.messages() - messages.get()));
        if (request.messages() > 0) {
            submit(request);
            awaitAnswers(REQUESTS_UNDER_WAY - 1);
        }
        return request.messages() < MESSAGES_PER_REQUEST ? NAP_MILLIS : 0;
    }

    private void submit(LiveRequest request) {
        while (!isStopping()) {
            try {
                underWay.add(books.submit(request, ROOM_WAIT));
                messages.addAndGet(request.messages());
                return;
            } catch (BooksBusyException e) {
                // Nothing of it was taken; it is handed in again.
            }
        }
    }

    private void awaitAnswers(int atMost) {
        while (underWay.size() > atMost) {
            underWay.remove().join();
        }
    }
}
