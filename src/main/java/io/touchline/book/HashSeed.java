package io.touchline.book;

import java.util.concurrent.ThreadLocalRandom;

/** The hash of the tables of this package: a multiplication by a secret odd number, so that no input can be made to collide. */
final class HashSeed {

    private HashSeed() {}

    /** A new secret multiplier. */
    static long odd() {
        return ThreadLocalRandom.current().nextLong() | 1;
    }

    /** A hash whose lower bits are good. */
    static int mix(long key, long multiplier) {
        long h = key * multiplier;
        return (int) (((h ^ (h >>> 32)) * 0x9E3779B97F4A7C15L) >>> 32);
    }
}
