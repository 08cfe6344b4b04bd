package io.touchline.web.socket;

import io.touchline.csv.Times;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * All open connections and the threads that serve them: some that send and never wait, some for what may block, one timer. Any thread.
 *
 * <p>The threads are bounded, and so is what waits for them: a connection is with a sender once, with a closer twice.
 */
public final class Sockets implements AutoCloseable {

    private static final int SENDERS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    private static final int PINGERS = 16;
    private static final int CLOSERS = 8;
    private static final Duration LONGEST_TICK = Duration.ofMillis(250);
    private static final Duration FAREWELL = Duration.ofSeconds(6);

    private final SocketLimits limits;
    private final InstantSource clock;
    private final SocketCounters counters = new SocketCounters();
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService senders = pool("sender", SENDERS, new LinkedBlockingQueue<>());
    private final ExecutorService pingers =
            new ThreadPoolExecutor(0, PINGERS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), threads("ping"));
    private final ExecutorService closers = pool("close", CLOSERS, new LinkedBlockingQueue<>());
    private final SocketTimer timer = new SocketTimer(threads("timer"));
    private volatile boolean stopping;

    public Sockets(SocketLimits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
        long tick = Math.min(LONGEST_TICK.toNanos(), limits.heartbeat().toNanos() / 4);
        timer.every(tick, this::tick);
    }

    private static ExecutorService pool(String name, int threads, LinkedBlockingQueue<Runnable> queue) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(threads, threads, 10, TimeUnit.SECONDS, queue, threads(name));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static ThreadFactory threads(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "touchline-socket-" + name + "-" + number.getAndIncrement());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** How many connections are open. */
    public int size() {
        return connections.size();
    }

    public SocketCounters counters() {
        return counters;
    }

    public SocketLimits limits() {
        return limits;
    }

    /** Whether one more connection may be opened. */
    boolean hasRoom() {
        return !stopping && connections.size() < limits.connections();
    }

    void add(Connection connection) {
        connections.add(connection);
        if (stopping) {
            connection.goAway();
        }
    }

    void remove(Connection connection) {
        connections.remove(connection);
    }

    Executor senders() {
        return senders;
    }

    Executor pingers() {
        return pingers;
    }

    SocketTimer timer() {
        return timer;
    }

    /** Closes a connection by a thread that may wait for it. */
    void closeLater(Connection connection, Closing why) {
        try {
            closers.execute(() -> connection.close(why));
        } catch (RejectedExecutionException e) {
            connection.close(why);
        }
    }

    private void tick() {
        long now = System.nanoTime();
        String heartbeat = Json.ofType("heartbeat")
                .text("time", Times.text(clock.instant()))
                .end();
        for (Connection connection : connections) {
            connection.tick(now, heartbeat);
        }
    }

    /** Ends all connections, those with messages under way after these are acknowledged; opens none any more. */
    @Override
    public void close() {
        stopping = true;
        connections.forEach(Connection::goAway);
        awaitNone();
        timer.close();
        senders.shutdown();
        pingers.shutdown();
        closers.shutdown();
    }

    private void awaitNone() {
        long end = System.nanoTime() + FAREWELL.toNanos();
        try {
            while (!connections.isEmpty() && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
