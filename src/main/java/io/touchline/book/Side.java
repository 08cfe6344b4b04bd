package io.touchline.book;

/** The side of an order: a buyer's order makes the bid, a seller's the ask. */
public enum Side {
    BUY,
    SELL;

    private static final Side[] BY_ORDINAL = values();

    /** The side whose {@link #ordinal()} is given: 0 is BUY, 1 is SELL. */
    public static Side of(int ordinal) {
        return BY_ORDINAL[ordinal];
    }
}
