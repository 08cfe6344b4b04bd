package io.touchline.page;

import io.touchline.book.Side;
import io.touchline.feed.Action;
import io.touchline.feed.Message;
import io.touchline.live.LiveBooks;
import io.touchline.live.LiveRequest;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Sends messages to a book, each of which is a packet and makes a new quote. One thread. */
final class QuoteFeeder {

    private static final long START_NANOS = 1_767_603_600_000_000_000L;
    private static final long MILLI_NANOS = 1_000_000;
    private static final long PRICE = 1_000_000_000;
    private static final long CENT = PRICE / 100;
    private static final long QUANTITY = 100_000_000;
    private static final long PERIOD = 200;

    private final String symbol;
    private long sent;

    QuoteFeeder(String symbol) {
        this.symbol = symbol;
    }

    /** How many quotes its book has. */
    long sent() {
        return sent;
    }

    /** Sends some at once. */
    void send(LiveBooks books, int quotes) {
        LiveRequest request = books.request(symbol);
        for (int i = 0; i < quotes; i++) {
            write(request.next());
            request.keep();
        }
        books.submit(request, Duration.ofSeconds(10)).join();
    }

    /** Sends some each 10 ms for a time; what a busy machine kept it from sending it sends later. */
    void sendEvenly(LiveBooks books, int quotesPerSecond, Duration time) {
        long start = System.nanoTime();
        long first = sent;
        long all = quotesPerSecond * time.toSeconds();
        while (sent - first < all) {
            long elapsed = System.nanoTime() - start;
            long due = Math.min(
                    all, elapsed * quotesPerSecond / Duration.ofSeconds(1).toNanos());
            if (due > sent - first) {
                send(books, (int) Math.min(due - (sent - first), 1_000));
            }
            LockSupport.parkNanos(10 * MILLI_NANOS);
        }
    }

    /** Order 1 is the bid, order 2 the ask; their prices go up and down together. */
    private void write(Message message) {
        long seqNum = ++sent;
        Side side = seqNum % 2 == 1 ? Side.BUY : Side.SELL;
        long wave = Math.abs(seqNum % (2 * PERIOD) - PERIOD);
        long price = (side == Side.BUY ? 100 : 103) * PRICE + wave * CENT;
        long flags = Message.flags(1, 0, false, false, side.bit(), (seqNum <= 2 ? Action.ADD : Action.UPDATE).code());
        message.set(seqNum, START_NANOS + seqNum * MILLI_NANOS, side.bit() + 1, price, seqNum * QUANTITY, 0, flags);
    }
}
