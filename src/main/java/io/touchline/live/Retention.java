package io.touchline.live;

import io.touchline.journal.Journal;
import io.touchline.journal.Segment;
import io.touchline.journal.Snapshot;
import io.touchline.journal.Snapshots;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Deletes segments and snapshots that are older than the kept history. What is kept starts with a snapshot, so that history is exact from there, and
 * replay always finds one.
 */
final class Retention {

    private final LiveSettings.History history;
    private final Journal journal;
    private final Snapshots snapshots;

    Retention(LiveSettings.History history, Journal journal, Snapshots snapshots) {
        this.history = history;
        this.journal = journal;
        this.snapshots = snapshots;
    }

    void apply(Instant now) throws IOException {
        Optional<Snapshot> oldest = snapshots.newest(firstWanted(now));
        if (oldest.isPresent()) {
            deleteBefore(oldest.get().record());
        }
    }

    /** The first record of the oldest segment that the settings want to be kept. */
    private long firstWanted(Instant now) {
        List<Segment> segments = journal.segmentList();
        long oldestNanos = ChronoUnit.NANOS.between(Instant.EPOCH, now.minus(history.age()));
        int wanted = segments.size() - 1;
        long bytes = 0;
        for (; wanted > 0; wanted--) {
            bytes += segments.get(wanted).bytes();
            long lastNanos = segments.get(wanted).createdNanos();
            if (bytes + segments.get(wanted - 1).bytes() > history.bytes() || lastNanos < oldestNanos) {
                break;
            }
        }
        return wanted < 0 ? 0 : segments.get(wanted).first();
    }

    private void deleteBefore(long record) throws IOException {
        for (Snapshot each : snapshots.list()) {
            if (each.record() < record) {
                snapshots.delete(each.record());
            }
        }
        journal.deleteBefore(record);
    }
}
