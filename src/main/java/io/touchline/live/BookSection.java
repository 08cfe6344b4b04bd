package io.touchline.live;

import io.touchline.binary.BinaryQuote;
import io.touchline.binary.MessageReader;
import io.touchline.binary.MessageWriter;
import io.touchline.binary.NumberReader;
import io.touchline.binary.NumberWriter;
import io.touchline.binary.RestingOrders;
import io.touchline.feed.LiveFeed;
import io.touchline.feed.Quote;

/**
 * A {@link LiveBook} as bytes: its section of a snapshot. Static.
 *
 * <pre>
 * limits: window, held rows, orders | first record | last record | n of packets | n of changes | last change: time, seq_num, four values | highest time
 * numbers of the feed | orders, as RestingOrders has them | number of held messages | held messages
 * </pre>
 */
public final class BookSection {

    private BookSection() {}

    /** Writes a book, with limits that may be others than its own. */
    public static void write(LiveBook book, FeedLimits limits, NumberWriter out) {
        limits.write(out);
        out.number(book.firstRecord());
        out.number(book.lastRecord());
        out.number(book.n(Emit.PACKET));
        out.number(book.n(Emit.CHANGE));
        BinaryQuote.write(book.lastChange(), out);
        out.signed(book.highestTimeNanos());
        for (long number : book.feed().numbers()) {
            out.signed(number);
        }
        RestingOrders.write(book.feed().book(), out);
        writeHeld(book.feed(), out);
    }

    private static void writeHeld(LiveFeed feed, NumberWriter out) {
        MessageWriter messages = new MessageWriter(out);
        out.number(feed.heldRows());
        feed.forEachHeld(messages::write);
    }

    /** The book that was written, which is heard by another listener from now on. */
    public static LiveBook read(String symbol, NumberReader in, QuoteListener listener) {
        FeedLimits limits = FeedLimits.read(in);
        LiveBook book = new LiveBook(symbol, in.number(), limits, listener);
        long lastRecord = in.number();
        long packetN = in.number();
        long changeN = in.number();
        Quote lastChange = BinaryQuote.read(in);
        book.restore(lastRecord, packetN, changeN, lastChange, in.signed());
        long[] numbers = new long[LiveFeed.NUMBERS];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.signed();
        }
        RestingOrders.read(in, book.feed().book());
        readHeld(book.feed(), in);
        book.feed().restore(numbers);
        return book;
    }

    private static void readHeld(LiveFeed feed, NumberReader in) {
        MessageReader messages = new MessageReader();
        messages.moveTo(in);
        for (int held = in.integer(); held > 0; held--) {
            feed.restore(messages.read(0));
        }
    }
}
