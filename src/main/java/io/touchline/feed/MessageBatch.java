package io.touchline.feed;

/**
 * A run of messages, record behind record, on its way from a reader to a {@link Feed}.
 *
 * <p>One thread writes it, then another reads it; whoever hands it over sees to the order of memory. Allocates nothing once made.
 */
public final class MessageBatch {

    private final long[] words;
    private final Message next = new Message();
    private int end;

    /** An empty batch that takes {@code messages} messages with numbers for order ids, or half as many with texts. */
    public MessageBatch(int messages) {
        words = new long[messages * Message.WORDS];
    }

    /** Whether it takes one more message, whatever its order id. */
    public boolean hasRoom() {
        return end + Message.WORDS_WITH_TEXT_ID <= words.length;
    }

    public boolean isEmpty() {
        return end == 0;
    }

    /** Takes all messages out. */
    public void clear() {
        end = 0;
    }

    /** The record behind the last one, to be written and then kept with {@link #keep}; only while there is room. */
    public Message next() {
        return next.moveTo(words, end);
    }

    /** Keeps the record that was written to {@link #next()}. */
    public void keep() {
        end += next.length();
    }

    /** The words of all records. */
    public long[] words() {
        return words;
    }

    /** How many words the records take. */
    public int end() {
        return end;
    }

    /** Hands all messages to a feed, in their order. */
    public void feed(Feed feed) {
        Message message = next;
        for (int at = 0; at < end; at += message.length()) {
            feed.accept(message.moveTo(words, at));
        }
    }
}
