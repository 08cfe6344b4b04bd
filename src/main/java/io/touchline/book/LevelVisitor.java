package io.touchline.book;

/** Is shown price levels. */
@FunctionalInterface
public interface LevelVisitor {

    /**
     * One price level.
     *
     * @param price unit 10<sup>-9</sup>
     * @param quantity of all its orders together, unit 10<sup>-8</sup>; above 0
     * @param orders how many orders it has
     */
    void level(long price, long quantity, int orders);
}
