package io.touchline.csv;

/**
 * What an {@link L3Reader} reads at the most.
 *
 * @param lineBytes bytes of a row, its line end not counted
 * @param columns columns of the header
 * @param rows rows behind the header
 * @param symbols different symbols, at most {@link io.touchline.feed.Message#MAX_SYMBOLS}
 */
public record ReaderLimits(int lineBytes, int columns, long rows, int symbols) {}
