package io.touchline.csv;

import io.touchline.feed.Quote;
import io.touchline.feed.Symbols;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
    private final L1Punctuation punctuation;
    private final @Nullable Symbols symbols;
    private byte[][] symbolTexts = new byte[16][];

    private final byte[] buffer = new byte[BUFFER + LONGEST_ROW + 6 * Symbols.MAX_BYTES];
    private int end;
    private long flushed;

    private final TimeText time = new TimeText();
    private final ValuesText values;
    private final SeqNumText seqNum = new SeqNumText();

    /**
     * Starts the output, with a header line when it is CSV.
     *
     * @param symbols the symbols that the quotes name; null when level 1 has no symbol column
     */
    public L1Writer(OutputStream out, L1Format format, @Nullable Symbols symbols) {
        this.out = out;
        this.symbols = symbols;
        punctuation = L1Punctuation.of(format, symbols != null);
        values = new ValuesText(punctuation);
        end = put(punctuation.header, 0);
    }

    /** Writes one row; answers its length with its line end, in bytes. */
    public int write(Quote quote) throws IOException {
        if (end >= BUFFER) {
            flushBuffer();
        }
        int start = end;
        int p = symbols == null ? start : writeSymbol(symbols, quote.symbol(), start);
        p = time.write(quote.timeNanos(), buffer, put(punctuation.beforeTime, p));
        p = values.write(quote, buffer, p);
        p = seqNum.write(quote.seqNum(), buffer, p);
        end = put(punctuation.end, p);
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

    private int put(byte[] text, int at) {
        return Bytes.put(buffer, at, text);
    }

    private int writeSymbol(Symbols symbols, int symbol, int at) {
        if (symbol >= symbolTexts.length) {
            symbolTexts = Arrays.copyOf(symbolTexts, 2 * symbol);
        }
        byte[] text = symbolTexts[symbol];
        if (text == null) {
            text = punctuation.symbol(symbols.name(symbol)).getBytes(StandardCharsets.UTF_8);
            symbolTexts[symbol] = text;
        }
        return put(text, at);
    }
}
