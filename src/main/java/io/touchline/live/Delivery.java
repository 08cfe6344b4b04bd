package io.touchline.live;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * What a partition gets at a time: records that are written, in their order; or a snapshot to be made behind all records before, or a signal that
 * these are applied.
 *
 * @param bytes of the records
 */
record Delivery(
        List<JournalEntry> entries,
        long bytes,
        @Nullable SnapshotRun snapshot,
        @Nullable CountDownLatch applied) {

    static Delivery of(List<JournalEntry> entries) {
        long bytes = entries.stream().mapToLong(JournalEntry::length).sum();
        return new Delivery(entries, bytes, null, null);
    }

    static Delivery of(SnapshotRun snapshot) {
        return new Delivery(List.of(), 0, snapshot, null);
    }

    static Delivery of(CountDownLatch applied) {
        return new Delivery(List.of(), 0, null, applied);
    }
}
