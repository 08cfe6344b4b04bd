package io.touchline.live;

import io.touchline.book.OrderBook;
import io.touchline.feed.Quote;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One published quote. Immutable; any thread.
 *
 * <p>Prices count 10<sup>-9</sup>, quantities 10<sup>-8</sup>; a missing side has {@link OrderBook#NO_PRICE} and quantity 0. What it looks like
 * on the wire is made once, by whoever first needs it, and shared.
 */
public final class LiveQuote {

    private final String symbol;
    private final long n;
    private final long timeNanos;
    private final long seqNum;
    private final long bidPrice;
    private final long bidQuantity;
    private final long askPrice;
    private final long askQuantity;
    private final long receivedNanos;
    private volatile byte @Nullable [] rendered;

    /**
     * Copies a quote.
     *
     * @param n its number among the book's quotes of one {@link Emit}, from 1
     * @param receivedNanos when its request was received, as {@link System#nanoTime()} goes; 0 when it is told again
     */
    public LiveQuote(String symbol, long n, Quote quote, long receivedNanos) {
        this.symbol = symbol;
        this.n = n;
        this.receivedNanos = receivedNanos;
        timeNanos = quote.timeNanos();
        seqNum = quote.seqNum();
        bidPrice = quote.bidPrice();
        bidQuantity = quote.bidQuantity();
        askPrice = quote.askPrice();
        askQuantity = quote.askQuantity();
    }

    /** A quote with the same packet and values, of symbol 0. */
    public Quote copy() {
        Quote quote = new Quote();
        quote.packet(0, timeNanos, seqNum);
        quote.values(bidPrice, bidQuantity, askPrice, askQuantity);
        return quote;
    }

    /** The bytes that a renderer makes of this quote. All renderers that are ever given must make the same. */
    public byte[] rendered(Function<LiveQuote, byte[]> renderer) {
        byte[] bytes = rendered;
        if (bytes == null) {
            bytes = renderer.apply(this);
            rendered = bytes;
        }
        return bytes;
    }

    public String symbol() {
        return symbol;
    }

    /** Counts the book's quotes of one {@link Emit}, from 1 and without a hole. */
    public long n() {
        return n;
    }

    /** The time of the packet's last row, nanoseconds since 1970-01-01, UTC. */
    public long timeNanos() {
        return timeNanos;
    }

    public long seqNum() {
        return seqNum;
    }

    public boolean hasBid() {
        return bidPrice != OrderBook.NO_PRICE;
    }

    public boolean hasAsk() {
        return askPrice != OrderBook.NO_PRICE;
    }

    public long bidPrice() {
        return bidPrice;
    }

    public long bidQuantity() {
        return bidQuantity;
    }

    public long askPrice() {
        return askPrice;
    }

    public long askQuantity() {
        return askQuantity;
    }

    /** When its request was received, as {@link System#nanoTime()} goes; 0 when it is told again. */
    public long receivedNanos() {
        return receivedNanos;
    }
}
