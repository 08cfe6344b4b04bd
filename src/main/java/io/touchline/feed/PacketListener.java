package io.touchline.feed;

/** Hears the messages of a {@link Feed} in the order in which books are to take them; called by the feed's thread, with views that are reused. */
public interface PacketListener extends DropListener {

    /** A message whose turn it is. Messages of one packet follow one another. */
    void message(Message message);
}
