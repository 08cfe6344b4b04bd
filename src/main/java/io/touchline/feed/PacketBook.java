package io.touchline.feed;

import io.touchline.book.OrderBook;

/**
 * The book of one symbol, for packets that were put in order elsewhere, such as by a {@link Feed} with a {@link PacketListener}.
 *
 * <p>Its state can be taken out between two packets, and another book be given it: the orders of {@link #book()}, and {@link #numbers()}. What
 * it counts is not part of it. One thread. Odd data never throws; allocates only to grow.
 */
public final class PacketBook {

    /** How many numbers {@link #numbers} has. */
    public static final int NUMBERS = 3;

    private final Books books;
    private final Instrument instrument;
    /** The sequence number of the packet that is being applied; -1 between two. */
    private long packet = -1;

    /**
     * An empty book.
     *
     * @param maxOrders how many orders may rest in it
     * @param everyMessage whether a quote comes of every message, and not of every packet
     */
    public PacketBook(int maxOrders, boolean everyMessage, FeedListener listener) {
        books = new Books(maxOrders, everyMessage, listener);
        instrument = books.instrument(0);
    }

    /** Applies a message, whose symbol is number 0; another sequence number ends the packet before. */
    public void apply(Message message) {
        if (message.seqNum() != packet) {
            endPacket();
            packet = message.seqNum();
            books.startPacket();
        }
        books.counters().read++;
        books.apply(message);
    }

    /** Ends a packet, if one is being applied. */
    public void endPacket() {
        if (packet != -1) {
            books.endPacket();
            packet = -1;
        }
    }

    public OrderBook book() {
        return instrument.book;
    }

    /** What became of the messages since it was made. */
    public FeedCounters counters() {
        return books.counters();
    }

    /** The highest sequence number applied; -1 before the first. */
    public long lastSeqNum() {
        return instrument.lastSeqNum;
    }

    /** All of its state but the orders. */
    public long[] numbers() {
        return new long[] {instrument.lastSeqNum, instrument.imageSeqNum, instrument.lastTimeNanos};
    }

    /** Takes the numbers of another book over. */
    public void restore(long[] numbers) {
        instrument.lastSeqNum = numbers[0];
        instrument.imageSeqNum = numbers[1];
        instrument.lastTimeNanos = numbers[2];
    }
}
