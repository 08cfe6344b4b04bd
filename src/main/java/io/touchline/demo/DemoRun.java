package io.touchline.demo;

import io.touchline.demo.DemoState.Phase;
import io.touchline.live.Applied;
import io.touchline.live.BooksBusyException;
import io.touchline.live.LiveBooks;
import io.touchline.live.LiveRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Objects;
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
    private final CompletableFuture<DemoState> end = new CompletableFuture<>();
    private final long startNanos = System.nanoTime();
    private final AtomicLong messages = new AtomicLong();

    private volatile DemoSpeed speed;

    DemoRun(LiveBooks books, DemoLimits limits, DemoStream stream, DemoSpeed speed) {
        this.books = books;
        this.limits = limits;
        this.stream = stream;
        this.speed = speed;
    }

    void start() {
        Thread thread = new Thread(this::run, "touchline-demo");
        thread.setDaemon(true);
        thread.start();
    }

    void speed(DemoSpeed faster) {
        speed = faster;
    }

    /** Stops it; all that it handed in is applied then. */
    void stop() {
        stopping.countDown();
        end.join();
    }

    boolean isRunning() {
        return !end.isDone();
    }

    DemoState state() {
        return end.getNow(state(Phase.RUNNING, null));
    }

    private DemoState state(Phase phase, @Nullable String failure) {
        return new DemoState(phase, speed, messages.get(), time(), failure);
    }

    private Duration time() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    private void run() {
        try {
            end.complete(state(play(), null));
        } catch (RuntimeException e) {
            end.complete(failed(e instanceof CompletionException && e.getCause() != null ? e.getCause() : e));
        } catch (Error e) {
            end.complete(failed(e));
            throw e;
        }
    }

    private DemoState failed(Throwable cause) {
        return state(Phase.FAILED, Objects.requireNonNullElse(cause.getMessage(), cause.toString()));
    }

    private Phase play() {
        try {
            boolean stopped = false;
            while (!stopped && isWithinLimits()) {
                stopped = stopping.await(turn(), TimeUnit.MILLISECONDS);
            }
            awaitAnswers(0);
            return stopped ? Phase.STOPPED : Phase.FINISHED;
        } catch (InterruptedException e) {
            return Phase.STOPPED;
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
