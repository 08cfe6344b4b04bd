package io.touchline.binary;

import io.touchline.feed.Quote;

/**
 * A quote as bytes. Static.
 *
 * <pre>
 * time, seq_num | values: bid price, bid quantity, ask price, ask quantity
 * </pre>
 */
public final class BinaryQuote {

    private BinaryQuote() {}

    /** Writes all but the symbol. */
    public static void write(Quote quote, NumberWriter out) {
        out.signed(quote.timeNanos());
        out.number(quote.seqNum());
        writeValues(quote, out);
    }

    /** The quote that was written, of symbol 0. */
    public static Quote read(NumberReader in) {
        Quote quote = new Quote();
        quote.packet(0, in.signed(), in.number());
        readValues(in, quote);
        return quote;
    }

    /** Writes the four values. */
    public static void writeValues(Quote quote, NumberWriter out) {
        out.signed(quote.bidPrice());
        out.number(quote.bidQuantity());
        out.signed(quote.askPrice());
        out.number(quote.askQuantity());
    }

    /** Sets the four values that were written. */
    public static void readValues(NumberReader in, Quote quote) {
        quote.values(in.signed(), in.number(), in.signed(), in.number());
    }
}
