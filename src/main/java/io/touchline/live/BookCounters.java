package io.touchline.live;

import io.touchline.book.Outcome;
import io.touchline.feed.LiveFeed;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What became of messages of live books: {@code received = applied + refused + duplicateRows + lateRows + held}.
 *
 * @param received messages
 * @param applied those that their book took, odd or not
 * @param refused those that their book did not take
 * @param duplicateRows those equal in every column to one that their packet already held
 * @param lateRows those of packets that came after a higher one was applied
 * @param latePackets the packets of these; rows of one that come apart count as several
 * @param held those that the reorder window holds
 * @param packets those of which a message was applied; one that goes on in a later request counts again
 * @param outcomes applied and refused messages by {@link Outcome#code()}
 */
public record BookCounters(
        long received,
        long applied,
        long refused,
        long duplicateRows,
        long lateRows,
        long latePackets,
        long held,
        long packets,
        List<Long> outcomes) {

    /** Of no messages. */
    public static final BookCounters NONE = new BookCounters(0, 0, 0, 0, 0, 0, 0, 0, zeros());

    public BookCounters {
        outcomes = List.copyOf(outcomes);
    }

    /** Of counts as {@link LiveFeed#copyCounts} has them, or of a difference of such. */
    public static BookCounters of(long[] counts) {
        long held = counts[LiveFeed.HELD];
        long applied = counts[0] - counts[1] - counts[2] - counts[4] - held;
        Long[] outcomes = new Long[Outcome.COUNT];
        for (int code = 0; code < outcomes.length; code++) {
            outcomes[code] = counts[LiveFeed.OUTCOMES + code];
        }
        return new BookCounters(
                counts[0], applied, counts[1], counts[2], counts[4], counts[3], held, counts[5], List.of(outcomes));
    }

    private static List<Long> zeros() {
        return Collections.nCopies(Outcome.COUNT, 0L);
    }

    /** All of both. */
    public BookCounters plus(BookCounters other) {
        List<Long> sums = IntStream.range(0, Outcome.COUNT)
                .mapToObj(code -> outcomes.get(code) + other.outcomes.get(code))
                .toList();
        return new BookCounters(
                received + other.received,
                applied + other.applied,
                refused + other.refused,
                duplicateRows + other.duplicateRows,
                lateRows + other.lateRows,
                latePackets + other.latePackets,
                held + other.held,
                packets + other.packets,
                sums);
    }

    /** Messages with this outcome. */
    public long of(Outcome outcome) {
        return outcomes.get(outcome.code());
    }
}
