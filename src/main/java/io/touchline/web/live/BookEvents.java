package io.touchline.web.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.touchline.live.LiveEvents;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Logs what happens to live books, and measures how long it takes. Called by their threads; never blocks. */
@Component
class BookEvents implements LiveEvents {

    private static final Logger LOG = LoggerFactory.getLogger(BookEvents.class);

    private final Timer latency;
    private final Timer fsync;

    BookEvents(MeterRegistry registry) {
        latency = Timer.builder("touchline.live.latency")
                .description("time from a request received to its quotes published")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofNanos(10_000))
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register(registry);
        fsync = Timer.builder("touchline.live.journal.fsync")
                .description("time that the journal took to be forced to the disk")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofNanos(10_000))
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register(registry);
    }

    @Override
    public void published(long nanos) {
        latency.record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void forced(long nanos, int requests) {
        fsync.record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void journalFailed(Exception cause) {
        LOG.error("journal=failed message=\"{}\"", cause.getMessage());
    }

    @Override
    public void journalRecovered() {
        LOG.info("journal=recovered");
    }

    @Override
    public void snapshotWritten(long record, long nanos) {
        LOG.info("snapshot=written record={} millis={}", record, TimeUnit.NANOSECONDS.toMillis(nanos));
    }

    @Override
    public void snapshotFailed(Exception cause) {
        LOG.warn("snapshot=failed message=\"{}\"", cause.getMessage());
    }

    @Override
    public void deletionFailed(Exception cause) {
        LOG.warn("history=undeleted message=\"{}\"", cause.getMessage());
    }

    @Override
    public void broken(Throwable cause) {
        LOG.error("books=broken", cause);
    }
}
