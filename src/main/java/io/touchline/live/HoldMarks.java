package io.touchline.live;

/**
 * Until when which packets of a book may be held: marks that say up to which sequence number packets had come at a time.
 *
 * <p>One thread; allocates nothing. Times are those of {@link System#nanoTime()}, which nobody sets back or forward. Marks are a sixteenth of the hold apart, so a packet goes that much late at most.
 */
final class HoldMarks {

    private static final int SIZE = 32;
    private static final int PER_HOLD = 16;

    private final long[] nanos = new long[SIZE];
    private final long[] seqNums = new long[SIZE];
    private int first;
    private int count;
    private long begun;

    /** Notes the highest sequence number that has come by now. */
    void add(long nowNanos, long seqNum, long holdNanos) {
        if (count > 0 && (nowNanos - begun < holdNanos / PER_HOLD || count == SIZE)) {
            put(count - 1, nowNanos, seqNum);
            return;
        }
        begun = nowNanos;
        put(count++, nowNanos, seqNum);
    }

    /** The highest sequence number that is due; -1 when none is. */
    long due(long nowNanos, long holdNanos) {
        long due = -1;
        for (int i = 0; i < count && nowNanos - nanos[place(i)] >= holdNanos; i++) {
            due = Math.max(due, seqNums[place(i)]);
        }
        return due;
    }

    /** Takes out the marks of packets below the lowest held. */
    void dropBelow(long lowestHeld) {
        while (count > 0 && seqNums[first] < lowestHeld) {
            first = place(1);
            count--;
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    private void put(int index, long atNanos, long seqNum) {
        nanos[place(index)] = atNanos;
        seqNums[place(index)] = seqNum;
    }

    private int place(int index) {
        return (first + index) & (SIZE - 1);
    }
}
