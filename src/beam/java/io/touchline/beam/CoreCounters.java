package io.touchline.beam;

import io.touchline.book.Outcome;
import io.touchline.feed.FeedCounters;
import io.touchline.live.BookCounters;
import java.util.Arrays;
import java.util.Locale;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;

/**
 * The counters of a report as metrics of the engine, in the namespace {@code touchline}: {@code rows = applied + skipped + duplicate_row + late_row}.
 * As everywhere the five odd kinds are among the applied; a packet of several symbols counts once for each.
 *
 * <p>Beam's counters are found by name, so any thread may have an object of its own; one thread each.
 */
final class CoreCounters {

    private static final String NAMESPACE = "touchline";

    private final Counter rows = counter("rows");
    private final Counter duplicateRows = counter("duplicate_row");
    private final Counter latePackets = counter("late_packet");
    private final Counter lateRows = counter("late_row");
    private final Counter applied = counter("applied");
    private final Counter skipped = counter("skipped");
    private final Counter packets = counter("packets");
    private final Counter[] outcomes =
            Arrays.stream(Outcome.values()).map(CoreCounters::counter).toArray(Counter[]::new);

    static Counter counter(String name) {
        return Metrics.counter(NAMESPACE, name);
    }

    private static Counter counter(Outcome outcome) {
        return counter(outcome.name().toLowerCase(Locale.ROOT));
    }

    /** Counts what a feed read and did not pass on. */
    static void dropped(FeedCounters feed) {
        counter("duplicate_row").inc(feed.duplicateRows());
        counter("late_packet").inc(feed.latePackets());
        counter("late_row").inc(feed.lateRows());
    }

    /** Counts what a book did since it had counted so much. */
    void applied(FeedCounters book, long[] before) {
        long[] now = counts(book);
        applied.inc(now[0] - before[0]);
        skipped.inc(now[1] - before[1]);
        packets.inc(now[2] - before[2]);
        for (Outcome outcome : Outcome.values()) {
            int at = 3 + outcome.code();
            if (outcome != Outcome.APPLIED && now[at] != before[at]) {
                outcomes[outcome.code()].inc(now[at] - before[at]);
            }
        }
    }

    /** Counts what became of a record's messages, as far as they are not held: {@code rows} are those that it brought. */
    void applied(BookCounters record) {
        rows.inc(record.received());
        applied.inc(record.applied());
        skipped.inc(record.refused());
        packets.inc(record.packets());
        duplicateRows.inc(record.duplicateRows());
        latePackets.inc(record.latePackets());
        lateRows.inc(record.lateRows());
        for (Outcome outcome : Outcome.values()) {
            if (outcome != Outcome.APPLIED && record.of(outcome) != 0) {
                outcomes[outcome.code()].inc(record.of(outcome));
            }
        }
    }

    /** What a book has counted so far. */
    static long[] counts(FeedCounters book) {
        long[] counts = new long[3 + Outcome.COUNT];
        counts[0] = book.applied();
        counts[1] = book.refused();
        counts[2] = book.packets();
        for (Outcome outcome : Outcome.values()) {
            counts[3 + outcome.code()] = book.of(outcome);
        }
        return counts;
    }
}
