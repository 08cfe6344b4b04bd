package io.touchline.live;

import io.touchline.binary.NumberWriter;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One snapshot in the making: partitions offer sections, one thread takes them. Bounded: a partition whose section finds no room offers it later. */
final class SnapshotRun {

    private static final int WAITING_SECTIONS = 4;
    private static final long POLL_MILLIS = 20;

    private final long record;
    private final FeedLimits limits;
    private final BlockingQueue<Section> sections = new ArrayBlockingQueue<>(WAITING_SECTIONS);
    private final AtomicInteger partitionsLeft;
    private volatile boolean cancelled;

    /**
     * A snapshot to be made.
     *
     * @param record the first record that a replay on top of it needs
     * @param limits of all books
     */
    SnapshotRun(long record, FeedLimits limits, int partitions) {
        this.record = record;
        this.limits = limits;
        partitionsLeft = new AtomicInteger(partitions);
    }

    long record() {
        return record;
    }

    FeedLimits limits() {
        return limits;
    }

    /** Takes a section when there is room. */
    boolean offer(Section section) {
        return cancelled || sections.offer(section);
    }

    /** A partition has offered all of its books. */
    void partitionIsDone() {
        partitionsLeft.decrementAndGet();
    }

    /** The next section; null when there is none any more, or the snapshot comes to nothing. */
    @Nullable
    Section next() throws InterruptedException {
        while (true) {
            boolean last = cancelled || partitionsLeft.get() == 0;
            Section section = sections.poll(last ? 0 : POLL_MILLIS, TimeUnit.MILLISECONDS);
            if (section != null || last) {
                return section;
            }
        }
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** It comes to nothing: nobody takes sections any more. */
    void cancel() {
        cancelled = true;
        sections.clear();
    }

    /** A book and its section. */
    record Section(String symbol, NumberWriter data) {}
}
