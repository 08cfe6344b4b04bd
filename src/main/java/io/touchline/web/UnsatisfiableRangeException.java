package io.touchline.web;

/** A file has none of the ranges that were asked for. */
final class UnsatisfiableRangeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long size;

    UnsatisfiableRangeException(long size) {
        super("the file has " + size + " bytes");
        this.size = size;
    }

    /** How many bytes the file has. */
    long size() {
        return size;
    }
}
