package io.touchline.live;

/** A bounded queue of the live books is full: the caller may try again in a second, or read its socket more slowly. */
public final class BooksBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BooksBusyException(String what) {
        super(what);
    }
}
