package io.touchline.journal;

import java.io.IOException;
import java.nio.file.Path;

/** Bytes of a journal or a snapshot that were durable once are not what they were. The message names the place. */
public final class DamagedJournalException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final long offset;
    private final String expected;
    private final String found;

    DamagedJournalException(Path file, long offset, String expected, String found) {
        super(file + ", byte " + offset + ": expected " + expected + ", found " + found);
        this.file = file.toString();
        this.offset = offset;
        this.expected = expected;
        this.found = found;
    }

    /** The path of the damaged file, or of the directory that lacks one. */
    public String file() {
        return file;
    }

    /** Where in the file, in bytes from its start. */
    public long offset() {
        return offset;
    }

    public String expected() {
        return expected;
    }

    public String found() {
        return found;
    }
}
