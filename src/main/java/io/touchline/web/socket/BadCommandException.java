package io.touchline.web.socket;

import org.jspecify.annotations.Nullable;

/** A frame that is no command; its message says what was expected. It has no stack trace. */
final class BadCommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final @Nullable String field;

    BadCommandException(ErrorCode code, @Nullable String field, String message) {
        super(message, null, false, false);
        this.code = code;
        this.field = field;
    }

    static BadCommandException badField(String field, String expected, String found) {
        return new BadCommandException(
                ErrorCode.BAD_FIELD, field, "field " + field + ": expected " + expected + ", found " + found);
    }

    /** What a client is told. */
    String toJson(@Nullable String id) {
        return Json.ofType("error")
                .json("id", id)
                .text("code", code.toString())
                .text("field", field)
                .text("detail", getMessage())
                .end();
    }
}
