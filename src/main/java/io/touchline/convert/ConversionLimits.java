package io.touchline.convert;

import io.touchline.csv.ReaderLimits;

/**
 * What one conversion may use; whatever passes a limit ends it with a {@link io.touchline.feed.LimitExceededException}.
 *
 * @param lineBytes bytes of one row, its line end not counted; with {@code errors=skip} a longer row is skipped
 * @param columns columns of the header
 * @param rows rows of the input
 * @param symbols symbols of the input
 * @param heldRows rows that the reorder window holds at a time: what bounds the memory of a packet without an end
 * @param restingOrders orders resting in one book at a time
 */
public record ConversionLimits(int lineBytes, int columns, long rows, int symbols, int heldRows, int restingOrders) {

    public static final ConversionLimits DEFAULT =
            new ConversionLimits(64 << 10, 256, Long.MAX_VALUE, 100_000, 4_000_000, 2_000_000);

    ReaderLimits reader() {
        return new ReaderLimits(lineBytes, columns, rows, symbols);
    }
}
