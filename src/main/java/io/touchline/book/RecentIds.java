package io.touchline.book;

import java.util.Arrays;

/** The order ids that were added last, and how far apart they lie. */
final class RecentIds {

    private static final int KEPT = 64;

    private long[] ids = {};
    private long added;

    void add(long id) {
        if (added == 0) {
            ids = new long[KEPT]; // most books stay too small to need it
        }
        ids[(int) added++ & (KEPT - 1)] = id;
    }

    /** How many ids were ever added. */
    long added() {
        return added;
    }

    /** The median distance of one of them from the next greater, at least 1; {@link Long#MAX_VALUE} while they are too few to tell. */
    long step() {
        if (added < KEPT) {
            return Long.MAX_VALUE;
        }
        long[] steps = ids.clone();
        Arrays.sort(steps);
        for (int i = 0; i < KEPT - 1; i++) {
            steps[i] = steps[i + 1] - steps[i];
        }
        Arrays.sort(steps, 0, KEPT - 1);
        return Math.max(1, steps[(KEPT - 1) / 2]);
    }
}
