package io.touchline.convert;

/** The conversion was cancelled before its end. */
public final class CancelledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CancelledException() {
        super("the conversion was cancelled");
    }
}
