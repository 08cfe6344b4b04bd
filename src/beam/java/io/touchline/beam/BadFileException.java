package io.touchline.beam;

/** A file that cannot be converted, with its name; the cause says why, and where. */
final class BadFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadFileException(String file, Exception cause) {
        super(file + ": " + cause.getMessage(), cause);
    }
}
