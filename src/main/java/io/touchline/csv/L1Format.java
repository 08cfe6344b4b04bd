package io.touchline.csv;

/** The two forms in which level 1 is written. */
public enum L1Format {
    /** A header line, then a line per quote. */
    CSV,
    /** A JSON object per line with the columns' names: prices and sizes numbers, time, symbol and sequence number strings. */
    NDJSON
}
