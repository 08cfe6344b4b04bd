package io.touchline.live;

import io.touchline.book.OrderBook;
import io.touchline.book.OrderIds;
import io.touchline.book.Side;
import io.touchline.feed.LiveFeed;
import io.touchline.feed.Quote;

/**
 * A {@link LiveBook} as bytes: its section of a snapshot. Static.
 *
 * <pre>
 * limits: window, held rows, orders | first record | last record | n of packets | n of changes | last change: time, seq_num, four values | highest time
 * numbers of the feed | number of orders | orders: side and kind of id 1 byte, id, price, quantity | number of held messages | held messages
 * </pre>
 */
final class BookSection {

    private static final int TEXT_BIT = 2;

    private BookSection() {}

    /** Writes a book, with limits that may be others than its own. */
    static void write(LiveBook book, FeedLimits limits, NumberWriter out) {
        limits.write(out);
        out.number(book.firstRecord());
        out.number(book.lastRecord());
        out.number(book.n(Emit.PACKET));
        out.number(book.n(Emit.CHANGE));
        writeQuote(book.lastChange(), out);
        out.signed(book.highestTimeNanos());
        for (long number : book.feed().numbers()) {
            out.signed(number);
        }
        writeOrders(book.feed().book(), out);
        writeHeld(book.feed(), out);
    }

    private static void writeQuote(Quote quote, NumberWriter out) {
        out.signed(quote.timeNanos());
        out.number(quote.seqNum());
        out.signed(quote.bidPrice());
        out.number(quote.bidQuantity());
        out.signed(quote.askPrice());
        out.number(quote.askQuantity());
    }

    private static void writeOrders(OrderBook book, NumberWriter out) {
        long[] text = new long[MessageWriter.TEXT_WORDS];
        out.number(book.orders());
        book.forEachOrder((orderId, side, price, quantity) -> {
            boolean isText = OrderIds.isHandle(orderId);
            out.octet(side.bit() | (isText ? TEXT_BIT : 0));
            if (isText) {
                book.ids().copyText(orderId, text, 0);
                out.text(text, 0, text.length);
            } else {
                out.number(orderId);
            }
            out.signed(price);
            out.number(quantity);
        });
    }

    private static void writeHeld(LiveFeed feed, NumberWriter out) {
        MessageWriter messages = new MessageWriter(out);
        out.number(feed.heldRows());
        feed.forEachHeld(messages::write);
    }

    /** The book that was written, which is heard by another listener from now on. */
    static LiveBook read(String symbol, NumberReader in, QuoteListener listener) {
        FeedLimits limits = FeedLimits.read(in);
        LiveBook book = new LiveBook(symbol, in.number(), limits, listener);
        long lastRecord = in.number();
        long packetN = in.number();
        long changeN = in.number();
        Quote lastChange = readQuote(in);
        book.restore(lastRecord, packetN, changeN, lastChange, in.signed());
        long[] numbers = new long[LiveFeed.NUMBERS];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.signed();
        }
        readOrders(book.feed().book(), in);
        readHeld(book.feed(), in);
        book.feed().restore(numbers);
        return book;
    }

    private static Quote readQuote(NumberReader in) {
        Quote quote = new Quote();
        quote.packet(0, in.signed(), in.number());
        quote.values(in.signed(), in.number(), in.signed(), in.number());
        return quote;
    }

    private static void readOrders(OrderBook book, NumberReader in) {
        long[] text = new long[MessageWriter.TEXT_WORDS];
        for (int orders = in.integer(); orders > 0; orders--) {
            int kind = in.octet();
            long orderId;
            if ((kind & TEXT_BIT) != 0) {
                in.text(text, 0, text.length);
                orderId = book.ids().handle(text, 0);
            } else {
                orderId = in.number();
            }
            book.add(orderId, Side.of(kind & 1), in.signed(), in.number());
        }
    }

    private static void readHeld(LiveFeed feed, NumberReader in) {
        MessageReader messages = new MessageReader();
        messages.moveTo(in);
        for (int held = in.integer(); held > 0; held--) {
            feed.restore(messages.read(0));
        }
    }
}
