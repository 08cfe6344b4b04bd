package io.touchline.live;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a partition gets at a time: records that are written, in their order, then perhaps a snapshot to be made behind them.
 *
 * @param bytes of the records
 */
record Delivery(
        List<JournalEntry> entries, long bytes, @Nullable SnapshotRun snapshot) {

    static Delivery of(List<JournalEntry> entries) {
        return new Delivery(
                entries, entries.stream().mapToLong(JournalEntry::length).sum(), null);
    }

    static Delivery of(SnapshotRun snapshot) {
        return new Delivery(List.of(), 0, snapshot);
    }
}
