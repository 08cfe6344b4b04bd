package io.touchline.book;

/** The side of an order: a buyer's order makes the bid, a seller's the ask. */
public enum Side {
    BUY(0),
    SELL(1);

    private static final Side[] BY_BIT = {BUY, SELL};

    private final int bit;

    Side(int bit) {
        this.bit = bit;
    }

    /** The side of a {@link #bit()}. */
    public static Side of(int bit) {
        return BY_BIT[bit];
    }

    /** 0 for BUY, 1 for SELL: how records and tables store a side. */
    public int bit() {
        return bit;
    }
}
