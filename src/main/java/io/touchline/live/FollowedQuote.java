package io.touchline.live;

import io.touchline.feed.Quote;
import org.jspecify.annotations.Nullable;

/**
 * The next thing that is told of a book which is kept elsewhere.
 *
 * @param packetN the quote's number among those of the book
 * @param changeN the number of its last change, be it this quote or not
 * @param quote the quote; null when the book is forgotten
 */
public record FollowedQuote(
        String symbol,
        long packetN,
        long changeN,
        boolean changed,
        @Nullable Quote quote) {}
