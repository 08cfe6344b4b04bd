package io.touchline.convert;

import io.touchline.book.OrderBook;
import io.touchline.csv.Decimals;
import io.touchline.csv.Times;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Level 1 reduced for a picture: arrays of equal length, an element per point, ordered by time.
 *
 * <p>A point is one row, or all rows of one slice of time; slices are equally long and those without rows are left out. No extreme is lost.
 *
 * @param symbol null when the result has no symbols
 * @param symbols the first {@value #LISTED_SYMBOLS} symbols of the result
 * @param symbolCount how many symbols the result has
 * @param from what was asked for, or the time of the first row; null when there are no rows. Likewise {@code to}
 * @param rows how many rows the points stand for
 * @param exact whether every point is one row
 * @param time of the last row of each point
 * @param bidPrice nulls where no row of the point has a bid; {@code last} also where its last row has none. Likewise {@code askPrice}
 * @param bidSize as level 1 has it: 0 where there is no bid. Likewise {@code askSize}
 * @param locked how many rows of each point have a bid that equals the ask
 * @param crossed how many rows of each point have a bid above the ask
 */
public record Chart(
        @Nullable String symbol,
        List<String> symbols,
        int symbolCount,
        @Nullable String from,
        @Nullable String to,
        long rows,
        boolean exact,
        List<String> time,
        Extremes bidPrice,
        Extremes askPrice,
        Extremes bidSize,
        Extremes askSize,
        List<Long> locked,
        List<Long> crossed) {

    /** How many symbols a chart lists. */
    public static final int LISTED_SYMBOLS = 1000;

    /** Of each point the lowest, the highest and the last value. */
    public record Extremes(
            List<@Nullable BigDecimal> low, List<@Nullable BigDecimal> high, List<@Nullable BigDecimal> last) {}

    static Chart of(
            @Nullable String symbol, List<String> symbols, ChartQuery query, List<ChartBucket> points, boolean exact) {
        return new Chart(
                symbol,
                symbols.subList(0, Math.min(symbols.size(), LISTED_SYMBOLS)),
                symbols.size(),
                bound(query.fromNanos(), ChartQuery.UNBOUNDED_FROM, earliest(points)),
                bound(query.toNanos(), ChartQuery.UNBOUNDED_TO, latest(points)),
                points.stream().mapToLong(ChartBucket::rows).sum(),
                exact,
                points.stream().map(point -> Times.text(point.lastNanos())).toList(),
                extremes(points, ChartBucket.BID_PRICE, Decimals::exactPrice),
                extremes(points, ChartBucket.ASK_PRICE, Decimals::exactPrice),
                extremes(points, ChartBucket.BID_SIZE, Decimals::exactQuantity),
                extremes(points, ChartBucket.ASK_SIZE, Decimals::exactQuantity),
                points.stream().map(ChartBucket::locked).toList(),
                points.stream().map(ChartBucket::crossed).toList());
    }

    private static @Nullable Long earliest(List<ChartBucket> points) {
        return points.stream()
                .map(ChartBucket::earliestNanos)
                .min(Long::compare)
                .orElse(null);
    }

    private static @Nullable Long latest(List<ChartBucket> points) {
        return points.stream().map(ChartBucket::latestNanos).max(Long::compare).orElse(null);
    }

    private static @Nullable String bound(long asked, long unbounded, @Nullable Long found) {
        if (asked != unbounded) {
            return Times.text(asked);
        }
        return found == null ? null : Times.text(found);
    }

    private static Extremes extremes(List<ChartBucket> points, int column, LongFunction<BigDecimal> exact) {
        return new Extremes(
                decimals(points, point -> point.low(column), exact),
                decimals(points, point -> point.high(column), exact),
                decimals(points, point -> point.last(column), exact));
    }

    private static List<@Nullable BigDecimal> decimals(
            List<ChartBucket> points, ToLongFunction<ChartBucket> value, LongFunction<BigDecimal> exact) {
        List<@Nullable BigDecimal> decimals = new ArrayList<>(points.size());
        for (ChartBucket point : points) {
            long each = value.applyAsLong(point);
            decimals.add(each == OrderBook.NO_PRICE ? null : exact.apply(each));
        }
        return decimals;
    }
}
