package io.touchline.csv;

/** Input that nobody can read, with its place and with what was expected there; see {@link UnreadableRow}. It has no stack trace. */
public final class UnreadableInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient UnreadableRow row;

    public UnreadableInputException(UnreadableRow row) {
        super(row.toString(), null, false, false);
        this.row = row;
    }

    public UnreadableRow row() {
        return row;
    }
}
