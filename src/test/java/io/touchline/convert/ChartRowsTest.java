package io.touchline.convert;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.book.OrderBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChartRowsTest {

    @Test
    void rowsComeBackAsTheyWereAdded() {
        Random random = new Random(1);
        List<long[]> added = new ArrayList<>();
        ChartRows packed = new ChartRows();

        for (int i = 0; i < 1000; i++) {
            long[] row = {
                random.nextLong() >> random.nextInt(64), value(random), value(random), value(random), value(random)
            };
            added.add(row);
            packed.add(row[0], new long[] {row[1], row[2], row[3], row[4]});
        }

        ChartRows read = new ChartRows(packed.bytes());
        for (long[] row : added) {
            read.next();
            assertThat(read.timeNanos()).isEqualTo(row[0]);
            assertThat(read.values()).containsExactly(row[1], row[2], row[3], row[4]);
        }
    }

    @Test
    void clearedRowsStartAnew() {
        ChartRows packed = new ChartRows();
        packed.add(5, new long[] {1, 2, 3, 4});

        packed.clear();
        packed.add(7, new long[] {1, 2, 3, 4});

        ChartRows read = new ChartRows(packed.bytes());
        read.next();
        assertThat(read.timeNanos()).isEqualTo(7);
        assertThat(read.values()).containsExactly(1, 2, 3, 4);
    }

    private static long value(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> OrderBook.NO_PRICE;
            case 1 -> Long.MAX_VALUE;
            case 2 -> 0;
            default -> random.nextLong() >> random.nextInt(64);
        };
    }
}
