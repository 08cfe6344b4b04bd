package io.touchline.book;

/**
 * The resting orders of one instrument, and the best bid and offer that they make.
 */
public final class OrderBook {
    /** What {@link #bidPrice()} and {@link #askPrice()} answer when their side is empty. */
    public static final long NO_PRICE = Long.MIN_VALUE;

    /** The price of a market order: known to the book, never in a price level. */
    public static final long MARKET_PRICE = Long.MAX_VALUE;

    public long bidPrice() {
        return NO_PRICE;
    }

    public long bidQuantity() {
        return 0;
    }

    public long askPrice() {
        return NO_PRICE;
    }

    public long askQuantity() {
        return 0;
    }
}
