package io.touchline.web.live;

import io.touchline.book.Outcome;
import io.touchline.live.BookCounters;

/**
 * What became of messages, by the names that reports have for them: {@code messages = applied + refused + duplicate_row + late_row + held}.
 *
 * @param held those that the reorder window holds; of a request by how many more, so it may be negative
 */
record MessageCounts(
        long applied,
        long refused,
        long duplicateRow,
        long latePacket,
        long lateRow,
        long held,
        long duplicateAdd,
        long unknownUpdate,
        long unknownDelete,
        long unknownTrade,
        long overfill) {

    static MessageCounts of(BookCounters counters) {
        return new MessageCounts(
                counters.applied(),
                counters.refused(),
                counters.duplicateRows(),
                counters.latePackets(),
                counters.lateRows(),
                counters.held(),
                counters.of(Outcome.DUPLICATE_ADD),
                counters.of(Outcome.UNKNOWN_UPDATE),
                counters.of(Outcome.UNKNOWN_DELETE),
                counters.of(Outcome.UNKNOWN_TRADE),
                counters.of(Outcome.OVERFILL));
    }
}
