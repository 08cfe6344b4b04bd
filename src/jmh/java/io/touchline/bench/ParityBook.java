package io.touchline.bench;

import com.paritytrading.parity.book.Market;
import com.paritytrading.parity.book.MarketListener;
import com.paritytrading.parity.book.Order;
import com.paritytrading.parity.book.OrderBook;
import com.paritytrading.parity.book.Side;
import io.touchline.feed.Message;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.infra.Blackhole;

/** The book of parity-book, by its own means: it knows no change of a price, so that such an order is deleted and added. */
final class ParityBook implements ReplayedBook {

    private static final long INSTRUMENT = 1;

    private final Market market = new Market(new Deaf());
    private final OrderBook book = market.open(INSTRUMENT);

    @Override
    @CompilerControl(CompilerControl.Mode.INLINE)
    public void apply(Message message) {
        switch (message.action()) {
            case ADD -> add(message);
            case UPDATE -> update(message);
            case DELETE -> delete(message);
            case TRADE -> market.execute(message.orderId(), message.quantity());
            case IMAGE -> throw new IllegalStateException("parity-book cannot be cleared");
        }
    }

    @Override
    public void expect(long[] words, int from, int to, Blackhole blackhole) {
        // it has no use for that
    }

    private void add(Message message) {
        Side side = message.side() == io.touchline.book.Side.BUY ? Side.BUY : Side.SELL;
        market.add(INSTRUMENT, message.orderId(), side, message.price(), message.quantity());
    }

    private void update(Message message) {
        Order order = market.find(message.orderId());
        if (order.getPrice() == message.price()) {
            market.modify(message.orderId(), message.quantity());
        } else {
            market.delete(message.orderId());
            add(message);
        }
    }

    @Override
    public void delete(Message message) {
        market.delete(message.orderId());
    }

    @Override
    public void look(Blackhole blackhole) {
        long bid = book.getBestBidPrice();
        long ask = book.getBestAskPrice();
        blackhole.consume(bid);
        blackhole.consume(book.getBidSize(bid));
        blackhole.consume(ask);
        blackhole.consume(book.getAskSize(ask));
    }

    /** Hears nothing, since the quote is read after each packet. */
    private static final class Deaf implements MarketListener {

        @Override
        public void update(OrderBook book, boolean bbo) {}

        @Override
        public void trade(OrderBook book, Side side, long price, long size) {}
    }
}
