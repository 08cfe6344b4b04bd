package io.touchline.live;

import io.touchline.feed.Quote;
import org.jspecify.annotations.Nullable;

/** A book that is kept elsewhere: its quotes, with the numbers that they came with. One thread, but for {@link #now}. */
final class FollowedBook extends PublishedQuotes {

    private final String symbol;
    private final Quote lastChange = new Quote();
    private long packetN;
    private long changeN;
    private volatile @Nullable LiveQuote now;

    FollowedBook(String symbol, RecentQuotes recent) {
        super(recent);
        this.symbol = symbol;
    }

    /** Publishes the next quote, whatever its numbers are when it is the first. */
    void follow(FollowedQuote next, Quote quote) {
        boolean isFirst = packetN == 0;
        packetN = next.packetN();
        changeN = next.changeN();
        if (isFirst || next.changed()) {
            lastChange.of(quote);
            now = new LiveQuote(symbol, changeN, quote, 0);
        }
        publish(quote, packetN, changeN, next.changed(), 0);
    }

    /** The last change; null before the first. Any thread. */
    @Nullable
    LiveQuote now() {
        return now;
    }

    @Override
    String symbol() {
        return symbol;
    }

    @Override
    long n(Emit emit) {
        return emit == Emit.CHANGE ? changeN : packetN;
    }

    @Override
    Quote lastChange() {
        return lastChange;
    }
}
