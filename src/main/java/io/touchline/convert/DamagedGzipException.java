package io.touchline.convert;

import java.io.IOException;

/** What starts as gzip is not gzip to its end. */
public final class DamagedGzipException extends IOException {

    private static final long serialVersionUID = 1L;

    DamagedGzipException(IOException cause) {
        super(cause.getMessage() == null ? "damaged data" : cause.getMessage(), cause);
    }
}
