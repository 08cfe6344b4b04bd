package io.touchline.live;

import java.io.IOException;

/** The oldest part of a history was deleted while it was read, as it is no longer kept; read again, it starts later. */
public final class HistoryMovedException extends IOException {

    private static final long serialVersionUID = 1L;

    HistoryMovedException(IOException cause) {
        super("the oldest part of the history was deleted while it was read", cause);
    }
}
