package io.touchline.feed;

import io.touchline.book.OrderBook;

/**
 * The best bid and offer of one symbol after one packet: what a row of level 1 says.
 *
 * <p>A {@link Feed} reuses its one quote; whoever needs it longer copies it. Prices count 10<sup>-9</sup>, quantities 10<sup>-8</sup>;
 * a missing side has {@link OrderBook#NO_PRICE} and quantity 0.
 */
public final class Quote {

    private int symbol;
    private long timeNanos;
    private long seqNum;
    private long bidPrice = OrderBook.NO_PRICE;
    private long bidQuantity;
    private long askPrice = OrderBook.NO_PRICE;
    private long askQuantity;

    /** Names the packet: the symbol's index in {@link Symbols}, its last row's time in nanoseconds since 1970, its sequence number. */
    public void packet(int symbol, long timeNanos, long seqNum) {
        this.symbol = symbol;
        this.timeNanos = timeNanos;
        this.seqNum = seqNum;
    }

    /** Takes the four values from a book. */
    public void of(OrderBook book) {
        bidPrice = book.bidPrice();
        bidQuantity = book.bidQuantity();
        askPrice = book.askPrice();
        askQuantity = book.askQuantity();
    }

    /** Sets the four values: prices 10<sup>-9</sup>, quantities 10<sup>-8</sup>. */
    public void values(long bidPrice, long bidQuantity, long askPrice, long askQuantity) {
        this.bidPrice = bidPrice;
        this.bidQuantity = bidQuantity;
        this.askPrice = askPrice;
        this.askQuantity = askQuantity;
    }

    /** Copies another quote. */
    public void of(Quote other) {
        packet(other.symbol, other.timeNanos, other.seqNum);
        valuesOf(other);
    }

    /** Copies the four values of another quote. */
    public void valuesOf(Quote other) {
        bidPrice = other.bidPrice;
        bidQuantity = other.bidQuantity;
        askPrice = other.askPrice;
        askQuantity = other.askQuantity;
    }

    /** Whether the four values are the other's. */
    public boolean sameValues(Quote other) {
        return bidPrice == other.bidPrice
                && bidQuantity == other.bidQuantity
                && askPrice == other.askPrice
                && askQuantity == other.askQuantity;
    }

    public boolean hasBid() {
        return bidPrice != OrderBook.NO_PRICE;
    }

    public boolean hasAsk() {
        return askPrice != OrderBook.NO_PRICE;
    }

    public boolean hasBothSides() {
        return hasBid() && hasAsk();
    }

    /** Whether the best bid equals the best ask. */
    public boolean isLocked() {
        return hasBid() && bidPrice == askPrice;
    }

    /** Whether the best bid is above the best ask. */
    public boolean isCrossed() {
        return bidPrice > askPrice && hasAsk();
    }

    /** The symbol's index in {@link Symbols}. */
    public int symbol() {
        return symbol;
    }

    /** Nanoseconds since 1970-01-01, UTC. */
    public long timeNanos() {
        return timeNanos;
    }

    public long seqNum() {
        return seqNum;
    }

    public long bidPrice() {
        return bidPrice;
    }

    public long bidQuantity() {
        return bidQuantity;
    }

    public long askPrice() {
        return askPrice;
    }

    public long askQuantity() {
        return askQuantity;
    }
}
