package io.touchline.book;

/** Is shown resting orders. */
@FunctionalInterface
public interface OrderVisitor {

    /**
     * One order.
     *
     * @param orderId a number, or a handle of the book's {@link OrderIds}
     * @param price unit 10<sup>-9</sup>; {@link OrderBook#MARKET_PRICE} for an order in no price level: a market order, or one of quantity 0
     * @param quantity unit 10<sup>-8</sup>
     */
    void order(long orderId, Side side, long price, long quantity);
}
