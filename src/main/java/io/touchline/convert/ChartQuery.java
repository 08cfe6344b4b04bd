package io.touchline.convert;

import io.touchline.csv.Times;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a result a chart shows, and how finely.
 *
 * @param points how many points the chart has at most: {@value #MIN_POINTS} to {@value #MAX_POINTS}
 * @param fromNanos first time shown, nanoseconds since 1970; {@link #UNBOUNDED_FROM} for the first there is
 * @param toNanos last time shown, inclusive; {@link #UNBOUNDED_TO} for the last there is
 * @param symbol null for the only one, or the first that has rows
 */
public record ChartQuery(
        int points, long fromNanos, long toNanos, @Nullable String symbol) {

    public static final int MIN_POINTS = 2;
    public static final int MAX_POINTS = 10_000;
    public static final int DEFAULT_POINTS = 2000;
    public static final long UNBOUNDED_FROM = Long.MIN_VALUE;
    public static final long UNBOUNDED_TO = Long.MAX_VALUE;

    private static final Set<String> NAMES = new TreeSet<>(Set.of("points", "from", "to", "symbol"));

    public ChartQuery {
        if (points < MIN_POINTS || points > MAX_POINTS) {
            throw badPoints(Integer.toString(points));
        }
        if (fromNanos > toNanos) {
            throw new BadOptionException(
                    "to", "a time that is not before " + Times.text(fromNanos), Times.text(toNanos));
        }
    }

    /**
     * Reads a query from its texts, as a URL has them.
     *
     * @throws BadOptionException for an unknown name, a bad value, and one that is given twice
     */
    public static ChartQuery of(Map<String, List<String>> texts) {
        texts.forEach(ChartQuery::check);
        return new ChartQuery(
                points(text(texts, "points")),
                time("from", text(texts, "from"), UNBOUNDED_FROM),
                time("to", text(texts, "to"), UNBOUNDED_TO),
                text(texts, "symbol"));
    }

    private static void check(String name, List<String> values) {
        if (!NAMES.contains(name)) {
            throw new BadOptionException(name, "one of " + String.join(", ", NAMES), "an option of that name");
        }
        if (values.size() != 1) {
            throw new BadOptionException(name, "one value", String.join(" and ", values));
        }
    }

    private static @Nullable String text(Map<String, List<String>> texts, String name) {
        List<String> values = texts.get(name);
        return values == null ? null : values.get(0);
    }

    private static int points(@Nullable String text) {
        try {
            return text == null ? DEFAULT_POINTS : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw badPoints(text);
        }
    }

    private static BadOptionException badPoints(String found) {
        return new BadOptionException("points", "a number from " + MIN_POINTS + " to " + MAX_POINTS, found);
    }

    private static long time(String name, @Nullable String text, long absent) {
        try {
            return text == null || text.isEmpty() ? absent : Times.nanos(text);
        } catch (IllegalArgumentException e) {
            throw new BadOptionException(name, "a UTC time such as 2019-09-16 22:10:16.4945 UTC", text);
        }
    }
}
