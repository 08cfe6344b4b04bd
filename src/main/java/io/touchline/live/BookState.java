package io.touchline.live;

import org.jspecify.annotations.Nullable;

/**
 * A book between two requests.
 *
 * @param quote its last quote, numbered among its changes; null before the first packet
 * @param packetN how many quotes were published for packets
 * @param lastSeqNum of the last packet applied; -1 before the first
 * @param size what rests in it and what is held back
 * @param counters what became of its messages
 */
public record BookState(
        String symbol, @Nullable LiveQuote quote, long packetN, long lastSeqNum, Size size, BookCounters counters) {

    /** How many quotes changed a value. */
    public long changeN() {
        return quote == null ? 0 : quote.n();
    }

    /**
     * How large a book is.
     *
     * @param orders those outside price levels among them
     * @param heldPackets packets in the reorder window
     */
    public record Size(int orders, int bidLevels, int askLevels, int heldPackets, int heldRows) {}
}
