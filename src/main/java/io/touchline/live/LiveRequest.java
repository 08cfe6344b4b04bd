package io.touchline.live;

import io.touchline.feed.Message;
import io.touchline.feed.MessageBatch;

/**
 * Messages for one book, which become durable together or not at all: already the bytes of their journal record.
 *
 * <p>One thread builds it, message by message or by the batch, and then submits it, once. Symbols and lines that the messages name are not kept.
 */
public final class LiveRequest {

    private final String symbol;
    private final long receivedNanos = System.nanoTime();
    private final RecordWriter record;
    private final Message view = new Message();
    private final int maxBytes;
    private int messages;

    /**
     * An empty request for a book.
     *
     * @param symbol 1 to 64 bytes of UTF-8
     * @param maxBytes how many bytes its record may have
     */
    public LiveRequest(String symbol, int maxBytes) {
        this.symbol = symbol;
        this.maxBytes = maxBytes;
        record = new RecordWriter(RecordKind.MESSAGES, symbol);
    }

    /** The message to be written and then kept with {@link #keep}; always the same view. An order id that is text takes all of its words. */
    public Message next() {
        return view;
    }

    /**
     * Adds what was written to {@link #next}.
     *
     * @throws io.touchline.feed.LimitExceededException when the request becomes too large
     */
    public void keep() {
        record.message(view);
        messages++;
        record.checkAtMost(maxBytes);
    }

    /**
     * Adds all messages of a batch.
     *
     * @throws io.touchline.feed.LimitExceededException when the request becomes too large
     */
    public void add(MessageBatch batch) {
        Message message = new Message(batch.words(), batch.begin());
        for (int at = batch.begin(); at < batch.end(); at += message.length()) {
            record.message(message.moveTo(batch.words(), at));
            messages++;
            record.checkAtMost(maxBytes);
        }
    }

    public String symbol() {
        return symbol;
    }

    /** How many messages it has. */
    public int messages() {
        return messages;
    }

    /** When it was begun, as {@link System#nanoTime()} goes. */
    long receivedNanos() {
        return receivedNanos;
    }

    /** Its journal record: the first {@link #length} of these. */
    public byte[] bytes() {
        return record.bytes();
    }

    public int length() {
        return record.length();
    }
}
