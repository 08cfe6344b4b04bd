package io.touchline.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table beside a map of the JDK, for ids of every kind; and when it places orders evenly. */
class OrderTableTest {

    private static final int ORDERS = 20_000;

    private final OrderTable table = new OrderTable();

    /** How the ids of one order after the other may go. */
    enum Ids {
        ONE_BY_ONE,
        EVEN,
        EVEN_DOWNWARDS,
        POWERS_APART,
        ANY,
        TWO_RANGES,
        EVER_DENSER,
        DENSE_HEAPS,
        HANDLES;

        /** The id of the i-th order. */
        LongUnaryOperator from(Random random) {
            return switch (this) {
                case ONE_BY_ONE -> i -> 1 + i;
                case EVEN -> i -> 7_180_000_000_000_000_000L + 300 * i + random.nextInt(300);
                case EVEN_DOWNWARDS -> i -> 1_000_000_000L - 300 * i;
                case POWERS_APART -> i -> i << 40;
                case ANY -> i -> random.nextLong() >>> 1;
                case TWO_RANGES -> i -> (i & 1) * 1_000_000_000_000L + 17 * i;
                case EVER_DENSER -> i -> Long.MAX_VALUE / (i + 1);
                case DENSE_HEAPS -> i -> (i / 2_000) * 1_000_000_000L + i % 2_000;
                case HANDLES -> i -> OrderIds.FIRST_HANDLE + 1 + i;
            };
        }
    }

    @ParameterizedTest
    @EnumSource(Ids.class)
    void holdsWhatAMapHolds(Ids kind) {
        Random random = new Random(1);
        LongUnaryOperator ids = kind.from(random);
        Map<Long, Long> map = new HashMap<>();
        long[] young = new long[ORDERS];
        for (int i = 0; i < 4 * ORDERS; i++) {
            long id = ids.applyAsLong(i);
            young[i % ORDERS] = id;
            put(id, i);
            map.put(id, (long) i);
            if (i >= ORDERS / 2 && random.nextInt(8) != 0) {
                long gone = young[random.nextInt(ORDERS)];
                assertThat(remove(gone)).isEqualTo(map.remove(gone) != null);
            }
        }

        assertSame(map);
        map.keySet().removeIf(id -> random.nextInt(10) != 0 && remove(id));
        assertSame(map);
    }

    @Test
    void idsThatRiseEvenlyAreNotScattered() {
        fill(i -> 300 * i);

        assertThat(table.isScattered()).isFalse();
    }

    @Test
    void idsOfNoOrderAreScattered() {
        Random random = new Random(1);
        fill(i -> random.nextLong() >>> 1);

        assertThat(table.isScattered()).isTrue();
    }

    @Test
    void idsThatBecomeDenserArePlacedForTheirFinerStep() {
        Random random = new Random(1);
        long[] first = random.longs(ORDERS, 0, 1L << 40).sorted().toArray();
        fill(i -> first[(int) i]);
        replaceAll(i -> first[(int) i], i -> (1L << 40) + i);

        assertThat(table.isScattered()).isFalse();
        assertThat(longestRow()).isLessThan(60);
    }

    /** Never 256 in a row, but most of them far from where they belong. */
    @Test
    void idsInHeapsArePlacedAnew() {
        fill(i -> 1_000 * i);
        assertThat(table.isScattered()).isFalse();

        replaceAll(i -> 1_000 * i, i -> 1_000L * ORDERS + 40_000 * (i / 40) + 10 * (i % 40));

        assertThat(longestRow()).isLessThan(30);
    }

    /** As after an image that is sorted by price. */
    @Test
    void scatteredOrdersAreTriedAgainWhenManyCameThatRiseEvenly() {
        Random random = new Random(1);
        fill(i -> random.nextLong() >>> 2);
        assertThat(table.isScattered()).isTrue();

        long first = 1L << 62;
        for (int i = 0; i < 20 * ORDERS && table.isScattered(); i++) {
            put(first + 300L * i, 1);
            if (i >= 100) {
                remove(first + 300L * (i - 100));
            }
        }

        assertThat(table.isScattered()).isFalse();
    }

    @Test
    void idsChosenToWantTheSamePlaceArePlacedAnew() {
        fill(i -> 1L << 20 | i << 30);
        assertThat(table.isScattered()).isFalse();

        for (int i = 0; i < 1_000; i++) {
            put(1_000L * i, 1);
        }

        assertThat(table.size()).isEqualTo(ORDERS + 1_000);
        assertThat(longestRow()).isLessThan(500);
    }

    private void fill(LongUnaryOperator ids) {
        for (long i = 0; i < ORDERS; i++) {
            put(ids.applyAsLong(i), i);
        }
    }

    /** Takes the orders out in their turn, a new one coming for each. */
    private void replaceAll(LongUnaryOperator old, LongUnaryOperator ids) {
        for (long i = 0; i < ORDERS; i++) {
            put(ids.applyAsLong(i), 1);
            assertThat(remove(old.applyAsLong(i))).isTrue();
        }
    }

    private void put(long id, long quantity) {
        int at = table.find(id, Side.BUY.bit());
        if (table.isOrder(at)) {
            table.set(at, quantity, 1);
        } else {
            table.put(at, id, Side.BUY.bit(), quantity, 1);
        }
    }

    private boolean remove(long id) {
        int at = table.find(id, Side.BUY.bit());
        boolean here = table.isOrder(at);
        if (here) {
            table.remove(at);
        }
        return here;
    }

    /** The most orders that lie in a row. */
    private int longestRow() {
        int longest = 0;
        int row = 0;
        int behind = -1;
        for (int at = table.next(0); at >= 0; at = table.next(behind)) {
            row = at == behind ? row + 1 : 1;
            longest = Math.max(longest, row);
            behind = OrderTable.behind(at);
        }
        return longest;
    }

    private void assertSame(Map<Long, Long> map) {
        Map<Long, Long> held = new HashMap<>();
        for (int at = table.next(0); at >= 0; at = table.next(OrderTable.behind(at))) {
            held.put(table.id(at), table.quantity(at));
        }
        assertThat(table.size()).isEqualTo(map.size());
        assertThat(held).isEqualTo(map);
        map.forEach((id, quantity) ->
                assertThat(table.quantity(table.find(id, Side.BUY.bit()))).isEqualTo(quantity));
    }
}
