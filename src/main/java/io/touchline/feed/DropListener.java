package io.touchline.feed;

/** Hears what a {@link Feed} drops before it comes to a book; called by the feed's thread, with views that are reused. */
public interface DropListener {

    /** A packet came after a higher one of its symbol was applied; this is its first row, which was dropped. */
    void late(Message message);

    /** A row was dropped that its packet already holds. */
    default void duplicate(Message message) {}
}
