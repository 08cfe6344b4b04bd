package io.touchline.live;

import io.touchline.book.Outcome;
import io.touchline.feed.Message;
import io.touchline.feed.Quote;

/** Hears the quotes of a {@link LiveBook}, and what it does not apply; called by the book's thread, with views that are reused. */
@FunctionalInterface
public interface QuoteListener {

    /** A packet was applied; the view is reused, and the book already counts this quote. */
    void quote(LiveBook book, Quote quote, boolean changed);

    /** A packet came after a higher one was applied; this is its first row, which was dropped. */
    default void late(Message message) {}

    /** A row was dropped that its packet already holds. */
    default void duplicate(Message message) {}

    /** The book refused a message, which changed nothing. */
    default void refused(Message message, Outcome outcome) {}
}
