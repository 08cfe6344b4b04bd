package io.touchline.web.socket;

import java.util.Locale;

/** What can be wrong with a frame, or with one symbol of it; in JSON in small letters. */
enum ErrorCode {
    /** The frame is no JSON object, or no JSON. */
    BAD_JSON,
    /** There is no such operation. */
    UNKNOWN_OP,
    /** The operation has no such field. */
    UNKNOWN_FIELD,
    /** A field has a value that it cannot have. */
    BAD_FIELD,
    /** No book can have this symbol. */
    BAD_SYMBOL,
    /** The connection hears all books already. */
    COVERED,
    /** The connection names as many symbols as it may. */
    TOO_MANY_SUBSCRIPTIONS,
    /** The connection has no such subscription. */
    NOT_SUBSCRIBED,
    /** A message cannot be read. */
    UNREADABLE,
    /** The messages pass a limit. */
    LIMIT_EXCEEDED,
    /** Too much waits; try again. */
    BUSY,
    /** No messages are taken: the journal cannot be written, the books have failed, or the service stops. */
    UNAVAILABLE,
    /** The books did not answer in time; the detail says what became of the messages. */
    NO_ANSWER;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
