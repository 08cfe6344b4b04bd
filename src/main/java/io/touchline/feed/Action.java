package io.touchline.feed;

/** What a level-3 message does to its book. */
public enum Action {
    ADD,
    UPDATE,
    DELETE,
    TRADE,
    /** A row of a book image that names no order: the image of an empty book. */
    IMAGE;

    private static final Action[] VALUES = values();

    /** How many actions there are: the length of a table of counts by {@link #ordinal()}. */
    public static final int COUNT = VALUES.length;

    /** The action whose {@link #ordinal()} is given. */
    public static Action of(int ordinal) {
        return VALUES[ordinal];
    }

    /** Whether a message of this action states a price. */
    public boolean hasPrice() {
        return this == ADD || this == UPDATE;
    }

    /** Whether a message of this action states a quantity. */
    public boolean hasQuantity() {
        return this == ADD || this == UPDATE || this == TRADE;
    }
}
