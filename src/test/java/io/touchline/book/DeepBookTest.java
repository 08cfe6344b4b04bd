package io.touchline.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Books of more price levels than stand in the sorted array, whose other levels wait in the tree. */
class DeepBookTest {

    private static final int LEVELS = 5_000;

    @ParameterizedTest
    @EnumSource(Side.class)
    void levelsThatComeBestFirstLeaveInTheirOrder(Side side) {
        long better = side == Side.BUY ? 1 : -1;

        fillAndDrain(side, i -> -better * i);
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void levelsThatComeWorstFirstLeaveInTheirOrder(Side side) {
        long better = side == Side.BUY ? 1 : -1;

        fillAndDrain(side, i -> better * i);
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void levelsThatComeInAnyOrderLeaveInTheirOrder(Side side) {
        Random random = new Random(7);

        fillAndDrain(side, i -> random.nextInt(LEVELS) - LEVELS / 2);
    }

    private static void fillAndDrain(Side side, LongUnaryOperator prices) {
        OrderBook book = new OrderBook(LEVELS);
        PlainSide plain = new PlainSide(book, side, new Random(1));

        for (int i = 0; i < LEVELS; i++) {
            plain.add(prices.applyAsLong(i));
            assertSame(book, side, plain, i);
        }
        while (plain.orders() > 0) {
            plain.deleteBest();
            assertSame(book, side, plain, plain.orders());
        }
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void deepBookThatGrowsAndShrinksHasTheBestOfASortedMap(Side side) {
        for (int seed = 1; seed <= 5; seed++) {
            Random random = new Random(seed);
            OrderBook book = new OrderBook(20_000);
            PlainSide plain = new PlainSide(book, side, random);
            for (int step = 0; step < 40_000; step++) {
                boolean grows = step / 5_000 % 2 == 0;
                if (plain.orders() == 0 || random.nextInt(10) < (grows ? 9 : 2)) {
                    plain.add((long) (random.nextGaussian() * 4_000));
                } else if (random.nextInt(4) == 0) {
                    plain.deleteBest();
                } else {
                    plain.deleteAny();
                }
                assertSame(book, side, plain, seed * 1_000_000 + step);
            }
            assertThat(levelTexts(book, side, Integer.MAX_VALUE)).isEqualTo(plain.levelTexts());
            assertThat(levelTexts(book, side, 10))
                    .isEqualTo(plain.levelTexts().stream().limit(10).toList());
        }
    }

    private static List<String> levelTexts(OrderBook book, Side side, int most) {
        List<String> texts = new ArrayList<>();
        book.forEachLevel(side, most, (price, quantity, orders) -> texts.add(price + " " + quantity + " " + orders));
        return texts;
    }

    private static void assertSame(OrderBook book, Side side, PlainSide plain, int step) {
        long price = side == Side.BUY ? book.bidPrice() : book.askPrice();
        long quantity = side == Side.BUY ? book.bidQuantity() : book.askQuantity();
        boolean same = price == plain.bestPrice()
                && quantity == plain.bestQuantity()
                && book.levelCount(side) == plain.levels()
                && book.orders() == plain.orders();
        assertThat(same)
                .as("step %d: %d at %d, not %d at %d", step, quantity, price, plain.bestQuantity(), plain.bestPrice())
                .isTrue();
    }
}
