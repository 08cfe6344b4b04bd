package io.touchline.cli;

import java.io.IOException;

/** The output cannot be opened or written. */
final class OutputFailedException extends IOException {

    private static final long serialVersionUID = 1L;

    OutputFailedException(String reason) {
        super("the output cannot be written: " + reason);
    }
}
