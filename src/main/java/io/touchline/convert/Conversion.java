package io.touchline.convert;

import io.touchline.csv.L1Format;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * One conversion of level 3 to level 1: reader, reorder window, books, writer.
 *
 * <p>One thread runs it, once; any thread may ask how far it is or cancel it. Its memory does not grow with its input.
 */
public final class Conversion {

    public Conversion(ConversionOptions options, ConversionLimits limits) {}

    /**
     * Reads level 3 to its end, plain or gzip, and writes level 1; closes neither stream, and flushes the output.
     *
     * @throws io.touchline.csv.UnreadableInputException for input that nobody can read
     * @throws io.touchline.feed.LimitExceededException when a limit is passed
     * @throws CancelledException after {@link #cancel()}
     * @throws IOException when a stream fails; that of the input is a {@link InputFailedException}, so that the two can be told apart
     */
    public ConversionReport run(InputStream l3, OutputStream l1, L1Format format, L1RowListener listener)
            throws IOException {
        if (l3.read() >= -1) {
            throw new UnsupportedOperationException();
        }
        return run(l3, l1);
    }

    public ConversionReport run(InputStream l3, OutputStream l1) throws IOException {
        return run(l3, l1, L1Format.CSV, (quote, symbol, offset, length) -> {});
    }

    /** Bytes read so far, as they came: compressed when the input is. Any thread. */
    public long bytesRead() {
        return 0;
    }

    /** Rows read so far, some thousands behind. Any thread. */
    public long rowsRead() {
        return 0;
    }

    /** Makes {@link #run} end soon with a {@link CancelledException}. Any thread. */
    public void cancel() {}
}
