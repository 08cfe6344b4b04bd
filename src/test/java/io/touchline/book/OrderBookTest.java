package io.touchline.book;

import static io.touchline.book.Side.BUY;
import static io.touchline.book.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderBookTest {

    private static final long HIGHEST_PRICE = Long.MAX_VALUE - 1;
    private static final long LOWEST_PRICE = Long.MIN_VALUE + 2;

    private final OrderBook book = new OrderBook(3);

    @Test
    void emptyBookHasNoPriceAndQuantityZeroOnEitherSide() {
        assertQuote(OrderBook.NO_PRICE, 0, OrderBook.NO_PRICE, 0);
        assertThat(book.orders()).isZero();
    }

    @Test
    void highestAndLowestPricesAreOrdinaryPrices() {
        book.add(1, BUY, LOWEST_PRICE, 1);
        assertQuote(LOWEST_PRICE, 1, OrderBook.NO_PRICE, 0);
        book.add(1, BUY, HIGHEST_PRICE, 2);
        book.add(2, SELL, HIGHEST_PRICE, 3);
        assertQuote(HIGHEST_PRICE, 2, HIGHEST_PRICE, 3);
        book.add(3, SELL, LOWEST_PRICE, 4);

        assertQuote(HIGHEST_PRICE, 2, LOWEST_PRICE, 4);
    }

    @Test
    void totalOfAPriceLevelMayReachTheLargestQuantityAndNotPassIt() {
        book.add(1, BUY, 10, Long.MAX_VALUE - 5);

        assertThat(book.add(2, BUY, 10, 5)).isEqualTo(Outcome.APPLIED);
        assertThat(book.add(3, BUY, 10, 1)).isEqualTo(Outcome.QUANTITY_OVERFLOW);

        assertQuote(10, Long.MAX_VALUE, OrderBook.NO_PRICE, 0);
        assertThat(book.orders()).isEqualTo(2);
    }

    @Test
    void refusedUpdateLeavesItsOrderWhereItWas() {
        book.add(1, SELL, 10, Long.MAX_VALUE);
        book.add(2, SELL, 9, 4);

        assertThat(book.update(2, SELL, 10, 1)).isEqualTo(Outcome.QUANTITY_OVERFLOW);
        assertQuote(OrderBook.NO_PRICE, 0, 9, 4);
        assertThat(book.trade(2, SELL, 4)).isEqualTo(Outcome.APPLIED);
        assertQuote(OrderBook.NO_PRICE, 0, 10, Long.MAX_VALUE);
    }

    @Test
    void refusedUpdateAtItsOwnPriceLeavesItsQuantity() {
        book.add(1, BUY, 10, Long.MAX_VALUE - 1);
        book.add(2, BUY, 10, 1);

        assertThat(book.update(2, BUY, 10, 2)).isEqualTo(Outcome.QUANTITY_OVERFLOW);

        assertQuote(10, Long.MAX_VALUE, OrderBook.NO_PRICE, 0);
        assertThat(book.trade(2, BUY, 2)).isEqualTo(Outcome.OVERFILL);
    }

    @Test
    void fullBookRefusesANewOrderAndStillChangesItsOwn() {
        book.add(1, BUY, 1, 1);
        book.add(2, BUY, 2, 1);
        book.add(3, BUY, 3, 1);

        assertThat(book.add(4, BUY, 4, 1)).isEqualTo(Outcome.TOO_MANY_ORDERS);
        assertThat(book.update(4, BUY, 4, 1)).isEqualTo(Outcome.TOO_MANY_ORDERS);
        assertThat(book.add(3, BUY, 5, 7)).isEqualTo(Outcome.DUPLICATE_ADD);
        assertThat(book.delete(1, BUY)).isEqualTo(Outcome.APPLIED);
        assertThat(book.add(4, BUY, 4, 1)).isEqualTo(Outcome.APPLIED);
        assertQuote(5, 7, OrderBook.NO_PRICE, 0);
    }

    @Test
    void marketOrdersAndOrdersOfQuantityZeroCountTowardsTheLimit() {
        book.add(1, BUY, OrderBook.MARKET_PRICE, 1);
        book.add(2, BUY, 2, 0);
        book.add(3, SELL, OrderBook.MARKET_PRICE, 0);

        assertThat(book.add(4, BUY, 4, 1)).isEqualTo(Outcome.TOO_MANY_ORDERS);
        assertQuote(OrderBook.NO_PRICE, 0, OrderBook.NO_PRICE, 0);
    }

    @Test
    void tradesTakeAMarketOrderOffToo() {
        book.add(1, BUY, OrderBook.MARKET_PRICE, 5);

        assertThat(book.trade(1, BUY, 3)).isEqualTo(Outcome.APPLIED);
        assertThat(book.orders()).isEqualTo(1);
        assertThat(book.trade(1, BUY, 2)).isEqualTo(Outcome.APPLIED);
        assertThat(book.orders()).isZero();
    }

    @Test
    void clearedBookIsEmptyAndTakesTheSameOrdersAgain() {
        OrderBook deep = new OrderBook(100_000);
        for (int round = 0; round < 3; round++) {
            for (int i = 1; i <= 30_000; i++) {
                assertThat(deep.add(i, BUY, i % 3_000, 1)).isEqualTo(Outcome.APPLIED);
            }
            assertThat(deep.bidPrice()).isEqualTo(2_999);
            assertThat(deep.bidQuantity()).isEqualTo(10);

            deep.clear();

            assertThat(deep.orders()).isZero();
            assertThat(deep.levelCount(BUY)).isZero();
            assertThat(deep.bidPrice()).isEqualTo(OrderBook.NO_PRICE);
        }
    }

    @Test
    void millionRestingOrdersComeAndGo() {
        int orders = 1_000_000;
        OrderBook large = new OrderBook(orders);
        for (int i = 0; i < orders; i++) {
            large.add(id(i), i % 2 == 0 ? BUY : SELL, i % 2_000, 1);
        }
        assertThat(large.orders()).isEqualTo(orders);
        assertThat(large.bidPrice()).isEqualTo(1_998);
        assertThat(large.askPrice()).isEqualTo(1);
        assertThat(large.bidQuantity()).isEqualTo(500);
        for (int i = orders - 1; i > 0; i--) {
            large.trade(id(i), i % 2 == 0 ? BUY : SELL, 1);
        }

        assertThat(large.orders()).isEqualTo(1);
        assertThat(large.bidPrice()).isZero();
        assertThat(large.bidQuantity()).isEqualTo(1);
        assertThat(large.levelCount(SELL)).isZero();
    }

    /** Numbers all over the range, no two the same. */
    private static long id(int i) {
        return (i * 0x9E3779B97F4A7C15L) >>> 1;
    }

    private void assertQuote(long bid, long bidQuantity, long ask, long askQuantity) {
        assertThat(book.bidPrice()).isEqualTo(bid);
        assertThat(book.bidQuantity()).isEqualTo(bidQuantity);
        assertThat(book.askPrice()).isEqualTo(ask);
        assertThat(book.askQuantity()).isEqualTo(askQuantity);
    }

    @Test
    void ordersAreShownAsTheyRest() {
        book.add(7, Side.BUY, 100, 5);
        book.add(7, Side.SELL, OrderBook.MARKET_PRICE, 6);
        book.add(8, Side.SELL, 102, 0);
        book.add(9, Side.BUY, 99, 4);
        book.delete(9, Side.BUY);

        List<String> shown = new ArrayList<>();
        book.forEachOrder((id, side, price, quantity) -> shown.add(id + " " + side + " " + price + " " + quantity));

        assertThat(shown)
                .containsExactlyInAnyOrder(
                        "7 BUY 100 5",
                        "7 SELL " + OrderBook.MARKET_PRICE + " 6",
                        "8 SELL " + OrderBook.MARKET_PRICE + " 0");
    }
}
