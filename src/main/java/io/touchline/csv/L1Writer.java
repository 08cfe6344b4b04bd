package io.touchline.csv;

import io.touchline.feed.Quote;
import io.touchline.feed.Symbols;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes quotes as level 1, one row each, as CSV or as JSON lines.
 *
 * <p>One thread. Allocates nothing once warm but for the text of a new symbol and of a new day.
 */
public final class L1Writer {

    private static final int BUFFER = 64 << 10;
    /** No row is longer, its symbol apart. */
    private static final int LONGEST_ROW = 320;

    private final OutputStream out;
    private final L1Row row;
    private final @Nullable Symbols symbols;
    private byte[][] starts = new byte[16][];

    private final byte[] buffer = new byte[BUFFER + LONGEST_ROW + 6 * Symbols.MAX_BYTES];
    private int end;
    private long flushed;

    /**
     * Starts the output, with a header line when it is CSV.
     *
     * @param symbols the symbols that the quotes name; null when level 1 has no symbol column
     */
    public L1Writer(OutputStream out, L1Format format, @Nullable Symbols symbols) {
        this.out = out;
        this.symbols = symbols;
        row = format == L1Format.CSV ? new CsvRow(symbols != null) : new JsonRow(symbols != null);
        end = Bytes.put(buffer, 0, row.header());
    }

    /** Writes one row; answers its length with its line end, in bytes. */
    public int write(Quote quote) throws IOException {
        if (end >= BUFFER) {
            flushBuffer();
        }
        int start = end;
        end = row.write(quote, buffer, symbols == null ? start : writeStart(symbols, quote.symbol(), start));
        return end - start;
    }

    /** How many bytes were written, those not yet handed to the stream among them. */
    public long position() {
        return flushed + end;
    }

    /** Hands all that was written to the stream and flushes it. */
    public void flush() throws IOException {
        flushBuffer();
        out.flush();
    }

    private void flushBuffer() throws IOException {
        out.write(buffer, 0, end);
        flushed += end;
        end = 0;
    }

    private int writeStart(Symbols symbols, int symbol, int at) {
        if (symbol >= starts.length) {
            starts = Arrays.copyOf(starts, 2 * symbol);
        }
        byte[] text = starts[symbol];
        if (text == null) {
            text = row.start(symbols.name(symbol));
            starts[symbol] = text;
        }
        return Bytes.put(buffer, at, text);
    }
}
