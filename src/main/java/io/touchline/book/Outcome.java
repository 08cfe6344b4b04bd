package io.touchline.book;

/**
 * What came of one change to an {@link OrderBook}.
 *
 * <p>All but the last two are what a market may send: the book took the change, and the odd ones are there to be counted. The last two
 * changed nothing at all.
 */
public enum Outcome {
    /** The change did what it said. */
    APPLIED(0),
    /** An ADD of an order that already rested here: it was replaced. */
    DUPLICATE_ADD(1),
    /** An UPDATE of an order that did not rest here: it was added, unless its quantity is zero. */
    UNKNOWN_UPDATE(2),
    /** A DELETE of an order that does not rest here. */
    UNKNOWN_DELETE(3),
    /** A TRADE of an order that does not rest here, as every aggressor's is. */
    UNKNOWN_TRADE(4),
    /** A TRADE of more than remained: the order is gone. */
    OVERFILL(5),
    /** Refused: the total quantity of its price level would pass {@link Long#MAX_VALUE}. */
    QUANTITY_OVERFLOW(6),
    /** Refused: the book holds as many orders as it may. */
    TOO_MANY_ORDERS(7);

    /** How many outcomes there are: the length of a table of counts by {@link #code()}. */
    public static final int COUNT = 8;

    private static final Outcome[] BY_CODE = {
        APPLIED,
        DUPLICATE_ADD,
        UNKNOWN_UPDATE,
        UNKNOWN_DELETE,
        UNKNOWN_TRADE,
        OVERFILL,
        QUANTITY_OVERFLOW,
        TOO_MANY_ORDERS
    };

    private final int code;

    Outcome(int code) {
        this.code = code;
    }

    /** The outcome of a {@link #code()}. */
    public static Outcome of(int code) {
        return BY_CODE[code];
    }

    /** 0 to {@link #COUNT} - 1. */
    public int code() {
        return code;
    }

    /** Whether the change was refused and the book is as it was. */
    public boolean isRefused() {
        return this == QUANTITY_OVERFLOW || this == TOO_MANY_ORDERS;
    }
}
