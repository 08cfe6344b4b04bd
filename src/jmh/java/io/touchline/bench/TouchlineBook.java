package io.touchline.bench;

import io.touchline.book.OrderBook;
import io.touchline.feed.Action;
import io.touchline.feed.Message;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.infra.Blackhole;

/** Our book. */
final class TouchlineBook implements ReplayedBook {

    private static final int MAX_ORDERS = 2_000_000;

    private final OrderBook book = new OrderBook(MAX_ORDERS);
    private final Message expected = new Message();

    @Override
    @CompilerControl(CompilerControl.Mode.INLINE)
    public void apply(Message message) {
        switch (message.actionCode()) {
            case Action.Code.ADD -> book.add(message.orderId(), message.side(), message.price(), message.quantity());
            case Action.Code.UPDATE ->
                book.update(message.orderId(), message.side(), message.price(), message.quantity());
            case Action.Code.DELETE -> delete(message);
            case Action.Code.TRADE -> book.trade(message.orderId(), message.side(), message.quantity());
            default -> book.clear();
        }
    }

    @Override
    public void expect(long[] words, int from, int to, Blackhole blackhole) {
        if (book.isScattered()) {
            long touched = 0;
            for (int at = from; at < to; at += Message.WORDS) {
                touched += book.touch(expected.moveTo(words, at).orderId());
            }
            blackhole.consume(touched);
        }
    }

    @Override
    public void delete(Message message) {
        book.delete(message.orderId(), message.side());
    }

    @Override
    public void look(Blackhole blackhole) {
        blackhole.consume(book.bidPrice());
        blackhole.consume(book.bidQuantity());
        blackhole.consume(book.askPrice());
        blackhole.consume(book.askQuantity());
    }
}
