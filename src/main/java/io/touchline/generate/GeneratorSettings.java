package io.touchline.generate;

/**
 * What a made-up stream is like.
 *
 * @param rows how many messages it has, images included; {@link Long#MAX_VALUE} for a stream without an end
 * @param seed any number; another seed is another stream
 * @param symbols how many instruments take part, the first the busiest, each starting with a book image: 1 to {@value #MAX_SYMBOLS}
 * @param depth price levels of each side of an image: 1 to {@value #MAX_DEPTH}; later no order rests much further than twice that from
 *     the best price of its side
 * @param orders how many orders rest in each book, about: two per level to {@value #MAX_ORDERS}
 */
public record GeneratorSettings(long rows, long seed, int symbols, int depth, int orders) {

    public static final int MAX_SYMBOLS = 10_000;
    public static final int MAX_DEPTH = 10_000;
    public static final int MAX_ORDERS = 1_000_000;

    public static final GeneratorSettings DEFAULT = new GeneratorSettings(100_000, 1, 1, 20, defaultOrders(20));

    /** @throws IllegalArgumentException that names the setting, what was expected and what was found */
    public GeneratorSettings {
        check("rows", rows, 0, Long.MAX_VALUE);
        check("symbols", symbols, 1, MAX_SYMBOLS);
        check("depth", depth, 1, MAX_DEPTH);
        check("orders", orders, 2L * depth, MAX_ORDERS);
    }

    /** How many orders rest where nobody said how many: ten in each price level. */
    public static int defaultOrders(int depth) {
        return 20 * depth;
    }

    private static void check(String name, long value, long lowest, long highest) {
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException(
                    name + ": expected a number from " + lowest + " to " + highest + ", found " + value);
        }
    }
}
