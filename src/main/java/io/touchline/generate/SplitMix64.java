package io.touchline.generate;

/** The random numbers of a stream: SplitMix64 (Steele, Lea, Flood 2014), written out so that no library can change them. One thread. */
final class SplitMix64 {

    private long state;

    SplitMix64(long seed) {
        state = seed;
    }

    long next() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A number from 0 to {@code bound - 1}; {@code bound} is positive. */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** True {@code share} times in a thousand. */
    boolean permille(int share) {
        return below(1000) < share;
    }
}
