package io.touchline.feed;

import io.touchline.book.Outcome;

/** Hears what comes of a {@link Feed}; called by the feed's thread, with views that are reused. */
public interface FeedListener extends DropListener {

    /** A packet was applied, or, in a feed that quotes every message, a message: this is its symbol's quote now. */
    void quote(Quote quote);

    /** The book refused a row, which changed nothing; {@link Outcome#isRefused()} says why. */
    void refused(Message message, Outcome outcome);
}
