package io.touchline.live;

import io.touchline.binary.MessageWriter;
import io.touchline.book.OrderBook;
import io.touchline.book.OrderIds;
import io.touchline.book.Side;
import io.touchline.feed.LiveFeed;
import io.touchline.feed.Message;

/**
 * A digest of one book: orders, price levels, counters, numbers of quotes, what is held. Two books that the same messages made have the same, by
 * whatever way. One thread.
 */
final class BookDigest {

    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final long[] text = new long[MessageWriter.TEXT_WORDS];
    private long digest;
    private long chain;
    private long seqNum;

    private BookDigest() {}

    static long of(LiveBook book) {
        BookDigest digest = new BookDigest();
        digest.add(book);
        return digest.digest;
    }

    private void add(LiveBook book) {
        long numbers = next(book.symbol().hashCode(), book.n(Emit.PACKET));
        numbers = next(numbers, book.n(Emit.CHANGE));
        for (long number : book.feed().numbers()) {
            numbers = next(numbers, number);
        }
        digest += numbers;
        addOrders(book.feed().book());
        addLevels(book.feed().book());
        addHeld(book.feed());
        digest = next(numbers, digest);
    }

    /** They come in no order, so each adds to the sum on its own. */
    private void addOrders(OrderBook book) {
        book.forEachOrder((orderId, side, price, quantity) -> {
            long id = OrderIds.isHandle(orderId) ? text(book.ids(), orderId) : next(0, orderId);
            digest += next(next(next(id, side.bit()), price), quantity);
        });
    }

    private long text(OrderIds ids, long handle) {
        ids.copyText(handle, text, 0);
        long hash = 1;
        for (long word : text) {
            hash = next(hash, word);
        }
        return hash;
    }

    private void addLevels(OrderBook book) {
        for (Side side : Side.values()) {
            chain = side.bit();
            book.forEachLevel(side, Integer.MAX_VALUE, (price, quantity, orders) -> {
                chain = next(next(next(chain, price), quantity), orders);
                digest += chain;
            });
        }
    }

    /** Packets come in no order, the rows of each in theirs. */
    private void addHeld(LiveFeed feed) {
        seqNum = -1;
        feed.forEachHeld(row -> {
            chain = row.seqNum() == seqNum ? chain : 0;
            seqNum = row.seqNum();
            chain = hash(row);
            digest += chain;
        });
    }

    private long hash(Message row) {
        long hash = next(next(next(chain, row.seqNum()), row.timeNanos()), row.orderId());
        hash = next(next(next(hash, row.price()), row.quantity()), row.rest());
        hash = next(hash, row.action().code() | (row.side().bit() << 3) | (row.isImage() ? 1 << 4 : 0));
        for (int i = Message.WORDS; i < row.length(); i++) {
            hash = next(hash, row.words()[row.at() + i]);
        }
        return hash;
    }

    private static long next(long hash, long value) {
        long h = (hash ^ value) * FACTOR;
        return (h ^ (h >>> 32)) * FACTOR + hash;
    }
}
