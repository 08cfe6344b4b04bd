package io.touchline.journal;

import java.io.IOException;

/** Records that are asked for were deleted, before or while they were read. */
public final class RecordsGoneException extends IOException {

    private static final long serialVersionUID = 1L;

    private final long firstKept;

    RecordsGoneException(long wanted, long firstKept) {
        super("record " + wanted + " is gone, the first that is kept is " + firstKept);
        this.firstKept = firstKept;
    }

    /** The number of the first record that was still there. */
    public long firstKept() {
        return firstKept;
    }
}
