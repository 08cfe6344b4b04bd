package io.touchline.web.live;

import org.jspecify.annotations.Nullable;

/** A JSON message that nobody can read, with its place and with what was expected there. It has no stack trace. */
public final class UnreadableMessageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long index;
    private final @Nullable String field;
    private final String expected;
    private final String found;

    /**
     * Says what is wrong.
     *
     * @param index the message's place in its request, from 0
     * @param field null when the whole message is meant
     * @param expected what would have been read, such as {@code a decimal}
     * @param found the text that stood there, in quotes, or what was found instead of text
     */
    public UnreadableMessageException(long index, @Nullable String field, String expected, String found) {
        super(
                "message " + index + (field == null ? "" : ", field " + field) + ": expected " + expected + ", found "
                        + found,
                null,
                false,
                false);
        this.index = index;
        this.field = field;
        this.expected = expected;
        this.found = found;
    }

    public long index() {
        return index;
    }

    public @Nullable String field() {
        return field;
    }

    public String expected() {
        return expected;
    }

    public String found() {
        return found;
    }
}
