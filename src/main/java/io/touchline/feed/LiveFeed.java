package io.touchline.feed;

import io.touchline.book.OrderBook;
import io.touchline.book.Outcome;
import java.util.function.Consumer;

/**
 * The {@link Feed} of one live symbol, whose messages come in requests.
 *
 * <p>A packet ends when the sequence number changes or the request ends. A packet that was applied at the end of a request goes on when the next
 * message has its number: it is applied, and quoted, again. A window that is full lets its lowest packet go. Between two requests the state can be
 * taken out, and another feed be given it. One thread.
 */
public final class LiveFeed {

    /** How many numbers {@link #numbers} has. */
    public static final int NUMBERS = 11 + Outcome.COUNT;

    /** How many numbers {@link #copyCounts} copies. */
    public static final int COUNTS = 7 + Outcome.COUNT;
    /** Where among these the outcomes start, by their codes. */
    public static final int OUTCOMES = 6;

    /** Where the rows read stand among these. */
    public static final int READ = 0;
    /** Where among these the number of held rows is. */
    public static final int HELD = COUNTS - 1;

    /** There may be many live feeds, and most hold little. */
    private static final int BLOCK_SHIFT = 4;

    private final Feed feed;
    private final Instrument instrument;
    private final ReorderWindow window;

    /**
     * A feed whose book is empty.
     *
     * @param window how many packets are held back at the end of a request
     * @param maxHeldRows how many messages the window may hold at a time
     * @param maxOrders how many orders may rest in the book at a time
     */
    public LiveFeed(int window, int maxHeldRows, int maxOrders, FeedListener listener) {
        this.window = new ReorderWindow(maxHeldRows, BLOCK_SHIFT);
        Books books = new Books(maxOrders, false, listener);
        feed = new Feed(window, this.window, books, listener);
        instrument = books.instrument(0);
    }

    /** Takes one message in, whose symbol is number 0; what the window lets go is applied. */
    public void accept(Message message) {
        if (window.rows() == window.maxRows()) {
            feed.release(window.lowest());
        }
        feed.accept(message);
    }

    /** Ends a request: what the window no longer holds back is applied. */
    public void endRequest() {
        feed.endRequest();
    }

    /** Applies all held packets up to a sequence number. */
    public void release(long upTo) {
        feed.release(upTo);
    }

    public OrderBook book() {
        return instrument.book;
    }

    public FeedCounters counters() {
        return feed.counters();
    }

    /** Copies how many rows were read, refused and duplicate, late packets and rows, packets, the outcomes, and the rows held now. */
    public void copyCounts(long[] counts) {
        feed.counters().copyTo(counts, 0);
        counts[HELD] = window.rows();
    }

    /** The highest sequence number applied; -1 before the first. */
    public long lastSeqNum() {
        return instrument.lastSeqNum;
    }

    public int heldPackets() {
        return window.packets();
    }

    public int heldRows() {
        return window.rows();
    }

    /** The lowest sequence number held; only when one is. */
    public long lowestHeld() {
        return window.lowest();
    }

    /** The highest sequence number held; -1 when none is. */
    public long highestHeld() {
        return window.highest();
    }

    /** Shows all messages that are held, with a view that is reused, in an order in which {@link #restore} may take them. */
    public void forEachHeld(Consumer<Message> consumer) {
        window.forEachRow(new Message(), consumer);
    }

    /** All of its state but the book and what is held. */
    public long[] numbers() {
        FeedCounters counters = feed.counters();
        long[] numbers = new long[NUMBERS];
        numbers[0] = instrument.lastSeqNum;
        numbers[1] = instrument.imageSeqNum;
        numbers[2] = instrument.lastTimeNanos;
        numbers[3] = feed.lateSeqNum();
        numbers[4] = window.previousPacket() == ReorderWindow.NONE ? 0 : 1;
        counters.copyTo(numbers, 5);
        return numbers;
    }

    /** Holds a message again. */
    public void restore(Message held) {
        window.restore(held);
    }

    /** Takes the numbers of another feed over, once all that it held is restored. */
    public void restore(long[] numbers) {
        instrument.lastSeqNum = numbers[0];
        instrument.imageSeqNum = numbers[1];
        instrument.lastTimeNanos = numbers[2];
        feed.moveTo(numbers[0], numbers[3]);
        if (numbers[4] == 0) {
            window.drop();
        }
        feed.counters().restore(numbers, 5);
    }
}
