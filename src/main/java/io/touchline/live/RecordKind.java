package io.touchline.live;

/** What a journal record is about; the code is its first byte. */
public enum RecordKind {
    /** Messages for a book. */
    MESSAGES(1),
    /** The packets that a book holds up to a sequence number go. */
    RELEASE(2),
    /** A book is forgotten. */
    FORGET(3),
    /** The settings of all books from here on. */
    SETTINGS(4);

    private static final RecordKind[] BY_CODE = {MESSAGES, RELEASE, FORGET, SETTINGS};

    private final int code;

    RecordKind(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static RecordKind of(int code) {
        if (code < 1 || code > BY_CODE.length) {
            throw new IllegalStateException("journal record: expected a kind from 1 to 4, found " + code);
        }
        return BY_CODE[code - 1];
    }
}
