package io.touchline.generate;

/**
 * What makes a price wander: how much more than half of the traffic pushes it up, in a thousand. It changes now and then, and the further
 * the price went, the more it points back. One thread.
 */
final class Pressure {

    private static final int HALF = 500;
    private static final int STRONGEST = 400;
    private static final int CHANGES = 10;

    private final SplitMix64 random;
    private final int start;
    private int pressure;

    /** Starts with none, at a price in ticks. */
    Pressure(SplitMix64 random, int start) {
        this.random = random;
        this.start = start;
    }

    /** Changes once in a hundred times. */
    void mayChange(int price) {
        if (random.permille(CHANGES)) {
            int any = random.below(2 * STRONGEST + 1) - STRONGEST;
            pressure = Math.max(-STRONGEST, Math.min(STRONGEST, any - aboveStart(price)));
        }
    }

    private int aboveStart(int price) {
        return (int) (1000L * (price - start) / start);
    }

    /** Whether the next trade takes from the asks. */
    boolean liftsNextTrade() {
        return random.permille(HALF + pressure);
    }

    /** Whether the next order comes to the bids, which the pressure decides more weakly. */
    boolean bringsNextBuyer() {
        return random.permille(HALF + pressure / 4);
    }
}
