package io.touchline.convert;

/** An option that does not exist, has a value that it cannot have, or is given twice. */
public final class BadOptionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String option;
    private final String expected;
    private final String found;

    public BadOptionException(String option, String expected, String found) {
        super("option " + option + ": expected " + expected + ", found " + found);
        this.option = option;
        this.expected = expected;
        this.found = found;
    }

    public String option() {
        return option;
    }

    public String expected() {
        return expected;
    }

    public String found() {
        return found;
    }
}
