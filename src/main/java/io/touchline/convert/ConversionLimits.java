package io.touchline.convert;

import io.touchline.csv.ReaderLimits;

/**
 * What one conversion may use; whatever passes a limit ends it with a {@link io.touchline.feed.LimitExceededException}.
 *
 * @param lineBytes bytes of one row, its line end not counted, up to {@link #MAX_LINE_BYTES}; with {@code errors=skip} a longer row is skipped
 * @param columns columns of the header
 * @param rows rows of the input
 * @param symbols symbols of the input
 * @param heldRows rows that the reorder window holds at a time: what bounds the memory of a packet without an end
 * @param restingOrders orders resting in one book at a time
 */
public record ConversionLimits(int lineBytes, int columns, long rows, int symbols, int heldRows, int restingOrders) {

    /** The longest row that can be allowed: some of them are held in memory. */
    public static final int MAX_LINE_BYTES = 16 << 20;

    /** Held rows and resting orders take up to a quarter of the heap each, so a small heap has lower limits instead of running out. */
    private static final long HEAP_BYTES_PER_ROW = 256;

    public static final ConversionLimits DEFAULT =
            new ConversionLimits(64 << 10, 256, Long.MAX_VALUE, 100_000, ofHeap(4_000_000), ofHeap(2_000_000));

    public ConversionLimits {
        if (lineBytes < 1 || lineBytes > MAX_LINE_BYTES) {
            throw new IllegalArgumentException("line-bytes: expected 1 to " + MAX_LINE_BYTES + ", found " + lineBytes);
        }
    }

    private static int ofHeap(int most) {
        return (int) Math.min(most, Runtime.getRuntime().maxMemory() / HEAP_BYTES_PER_ROW);
    }

    /** Those of them that concern the reader. */
    public ReaderLimits reader() {
        return new ReaderLimits(lineBytes, columns, rows, symbols);
    }
}
