package io.touchline.live;

import io.touchline.feed.Action;
import io.touchline.feed.LiveFeed;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;

/** What one partition counts, replay not counted. Its thread adds, any thread reads. */
final class Totals {

    private static final int ACTIONS = LiveFeed.COUNTS;
    private static final int REQUESTS = ACTIONS + Action.COUNT;
    private static final int CHANGES = REQUESTS + 1;
    private static final int FORGOTTEN = CHANGES + 1;
    private static final int BOOKS = FORGOTTEN + 1;

    private final AtomicLongArray sums = new AtomicLongArray(BOOKS + 1);

    /** Counts a request. */
    void request(long[] counts, long[] actions, long changes) {
        add(counts, 0);
        add(actions, ACTIONS);
        add(REQUESTS, 1);
        add(CHANGES, changes);
    }

    /** Counts messages that were held by a book which is forgotten: nothing else becomes of them any more. */
    void forgotten(int held) {
        add(LiveFeed.READ, -held);
        add(LiveFeed.HELD, -held);
        add(FORGOTTEN, held);
    }

    void books(int books) {
        sums.setRelease(BOOKS, books);
    }

    private void add(long[] numbers, int at) {
        for (int i = 0; i < numbers.length; i++) {
            add(at + i, numbers[i]);
        }
    }

    private void add(int at, long number) {
        if (number != 0) {
            sums.setRelease(at, sums.getPlain(at) + number);
        }
    }

    /** Adds what was counted so far to sums of the same kind, made by {@link #sums}. */
    void addTo(long[] target) {
        for (int i = 0; i < target.length; i++) {
            target[i] += sums.getAcquire(i);
        }
    }

    static long[] sums() {
        return new long[BOOKS + 1];
    }

    static long[] counts(long[] sums) {
        return Arrays.copyOf(sums, LiveFeed.COUNTS);
    }

    static long[] actions(long[] sums) {
        return Arrays.copyOfRange(sums, ACTIONS, REQUESTS);
    }

    static long requests(long[] sums) {
        return sums[REQUESTS];
    }

    static long changes(long[] sums) {
        return sums[CHANGES];
    }

    static long forgotten(long[] sums) {
        return sums[FORGOTTEN];
    }

    static int books(long[] sums) {
        return (int) sums[BOOKS];
    }
}
