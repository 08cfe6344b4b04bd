package io.touchline.feed;

import io.touchline.book.OrderBook;

/** One symbol's book, and how far it is. */
final class Instrument {

    final int symbol;
    final OrderBook book;

    /** The highest sequence number applied; -1 before the first. */
    long lastSeqNum = -1;
    /** The sequence number of the packet whose image last cleared the book; -1 before the first. */
    long imageSeqNum = -1;
    /** The number of the packet that last applied a row here. */
    long lastPacket;
    /** The time of the last row applied, nanoseconds since 1970. */
    long lastTimeNanos;

    Instrument(int symbol, OrderBook book) {
        this.symbol = symbol;
        this.book = book;
    }
}
