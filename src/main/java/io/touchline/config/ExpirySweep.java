package io.touchline.config;

import io.touchline.convert.ConversionStore;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Removes expired results from disk; that they are expired shows at once without it.
 *
 * <p>A thread of its own and not Spring's scheduling, which looks at each method of each bean at the start.
 */
@Component
class ExpirySweep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ExpirySweep.class);

    private final ConversionStore store;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(ExpirySweep::daemon);

    ExpirySweep(ConversionStore store) {
        this.store = store;
        ScheduledFuture<?> unused = thread.scheduleWithFixedDelay(this::sweep, 1, 1, TimeUnit.MINUTES);
    }

    private static Thread daemon(Runnable task) {
        Thread daemon = new Thread(task, "touchline-expiry");
        daemon.setDaemon(true);
        return daemon;
    }

    private void sweep() {
        try {
            store.removeExpired();
        } catch (IOException | RuntimeException e) {
            LOG.error("expiry=failed", e);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
