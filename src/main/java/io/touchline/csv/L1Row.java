package io.touchline.csv;

import io.touchline.feed.Quote;

/** How a row of level 1 is written in one {@link L1Format}. One thread. */
interface L1Row {

    /** What stands before all rows. */
    byte[] header();

    /** What a row of a symbol starts with, up to its time; symbols have no control characters. */
    byte[] start(String symbol);

    /** Writes a row from its time on, or all of it when rows have no symbol; answers where it ends. Takes up to 320 bytes, its symbol apart. */
    int write(Quote quote, byte[] to, int at);
}
