package io.touchline.web.live;

import io.touchline.live.BookState;
import org.jspecify.annotations.Nullable;

/**
 * A book as it is answered.
 *
 * @param quote the quote now
 * @param changeN how many quotes changed a value: the number of the last one with {@code emit=change}
 * @param packetN how many quotes there were: the number of the last one with {@code emit=packet}
 * @param lastSeqNum of the last packet applied; null before the first
 * @param orders those that rest, market orders among them
 * @param messages how many it ever had
 */
record BookView(
        String symbol,
        BookQuote quote,
        long changeN,
        long packetN,
        @Nullable String lastSeqNum,
        int orders,
        int bidLevels,
        int askLevels,
        int heldPackets,
        long messages,
        MessageCounts counters) {

    static BookView of(BookState state) {
        return new BookView(
                state.symbol(),
                BookQuote.of(state.symbol(), state.quote()),
                state.changeN(),
                state.packetN(),
                seqNum(state.lastSeqNum()),
                state.size().orders(),
                state.size().bidLevels(),
                state.size().askLevels(),
                state.size().heldPackets(),
                state.counters().received(),
                MessageCounts.of(state.counters()));
    }

    /** A sequence number as JSON has it; null for that before the first. */
    static @Nullable String seqNum(long seqNum) {
        return seqNum < 0 ? null : Long.toString(seqNum);
    }
}
