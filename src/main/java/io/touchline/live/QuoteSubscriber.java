package io.touchline.live;

/**
 * Hears the quotes of a subscription, from the thread of each quote's book: a subscription to all books is told by several threads at once. Must
 * never block; one that throws is not told anything any more.
 */
public interface QuoteSubscriber {

    /** The next quote; a {@code snapshot} is the quote that was the book's last when the subscription began. */
    void quote(LiveQuote quote, boolean snapshot);

    /** The subscription cannot start where it was to, and is over: {@code oldest} is the lowest number that can be started from. */
    void tooOld(String symbol, long oldest);

    /** The book was forgotten. Should there be one of that symbol again, its quotes count from 1. */
    void forgotten(String symbol);

    /**
     * How many quotes may be told at once now while the past is told to a new subscription; what has no room waits. Quotes that come later do not
     * ask.
     */
    default int room() {
        return Integer.MAX_VALUE;
    }
}
