package io.touchline.journal;

import java.io.IOException;
import java.io.InputStream;

/** Takes the sections that are read from a {@link Snapshot}, one by one and in the order in which they were written. */
@FunctionalInterface
public interface SectionConsumer {

    /** Takes one section; the stream ends with its data, is buffered, and valid during the call. What is left unread is passed over. */
    void section(String key, InputStream data) throws IOException;
}
