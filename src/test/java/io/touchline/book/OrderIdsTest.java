package io.touchline.book;

import static io.touchline.book.Side.BUY;
import static io.touchline.book.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderIdsTest {

    private final OrderBook book = new OrderBook(10_000);
    private final OrderIds ids = book.ids();

    @Test
    void textHasAHandleAsLongAsItsOrderRests() {
        long handle = ids.handle(text(1), 0);
        book.add(handle, BUY, 1, 5);

        assertThat(ids.find(text(1), 0)).isEqualTo(handle);
        book.trade(handle, BUY, 4);
        assertThat(ids.size()).isEqualTo(1);
        book.trade(handle, BUY, 1);
        assertThat(ids.size()).isZero();
        assertThat(ids.find(text(1), 0)).isEqualTo(OrderIds.NO_HANDLE);
    }

    @Test
    void textOfOrdersOnBothSidesHasOneHandleUntilBothAreGone() {
        long handle = ids.handle(text(1), 0);
        book.add(handle, BUY, 1, 5);
        book.add(ids.handle(text(1), 0), SELL, 2, 5);

        book.delete(handle, BUY);
        assertThat(ids.find(text(1), 0)).isEqualTo(handle);
        book.update(handle, SELL, 2, 0);

        assertThat(ids.size()).isZero();
    }

    @Test
    void replacedOrderKeepsItsHandle() {
        long handle = ids.handle(text(1), 0);
        book.add(handle, BUY, 1, 5);
        book.add(ids.handle(text(1), 0), BUY, 2, 5);
        book.update(ids.handle(text(1), 0), BUY, OrderBook.MARKET_PRICE, 5);
        assertThat(ids.size()).isEqualTo(1);

        book.delete(handle, BUY);

        assertThat(ids.size()).isZero();
    }

    @Test
    void handleOfARefusedOrderIsForgotten() {
        book.add(7, BUY, 1, Long.MAX_VALUE);
        long handle = ids.handle(text(1), 0);

        assertThat(book.add(handle, BUY, 1, 1)).isEqualTo(Outcome.QUANTITY_OVERFLOW);
        ids.forgetUnused(handle);

        assertThat(ids.size()).isZero();
        assertThat(ids.find(text(1), 0)).isEqualTo(OrderIds.NO_HANDLE);
    }

    @Test
    void handleOfARestingOrderIsNotForgotten() {
        long handle = ids.handle(text(1), 0);
        book.add(handle, BUY, 1, 1);

        ids.forgetUnused(handle);
        ids.forgetUnused(OrderIds.NO_HANDLE);

        assertThat(ids.find(text(1), 0)).isEqualTo(handle);
    }

    @Test
    void clearedBookKnowsNoText() {
        for (int i = 0; i < 100; i++) {
            book.add(ids.handle(text(i), 0), BUY, 1, 1);
        }

        book.clear();

        assertThat(ids.size()).isZero();
        assertThat(ids.find(text(5), 0)).isEqualTo(OrderIds.NO_HANDLE);
        assertThat(ids.handle(text(5), 0)).isEqualTo(OrderIds.FIRST_HANDLE + 1);
    }

    @Test
    void textsThatDifferInTheirLastByteAreDifferentOrders() {
        long[] one = text(1);
        long[] other = text(1);
        other[7] = 1L << 56;

        assertThat(ids.handle(one, 0)).isNotEqualTo(ids.handle(other, 0));
        assertThat(ids.size()).isEqualTo(2);
    }

    @Test
    void handlesOfOrdersThatAreGoneAreUsedAgain() {
        Random random = new Random(3);
        Map<Integer, Long> resting = new HashMap<>();
        for (int step = 0; step < 200_000; step++) {
            int number = random.nextInt(2_000);
            Long known = resting.remove(number);
            if (known == null) {
                long handle = ids.handle(text(number), 0);
                book.add(handle, BUY, number, 1);
                resting.put(number, handle);
            } else {
                assertThat(ids.find(text(number), 0)).isEqualTo(known);
                book.delete(known, BUY);
            }
        }
        assertThat(ids.size()).isEqualTo(resting.size());
        assertThat(resting.values()).allMatch(handle -> handle <= OrderIds.FIRST_HANDLE + 2_000);

        resting.values().forEach(handle -> book.delete(handle, BUY));

        assertThat(ids.size()).isZero();
        assertThat(book.orders()).isZero();
    }

    @Test
    void lastNumberBelowTheHandlesIsNoHandle() {
        assertThat(OrderIds.isHandle(OrderIds.FIRST_HANDLE - 1)).isFalse();
        assertThat(OrderIds.isHandle(OrderIds.FIRST_HANDLE)).isTrue();
        assertThat(OrderIds.isHandle(-1)).isTrue();
        assertThat(OrderIds.isHandle(0)).isFalse();
    }

    private static long[] text(long number) {
        return new long[] {0x2D, number, 0, 0, 0, 0, 0, number};
    }
}
