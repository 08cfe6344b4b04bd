package io.touchline.book;

/**
 * What came of one change to an {@link OrderBook}.
 *
 * <p>All but the last two are what a market may send: the book took the change, and the odd ones are there to be counted. The last two
 * changed nothing at all.
 */
public enum Outcome {
    /** The change did what it said. */
    APPLIED,
    /** An ADD of an order that already rested here: it was replaced. */
    DUPLICATE_ADD,
    /** An UPDATE of an order that did not rest here: it was added, unless its quantity is zero. */
    UNKNOWN_UPDATE,
    /** A DELETE of an order that does not rest here. */
    UNKNOWN_DELETE,
    /** A TRADE of an order that does not rest here, as every aggressor's is. */
    UNKNOWN_TRADE,
    /** A TRADE of more than remained: the order is gone. */
    OVERFILL,
    /** Refused: the total quantity of its price level would pass {@link Long#MAX_VALUE}. */
    QUANTITY_OVERFLOW,
    /** Refused: the book holds as many orders as it may. */
    TOO_MANY_ORDERS;

    private static final Outcome[] VALUES = values();

    /** How many outcomes there are: the length of a table of counts by {@link #ordinal()}. */
    public static final int COUNT = VALUES.length;

    /** Whether the change was refused and the book is as it was. */
    public boolean isRefused() {
        return this == QUANTITY_OVERFLOW || this == TOO_MANY_ORDERS;
    }
}
