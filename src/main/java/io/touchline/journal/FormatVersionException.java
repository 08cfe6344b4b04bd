package io.touchline.journal;

import java.io.IOException;
import java.nio.file.Path;

/** A file was written by another version of this service, in a format that this one does not know. */
public final class FormatVersionException extends IOException {

    private static final long serialVersionUID = 1L;

    FormatVersionException(Path file, int known, int found) {
        super(file + ": expected version " + known + " of the format, found version " + found);
    }
}
