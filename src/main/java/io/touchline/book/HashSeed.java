package io.touchline.book;

import java.util.concurrent.ThreadLocalRandom;

/**
 * The hash of the tables of this package: two multiplications, the first by a secret odd number, so that no input can be made to collide; the
 * second scatters the keys that the first leaves in rows, as it does prices in steps. The upper bits are the good ones.
 */
final class HashSeed {

    private HashSeed() {}

    /** A new secret multiplier. */
    static long odd() {
        return ThreadLocalRandom.current().nextLong() | 1;
    }

    /** The shift of a table of so many slots, a power of two above 1. */
    static int shift(int slots) {
        return Long.numberOfLeadingZeros(slots) + 1;
    }

    /** Where in its table a key belongs. */
    static int slot(long key, long multiplier, int shift) {
        long h = key * multiplier;
        return (int) (((h ^ (h >>> 32)) * 0x9E3779B97F4A7C15L) >>> shift);
    }
}
