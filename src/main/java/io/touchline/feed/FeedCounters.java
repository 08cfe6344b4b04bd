package io.touchline.feed;

import io.touchline.book.Outcome;

/**
 * What became of the messages of a {@link Feed}, once it is finished: {@code read = applied + refused + duplicateRows + lateRows}.
 *
 * <p>The odd outcomes are among the applied. Written by the feed's thread.
 */
public final class FeedCounters {

    long read;
    long refused;
    long duplicateRows;
    long latePackets;
    long lateRows;
    long packets;
    final long[] outcomes = new long[Outcome.COUNT];

    FeedCounters() {}

    /** Copies all counts to {@code numbers[at]} and behind. */
    void copyTo(long[] numbers, int at) {
        numbers[at] = read;
        numbers[at + 1] = refused;
        numbers[at + 2] = duplicateRows;
        numbers[at + 3] = latePackets;
        numbers[at + 4] = lateRows;
        numbers[at + 5] = packets;
        System.arraycopy(outcomes, 0, numbers, at + 6, outcomes.length);
    }

    /** Takes the counts over that {@link #copyTo} copied. */
    void restore(long[] numbers, int at) {
        read = numbers[at];
        refused = numbers[at + 1];
        duplicateRows = numbers[at + 2];
        latePackets = numbers[at + 3];
        lateRows = numbers[at + 4];
        packets = numbers[at + 5];
        System.arraycopy(numbers, at + 6, outcomes, 0, outcomes.length);
    }

    /** Messages accepted. */
    public long read() {
        return read;
    }

    /** Messages that their book took, odd or not. */
    public long applied() {
        return read - refused - duplicateRows - lateRows;
    }

    /** Messages that their book refused. */
    public long refused() {
        return refused;
    }

    /** Messages equal in every column to one that their packet already held. */
    public long duplicateRows() {
        return duplicateRows;
    }

    /** Packets that came after a higher one of their symbol was applied; rows of one that come apart count as several. */
    public long latePackets() {
        return latePackets;
    }

    /** The messages of {@link #latePackets()}. */
    public long lateRows() {
        return lateRows;
    }

    /** Packets of which a message was applied. */
    public long packets() {
        return packets;
    }

    /** Messages with this outcome. */
    public long of(Outcome outcome) {
        return outcomes[outcome.code()];
    }
}
