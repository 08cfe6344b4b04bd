package io.touchline.convert;

import java.io.IOException;
import java.nio.file.Path;

/** Another process works in the data directory. */
public final class DataDirInUseException extends IOException {

    private static final long serialVersionUID = 1L;

    public DataDirInUseException(Path directory) {
        super("the data directory " + directory + " is in use by another process");
    }
}
