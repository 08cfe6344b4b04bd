package io.touchline.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.touchline.book.OrderBook;
import io.touchline.book.Side;
import io.touchline.csv.Decimals;
import io.touchline.csv.Times;
import io.touchline.feed.Quote;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Charts of random rows against a reduction that looks at every row. */
class ChartIndexTest {

    private static final long START = Times.nanos("2026-01-05 09:00:00 UTC");

    @TempDir
    Path temp = Path.of("");

    private final OrderBook book = new OrderBook(10);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void chartOfAnyPartEqualsTheReductionOfItsRows(long seed) throws IOException {
        Random random = new Random(seed);
        List<Row> rows = rows(random, 1 + random.nextInt(4), 20_000);
        ChartIndex index = index(rows, seed % 2 == 0 ? 1 << 20 : 3000);

        for (int i = 0; i < 20; i++) {
            ChartQuery query = query(random, rows);

            Chart chart = index.chart(query);

            assertThat(chart.equals(naive(rows, query)))
                    .as("seed %d, %s", seed, query)
                    .isTrue();
        }
    }

    @Test
    void resultWithoutRowsHasAnEmptyChart() throws IOException {
        Chart chart = index(List.of(), 1000).chart(ChartQuery.of(Map.of()));

        assertThat(chart.rows()).isZero();
        assertThat(chart.time()).isEmpty();
        assertThat(chart.from()).isNull();
        assertThat(chart.exact()).isTrue();
    }

    @Test
    void partWithoutRowsHasAnEmptyChart() throws IOException {
        ChartIndex index = index(rows(new Random(1), 1, 3000), 1 << 20);

        Chart chart = index.chart(ChartQuery.of(Map.of("from", List.of("2030-01-01 00:00:00 UTC"))));

        assertThat(chart.rows()).isZero();
        assertThat(chart.symbols()).containsExactly("S0");
    }

    @Test
    void unknownSymbolIsABadOption() throws IOException {
        ChartIndex index = index(rows(new Random(1), 2, 100), 1 << 20);

        assertThatExceptionOfType(BadOptionException.class)
                .isThrownBy(() -> index.chart(ChartQuery.of(Map.of("symbol", List.of("NOPE")))))
                .withMessageContaining("NOPE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"points=1", "points=10001", "points=x", "points=", "from=yesterday", "to=2019-02-30", "zoom=1"})
    void queryThatMakesNoSenseIsABadOption(String text) {
        String[] parts = text.split("=", 2);

        assertThatExceptionOfType(BadOptionException.class)
                .isThrownBy(() -> ChartQuery.of(Map.of(parts[0], List.of(parts[1]))));
    }

    @Test
    void endBeforeTheStartIsABadOption() {
        assertThatExceptionOfType(BadOptionException.class)
                .isThrownBy(() -> ChartQuery.of(
                        Map.of("from", List.of("2026-01-05 09:00:01 UTC"), "to", List.of("2026-01-05 09:00:00 UTC"))));
    }

    private ChartIndex index(List<Row> rows, long maxHeldBytes) throws IOException {
        Path folder = temp.resolve("chart");
        Quote quote = new Quote();
        try (ChartWriter writer = ChartWriter.create(folder, maxHeldBytes)) {
            for (Row row : rows) {
                book.clear();
                rest(1, Side.BUY, row.bid, row.bidSize);
                rest(2, Side.SELL, row.ask, row.askSize);
                quote.packet(row.symbol, row.time, 1);
                quote.of(book);
                writer.row(quote, "S" + row.symbol, 0, 0);
            }
            writer.finish();
        }
        return ChartIndex.of(folder);
    }

    private void rest(long orderId, Side side, long price, long size) {
        if (price != OrderBook.NO_PRICE) {
            book.add(orderId, side, price, size);
        }
    }

    /** Busy and quiet times, times that step back, sides that are missing, books that are locked and crossed. */
    private static List<Row> rows(Random random, int symbols, int count) {
        List<Row> rows = new ArrayList<>();
        long time = START;
        for (int i = 0; i < count; i++) {
            time += random.nextInt(100) == 0
                    ? random.nextLong(-100_000_000L, 60_000_000_000L)
                    : random.nextInt(1_000_000);
            long bid = random.nextInt(20) == 0 ? OrderBook.NO_PRICE : 100 + random.nextInt(-200, 20);
            long ask = random.nextInt(20) == 0 ? OrderBook.NO_PRICE : 110 + random.nextInt(-20, 200);
            int symbol = symbols - 1 - random.nextInt(symbols);
            rows.add(new Row(symbol, time, bid, ask, size(bid, random), size(ask, random)));
        }
        return rows;
    }

    private static long size(long price, Random random) {
        return price == OrderBook.NO_PRICE ? 0 : 1 + random.nextInt(1_000_000);
    }

    private static ChartQuery query(Random random, List<Row> rows) {
        long from = rows.get(random.nextInt(rows.size())).time + random.nextInt(3) - 1;
        long to = random.nextBoolean()
                ? rows.get(random.nextInt(rows.size())).time + random.nextInt(3) - 1
                : from + random.nextInt(2_000_000_000);
        return new ChartQuery(
                2 + random.nextInt(random.nextBoolean() ? 20 : 5000),
                random.nextInt(4) == 0 ? ChartQuery.UNBOUNDED_FROM : Math.min(from, to),
                random.nextInt(4) == 0 ? ChartQuery.UNBOUNDED_TO : Math.max(from, to),
                random.nextBoolean() ? null : "S" + rows.get(0).symbol);
    }

    private static Chart naive(List<Row> all, ChartQuery query) {
        List<String> symbols =
                all.stream().map(row -> "S" + row.symbol).distinct().sorted().toList();
        String symbol = query.symbol() == null ? symbols.get(0) : query.symbol();
        List<Row> rows = all.stream()
                .filter(row -> ("S" + row.symbol).equals(symbol))
                .filter(row -> query.fromNanos() <= row.time && row.time <= query.toNanos())
                .toList();
        boolean exact = rows.size() <= query.points();
        List<List<Row>> points = exact
                ? rows.stream()
                        .sorted(Comparator.comparingLong(Row::time))
                        .map(List::of)
                        .toList()
                : slices(all, rows, symbol, query);
        return new Chart(
                symbol,
                symbols,
                symbols.size(),
                bound(query.fromNanos(), ChartQuery.UNBOUNDED_FROM, rows, 0),
                bound(query.toNanos(), ChartQuery.UNBOUNDED_TO, rows, 1),
                rows.size(),
                exact,
                points.stream()
                        .map(point -> Times.text(point.get(point.size() - 1).time))
                        .toList(),
                extremes(points, row -> price(row.bid)),
                extremes(points, row -> price(row.ask)),
                extremes(points, row -> Decimals.exactQuantity(row.bidSize)),
                extremes(points, row -> Decimals.exactQuantity(row.askSize)),
                points.stream().map(point -> count(point, 0)).toList(),
                points.stream().map(point -> count(point, 1)).toList());
    }

    /** Slices of equal length from the first time in question to the last: asked for, or that of a row. */
    private static List<List<Row>> slices(List<Row> all, List<Row> rows, String symbol, ChartQuery query) {
        long first = all.stream()
                .filter(row -> ("S" + row.symbol).equals(symbol))
                .mapToLong(Row::time)
                .min()
                .orElseThrow();
        long last = all.stream()
                .filter(row -> ("S" + row.symbol).equals(symbol))
                .mapToLong(Row::time)
                .max()
                .orElseThrow();
        BigInteger from = BigInteger.valueOf(Math.max(first, query.fromNanos()));
        BigInteger span = BigInteger.valueOf(Math.min(last, query.toNanos())).subtract(from);
        BigInteger width = span.divide(BigInteger.valueOf(query.points())).add(BigInteger.ONE);
        Map<Integer, List<Row>> slices = new TreeMap<>();
        for (Row row : rows) {
            int slice =
                    BigInteger.valueOf(row.time).subtract(from).divide(width).intValueExact();
            slices.computeIfAbsent(slice, each -> new ArrayList<>()).add(row);
        }
        return List.copyOf(slices.values());
    }

    private static @Nullable String bound(long asked, long unbounded, List<Row> rows, int end) {
        if (asked != unbounded) {
            return Times.text(asked);
        }
        return rows.stream()
                .map(Row::time)
                .reduce((a, b) -> end == 0 ? Math.min(a, b) : Math.max(a, b))
                .map(Times::text)
                .orElse(null);
    }

    private static @Nullable BigDecimal price(long price) {
        return price == OrderBook.NO_PRICE ? null : Decimals.exactPrice(price);
    }

    private static long count(List<Row> rows, int sign) {
        return rows.stream()
                .filter(row -> row.bid != OrderBook.NO_PRICE && row.ask != OrderBook.NO_PRICE)
                .filter(row -> Long.signum(Long.compare(row.bid, row.ask)) == sign)
                .count();
    }

    private static Chart.Extremes extremes(List<List<Row>> points, Function<Row, @Nullable BigDecimal> value) {
        BigDecimal[] low = new BigDecimal[points.size()];
        BigDecimal[] high = new BigDecimal[points.size()];
        BigDecimal[] last = new BigDecimal[points.size()];
        for (int i = 0; i < points.size(); i++) {
            for (Row row : points.get(i)) {
                BigDecimal each = value.apply(row);
                if (each != null) {
                    low[i] = low[i] == null ? each : each.min(low[i]);
                    high[i] = high[i] == null ? each : each.max(high[i]);
                }
            }
            Row end = points.get(i).get(points.get(i).size() - 1);
            Optional.ofNullable(value.apply(end)).ifPresent(set(last, i));
        }
        return new Chart.Extremes(Arrays.asList(low), Arrays.asList(high), Arrays.asList(last));
    }

    private static Consumer<BigDecimal> set(BigDecimal[] array, int at) {
        return value -> array[at] = value;
    }

    private record Row(int symbol, long time, long bid, long ask, long bidSize, long askSize) {}
}
