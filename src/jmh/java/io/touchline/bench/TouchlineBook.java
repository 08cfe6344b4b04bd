package io.touchline.bench;

import io.touchline.book.OrderBook;
import io.touchline.feed.Message;
import org.openjdk.jmh.infra.Blackhole;

/** Our book. */
final class TouchlineBook implements ReplayedBook {

    private static final int MAX_ORDERS = 2_000_000;

    private final OrderBook book = new OrderBook(MAX_ORDERS);

    @Override
    public void apply(Message message) {
        switch (message.action()) {
            case ADD -> book.add(message.orderId(), message.side(), message.price(), message.quantity());
            case UPDATE -> book.update(message.orderId(), message.side(), message.price(), message.quantity());
            case DELETE -> delete(message);
            case TRADE -> book.trade(message.orderId(), message.side(), message.quantity());
            case IMAGE -> book.clear();
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
