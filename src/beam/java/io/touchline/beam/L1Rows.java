package io.touchline.beam;

import io.touchline.csv.L1Format;
import io.touchline.csv.L1Writer;
import io.touchline.feed.Quote;
import io.touchline.feed.Symbols;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Rows of level 1 as the bytes of their CSV, without a header. One thread; one object serves many books. */
final class L1Rows {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Symbols symbols = new Symbols();
    private final L1Writer withSymbol = new L1Writer(bytes, L1Format.CSV, symbols);
    private final L1Writer withoutSymbol = new L1Writer(bytes, L1Format.CSV, null);
    private final Quote named = new Quote();
    private L1Writer writer = withoutSymbol;
    private int symbol;
    private long rows;

    L1Rows() {
        flush(withSymbol);
        flush(withoutSymbol);
        bytes.reset();
    }

    /** The line that names the columns, with a symbol or without. */
    static byte[] header(boolean withSymbol) {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        flush(new L1Writer(header, L1Format.CSV, withSymbol ? new Symbols() : null));
        return header.toByteArray();
    }

    /** Starts rows of a symbol; null when they name none. */
    void start(@Nullable String symbol) {
        writer = symbol == null ? withoutSymbol : withSymbol;
        if (symbol != null) {
            byte[] name = symbol.getBytes(StandardCharsets.UTF_8);
            this.symbol = symbols.number(name, 0, name.length);
        }
        rows = 0;
    }

    void write(Quote quote) {
        named.packet(symbol, quote.timeNanos(), quote.seqNum());
        named.valuesOf(quote);
        try {
            writer.write(named);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rows++;
    }

    /** How many rows were written since {@link #start}. */
    long rows() {
        return rows;
    }

    /** The rows written since {@link #start}. */
    byte[] take() {
        flush(writer);
        byte[] rows = bytes.toByteArray();
        bytes.reset();
        return rows;
    }

    private static void flush(L1Writer writer) {
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
