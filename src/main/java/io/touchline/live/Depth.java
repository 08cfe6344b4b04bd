package io.touchline.live;

import java.util.List;

/**
 * Level 2 of a book: its best price levels, the best first.
 *
 * @param seqNum of the last packet applied; -1 before the first
 */
public record Depth(String symbol, long seqNum, List<Level> bids, List<Level> asks) {

    /**
     * One price level.
     *
     * @param price unit 10<sup>-9</sup>
     * @param quantity unit 10<sup>-8</sup>
     * @param orders how many orders rest there
     */
    public record Level(long price, long quantity, int orders) {}
}
