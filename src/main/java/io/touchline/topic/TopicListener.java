package io.touchline.topic;

import io.touchline.book.Outcome;
import io.touchline.feed.Message;
import io.touchline.feed.Quote;
import io.touchline.live.LiveBook;

/** Hears what comes of a {@link TopicBook}'s record, while it is applied; the views are reused. */
public interface TopicListener {

    /**
     * A packet was applied.
     *
     * @param previous the number of the book of this symbol before this one; 0 when there was none
     */
    void quote(LiveBook book, long previous, Quote quote, boolean changed);

    /** A book is forgotten. */
    void forgotten(LiveBook book, long previous);

    /** A packet came after a higher one was applied; this is its first row, which was dropped. */
    void late(Message message);

    /** A row was dropped that its packet already holds. */
    void duplicate(Message message);

    /** The book refused a message, which changed nothing. */
    void refused(Message message, Outcome outcome);
}
