package io.touchline.convert;

import io.touchline.feed.Quote;

/** Hears of every row of level 1 as it is written; called by the converting thread, which waits for it. */
@FunctionalInterface
public interface L1RowListener {

    /**
     * A row was written.
     *
     * @param quote what the row says; reused for the next row
     * @param symbol the quote's symbol; empty when the input has no symbols
     * @param offset where in the output the row starts, bytes
     * @param length of the row with its line end, bytes
     */
    void row(Quote quote, String symbol, long offset, int length);
}
