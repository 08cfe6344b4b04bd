package io.touchline.judge;

import org.jspecify.annotations.Nullable;

/** Input that nobody can read, with its place. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    RefusedException(long line, @Nullable String column) {
        super("line " + line + ", column " + column);
        this.refusal = new Refusal(line, column);
    }

    Refusal refusal() {
        return refusal;
    }
}
