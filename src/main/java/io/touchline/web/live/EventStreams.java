package io.touchline.web.live;

import io.touchline.live.LiveBooks;
import io.touchline.live.SubscriptionRequest;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * All open streams of quotes, the threads that write them, and their end: a service that stops tells its streams first, so that it need not wait for
 * them. Any thread.
 */
public final class EventStreams implements SmartLifecycle {

    private static final int WRITERS = 2;
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final long NEVER = 0;

    private final LiveBooks books;
    private final int most;
    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger taken = new AtomicInteger();
    private final LongAdder mergedBefore = new LongAdder();
    private final ScheduledThreadPoolExecutor writers = new ScheduledThreadPoolExecutor(WRITERS, EventStreams::thread);
    private volatile boolean running;
    private @Nullable Future<?> ticks;

    /**
     * None is open.
     *
     * @param most how many may be open at a time
     */
    public EventStreams(LiveBooks books, int most) {
        this.books = books;
        this.most = most;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "touchline-streams");
        thread.setDaemon(true);
        return thread;
    }

    /** Answers a request with a stream, which goes on when this returns. */
    void open(SubscriptionRequest wanted, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!running || taken.incrementAndGet() > most) {
            taken.decrementAndGet();
            throw new TooManyStreamsException(most);
        }
        EventStream stream = new EventStream(this, books, wanted, response.getOutputStream());
        open.add(stream);
        stream.subscribe();
        AsyncContext context = request.startAsync(request, response);
        context.setTimeout(NEVER);
        stream.start(context);
    }

    void remove(EventStream stream) {
        if (open.remove(stream)) {
            taken.decrementAndGet();
            mergedBefore.add(stream.merged());
        }
    }

    /** Runs something that never waits. */
    void execute(Runnable task) {
        try {
            writers.execute(task);
        } catch (RejectedExecutionException e) {
            // The service has stopped, and all streams with it.
        }
    }

    /** How many streams are open. */
    int size() {
        return open.size();
    }

    /** How many quotes were merged into others since the start. */
    long merged() {
        return mergedBefore.sum() + open.stream().mapToLong(EventStream::merged).sum();
    }

    @Override
    public void start() {
        running = true;
        ticks = writers.scheduleWithFixedDelay(this::tick, TICK.toNanos(), TICK.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void tick() {
        open.forEach(stream -> stream.heartbeat(IDLE.toNanos()));
    }

    /** Ends all streams; those that do not take the last event in time are cut. */
    @Override
    public void stop() {
        running = false;
        if (ticks != null) {
            ticks.cancel(false);
        }
        open.forEach(EventStream::end);
        awaitNone();
        open.forEach(EventStream::close);
        writers.shutdown();
    }

    private void awaitNone() {
        long end = System.nanoTime() + FAREWELL.toNanos();
        try {
            while (!open.isEmpty() && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
