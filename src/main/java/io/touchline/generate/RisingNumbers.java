package io.touchline.generate;

/** Numbers that rise with gaps, as those of an exchange do whose other instruments use the rest. One thread. */
final class RisingNumbers {

    private final SplitMix64 random;
    private final int widestStep;
    private long number;

    /** The first number comes after {@code start}, by 1 to {@code widestStep}, as each one does after the one before. */
    RisingNumbers(SplitMix64 random, long start, int widestStep) {
        this.random = random;
        this.widestStep = widestStep;
        number = start;
    }

    long next() {
        number += 1 + random.below(widestStep);
        return number;
    }
}
