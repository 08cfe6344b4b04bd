package io.touchline.live;

import io.touchline.journal.Journal;
import io.touchline.journal.Segment;
import io.touchline.journal.Snapshot;
import io.touchline.journal.Snapshots;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Deletes segments and snapshots that are older than the kept history. What is kept starts with a snapshot, so that history is exact from there, and
 * replay always finds one.
 *
 * <p>By age it starts with the newest snapshot that is old enough, before which all is; by size with the oldest one from which on all fits. The last
 * segment always stays. One thread.
 */
final class Retention {

    private static final long ALL = 0;

    private final LiveSettings.History history;
    private final Journal journal;
    private final Snapshots snapshots;

    Retention(LiveSettings.History history, Journal journal, Snapshots snapshots) {
        this.history = history;
        this.journal = journal;
        this.snapshots = snapshots;
    }

    /** Deletes what need not be kept at a time. Looks at no more than names, times and sizes when there is nothing to delete. */
    void apply(Instant now) throws IOException {
        List<Snapshot> all = snapshots.list();
        long record = Math.max(firstByAge(all, now.minus(history.age())), firstByBytes(all));
        if (isAnythingBefore(record, all)) {
            Optional<Snapshot> start = snapshots.newest(record);
            if (start.isPresent()) {
                deleteBefore(start.get().record(), all);
            }
        }
    }

    private static long firstByAge(List<Snapshot> all, Instant oldest) throws IOException {
        long first = ALL;
        for (Snapshot each : all) {
            first = each.written().isBefore(oldest) ? each.record() : first;
        }
        return first;
    }

    private long firstByBytes(List<Snapshot> all) {
        long first = ALL;
        for (int i = 0; i < all.size() && bytesFrom(first) > history.bytes(); i++) {
            first = all.get(i).record();
        }
        return first;
    }

    /** The bytes of the segments that are not wholly before a record. */
    private long bytesFrom(long record) {
        List<Segment> segments = journal.segmentList();
        long bytes = 0;
        for (int i = segments.size() - 1; i >= 0; i--) {
            bytes += segments.get(i).bytes();
            if (segments.get(i).first() <= record) {
                return bytes;
            }
        }
        return bytes;
    }

    private boolean isAnythingBefore(long record, List<Snapshot> all) {
        List<Segment> segments = journal.segmentList();
        return (!all.isEmpty() && all.get(0).record() < record)
                || (segments.size() > 1 && segments.get(1).first() <= record);
    }

    private void deleteBefore(long record, List<Snapshot> all) throws IOException {
        for (Snapshot each : all) {
            if (each.record() < record) {
                snapshots.delete(each.record());
            }
        }
        journal.deleteBefore(record);
    }
}
