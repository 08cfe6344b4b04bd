package io.touchline.generate;

/**
 * What all instruments of a stream have in common.
 *
 * @param depth price levels of each side of an image
 * @param ordersPerSide how many orders rest on each side, about
 * @param distances of new orders from the best price of their side, in ticks
 * @param imageLevels price levels of the orders of an image
 */
record Shape(int depth, int ordersPerSide, Distribution distances, Distribution imageLevels) {

    Shape(GeneratorSettings settings) {
        this(
                settings.depth(),
                settings.orders() / 2,
                Distribution.nearZero(settings.depth()),
                Distribution.humped(settings.depth()));
    }
}
