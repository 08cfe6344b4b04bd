package io.touchline.web.socket;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread that does things later; none of them may block. Any thread. */
final class SocketTimer {

    private static final Logger LOG = LoggerFactory.getLogger(SocketTimer.class);

    private final ScheduledThreadPoolExecutor thread;

    SocketTimer(ThreadFactory threads) {
        thread = new ScheduledThreadPoolExecutor(1, threads);
    }

    /** Does something once; not at all when the timer is closed before. */
    void later(Runnable task, long nanos) {
        try {
            ScheduledFuture<?> unused = thread.schedule(() -> run(task), nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("timer=closed", e);
        }
    }

    /** Does something again and again. */
    void every(long nanos, Runnable task) {
        ScheduledFuture<?> unused = thread.scheduleWithFixedDelay(() -> run(task), nanos, nanos, TimeUnit.NANOSECONDS);
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("timer=failed", e);
        }
    }

    void close() {
        thread.shutdownNow();
    }
}
