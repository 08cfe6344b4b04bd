package io.touchline.convert;

import java.io.IOException;
import java.io.InputStream;

/** Where the level 3 of a conversion comes from; opened once the conversion may start, by the thread that runs it. */
@FunctionalInterface
public interface L3Source {

    /** Opens the input; whoever gave the source closes it. */
    InputStream open() throws IOException;
}
