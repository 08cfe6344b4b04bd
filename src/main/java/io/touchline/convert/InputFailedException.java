package io.touchline.convert;

import java.io.IOException;

/** The input stream failed: a client that went away, a file that cannot be read. */
public final class InputFailedException extends IOException {

    private static final long serialVersionUID = 1L;

    public InputFailedException(IOException cause) {
        super("the input cannot be read: " + cause.getMessage(), cause);
    }
}
