package io.touchline.live;

import io.touchline.book.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What came of a request, once it is durable and applied.
 *
 * @param record the number of its record in the journal
 * @param counters what became of messages in it: received are its own; with a reorder window those applied may be of earlier requests, and
 *     {@link BookCounters#held} is by how many more it holds, which may be negative
 * @param firstRefused null when none was refused
 * @param quote the quote now, numbered among the changes; null while nothing was published
 */
public record Applied(
        long record,
        BookCounters counters,
        @Nullable Refusal firstRefused,
        @Nullable LiveQuote quote) {

    /** What came of a request without messages. */
    public static Applied nothing(long record) {
        return new Applied(record, BookCounters.NONE, null, null);
    }

    /**
     * A message that its book refused.
     *
     * @param index its place in the request, from 0; -1 for one of an earlier request
     */
    public record Refusal(long index, long seqNum, Outcome outcome) {}
}
