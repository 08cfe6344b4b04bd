package io.touchline.gateway;

import io.touchline.feed.Quote;
import io.touchline.live.FollowedQuote;
import org.jspecify.annotations.Nullable;

/**
 * One value of the level 1 topic.
 *
 * @param book the number of the record that made the book
 * @param previous the number of the symbol's book before it, told with packet 1; 0 for none
 * @param packet the quote's number among those of the book, from 1 without a hole
 * @param n the number of the last change
 * @param quote null when the book is forgotten
 * @param offset where it stands in its partition
 */
record L1Record(
        String symbol,
        long book,
        long previous,
        long packet,
        long n,
        boolean changed,
        @Nullable Quote quote,
        long offset) {

    /** What subscribers are to be told. */
    FollowedQuote toFollowed() {
        return new FollowedQuote(symbol, packet, n, changed, quote);
    }
}
