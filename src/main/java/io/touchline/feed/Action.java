package io.touchline.feed;

/** What a level-3 message does to its book. */
public enum Action {
    ADD(Code.ADD),
    UPDATE(Code.UPDATE),
    DELETE(Code.DELETE),
    TRADE(Code.TRADE),
    /** A row of a book image that names no order: the image of an empty book. */
    IMAGE(Code.IMAGE);

    /** The codes as constants: a switch over an action itself waits for three reads from memory before the processor knows where to go. */
    public static final class Code {
        public static final int ADD = 0;
        public static final int UPDATE = 1;
        public static final int DELETE = 2;
        public static final int TRADE = 3;
        public static final int IMAGE = 4;

        private Code() {}
    }

    /** How many actions there are. */
    public static final int COUNT = 5;

    private static final Action[] BY_CODE = {ADD, UPDATE, DELETE, TRADE, IMAGE};

    private final int code;

    Action(int code) {
        this.code = code;
    }

    /** The action of a {@link #code()}. */
    public static Action of(int code) {
        return BY_CODE[code];
    }

    /** 0 to {@link #COUNT} - 1: how records store an action. */
    public int code() {
        return code;
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
