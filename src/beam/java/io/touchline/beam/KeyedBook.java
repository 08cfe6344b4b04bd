package io.touchline.beam;

import io.touchline.binary.BinaryQuote;
import io.touchline.binary.NumberReader;
import io.touchline.binary.NumberWriter;
import io.touchline.binary.RestingOrders;
import io.touchline.book.Outcome;
import io.touchline.convert.ConversionLimits;
import io.touchline.convert.ConversionOptions;
import io.touchline.convert.ConversionOptions.Emit;
import io.touchline.convert.WantedQuotes;
import io.touchline.feed.FeedCounters;
import io.touchline.feed.FeedListener;
import io.touchline.feed.Message;
import io.touchline.feed.PacketBook;
import io.touchline.feed.Quote;
import org.jspecify.annotations.Nullable;

/**
 * A book in the keyed state of an engine. One thread at a time.
 *
 * <pre>
 * version 1 | last seq_num, seq_num of the last image, last time | 1 if a quote was written: its four values | orders, as RestingOrders has them
 * </pre>
 */
final class KeyedBook implements FeedListener {

    private static final int VERSION = 1;

    private final PacketBook book;
    private final WantedQuotes wanted;
    private @Nullable RowListener rows;

    /** An empty book. */
    KeyedBook(ConversionOptions options) {
        book = new PacketBook(ConversionLimits.DEFAULT.restingOrders(), options.emit() == Emit.MESSAGE, this);
        wanted = new WantedQuotes(options);
    }

    /** Applies whole packets. */
    void apply(byte[] packets, PacketsReader reader, RowListener rows) {
        this.rows = rows;
        reader.read(packets, book::apply);
        book.endPacket();
        this.rows = null;
    }

    /** What it counted since it was made or read. */
    FeedCounters counters() {
        return book.counters();
    }

    @Override
    public void quote(Quote quote) {
        if (rows != null && wanted.isWanted(quote)) {
            rows.row(quote);
        }
    }

    @Override
    public void refused(Message message, Outcome outcome) {
        if (rows != null) {
            rows.refused(message, outcome);
        }
    }

    @Override
    public void late(Message message) {
        // told apart where packets are put in order
    }

    void write(NumberWriter out) {
        out.octet(VERSION);
        for (long number : book.numbers()) {
            out.signed(number);
        }
        Quote last = wanted.lastWritten(0);
        out.octet(last == null ? 0 : 1);
        if (last != null) {
            BinaryQuote.writeValues(last, out);
        }
        RestingOrders.write(book.book(), out);
    }

    /** @throws IllegalStateException when another version wrote it */
    static KeyedBook read(ConversionOptions options, NumberReader in) {
        int version = in.octet();
        if (version != VERSION) {
            throw new IllegalStateException("state of a book: expected version " + VERSION + ", found " + version);
        }
        KeyedBook book = new KeyedBook(options);
        long[] numbers = new long[PacketBook.NUMBERS];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.signed();
        }
        if (in.octet() != 0) {
            Quote last = new Quote();
            BinaryQuote.readValues(in, last);
            book.wanted.written(last);
        }
        RestingOrders.read(in, book.book.book());
        book.book.restore(numbers);
        return book;
    }

    /** Hears what comes of packets. */
    interface RowListener {

        /** A quote that the options ask for. */
        void row(Quote quote);

        /** The book refused a row. */
        void refused(Message message, Outcome outcome);
    }
}
