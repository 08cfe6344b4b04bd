package io.touchline.journal;

import java.io.IOException;
import java.io.OutputStream;

/** Writes the data of one section of a snapshot. */
@FunctionalInterface
public interface SectionBody {

    /** Writes all of the data; the stream is buffered, and valid during the call. */
    void write(OutputStream out) throws IOException;
}
