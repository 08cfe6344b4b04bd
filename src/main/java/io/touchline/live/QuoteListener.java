package io.touchline.live;

import io.touchline.feed.Quote;

/** Hears the quotes of a {@link LiveBook}. */
@FunctionalInterface
interface QuoteListener {

    /** A packet was applied; the view is reused, and the book already counts this quote. */
    void quote(LiveBook book, Quote quote, boolean changed);
}
