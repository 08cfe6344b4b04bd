package io.touchline.live;

import org.jspecify.annotations.Nullable;

/** The journal cannot be written, or the books are closed: nothing of the request was kept or applied. Reads go on. */
public final class JournalUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JournalUnavailableException(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
