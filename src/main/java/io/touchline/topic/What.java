package io.touchline.topic;

/** What a record of the level 3 topic asks for, and its answer is about; the code is an octet of both. */
enum What {
    /** A journal record: messages, or a book to be forgotten. */
    RECORD(1),
    /** The state of a book. */
    STATE(2),
    /** The price levels of a book. */
    DEPTH(3);

    private static final What[] BY_CODE = {RECORD, STATE, DEPTH};

    private final int code;

    What(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** @throws IllegalStateException when no such octet is written */
    static What of(int code) {
        if (code < 1 || code > BY_CODE.length) {
            throw new IllegalStateException("expected 1 to 3 for what is asked, found " + code);
        }
        return BY_CODE[code - 1];
    }
}
