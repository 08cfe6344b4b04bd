package io.touchline.feed;

/** A limit was reached that protects the process; the message names the limit, its value and its setting. */
public final class LimitExceededException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The limits, each with the last part of its setting's name. */
    public enum Limit {
        BODY_BYTES("body-bytes", "bytes in a body"),
        LINE_BYTES("line-bytes", "bytes in a row"),
        COLUMNS("columns", "columns"),
        ROWS("rows", "rows"),
        SYMBOLS("symbols", "symbols"),
        HELD_ROWS("held-rows", "rows held back by the reorder window"),
        RESTING_ORDERS("resting-orders", "resting orders in a book"),
        BOOKS("books", "live books"),
        REQUEST_BYTES("request-bytes", "encoded bytes in a request's messages"),
        REQUEST_MESSAGES("request-messages", "messages in a request"),
        MESSAGE_BYTES("message-bytes", "bytes in a message");

        private final String setting;
        private final String what;

        Limit(String setting, String what) {
            this.setting = "touchline.limits." + setting;
            this.what = what;
        }

        /** The full name of the setting, such as {@code touchline.limits.columns}. */
        public String setting() {
            return setting;
        }
    }

    private final Limit limit;
    private final long line;

    /**
     * @param value the largest number that is allowed
     * @param line where the limit was passed, counted from 1; 0 when there is no such place
     */
    public LimitExceededException(Limit limit, long value, long line) {
        super((line > 0 ? "line " + line + ": " : "") + "more than " + value + " " + limit.what + " (" + limit.setting
                + ")");
        this.limit = limit;
        this.line = line;
    }

    public Limit limit() {
        return limit;
    }

    /** Where the limit was passed, counted from 1; 0 when there is no such place. */
    public long line() {
        return line;
    }
}
