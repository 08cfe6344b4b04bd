package io.touchline.gateway;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Puts what the level 1 topic says of one symbol into its turn: each quote once, none left out, though the topic may have it twice, early or late.
 *
 * <p>What is not behind the last one is dropped, the next one taken, and what comes too early kept until its turn. A new book has its turn once the one
 * before it is forgotten. One thread.
 */
final class InTurn {

    private static final int MOST_EARLY = 100_000;

    private final TreeMap<Turn, L1Record> early = new TreeMap<>();
    private Turn last = Turn.NONE;
    private boolean forgotten = true;

    /**
     * Takes a record, or keeps it; adds those whose turn it is.
     *
     * @param any whether the topic may have lost what stood before it, so that the first record of all has its turn whatever its number
     * @throws IllegalStateException when so many came early that the missing one will not come
     */
    void accept(L1Record record, boolean any, List<L1Record> taken) {
        Turn turn = new Turn(record.book(), record.packet());
        if (turn.compareTo(last) <= 0 || (forgotten && record.book() == last.book)) {
            return;
        }
        early.put(turn, record);
        if (any && last.equals(Turn.NONE)) {
            take(turn, taken);
        }
        while (!early.isEmpty() && isNext(early.firstEntry().getValue())) {
            take(early.firstKey(), taken);
        }
        if (early.size() > MOST_EARLY) {
            throw new IllegalStateException("level 1 topic: book " + last.book + " of " + record.symbol()
                    + " misses packet " + (last.packet + 1));
        }
    }

    private boolean isNext(L1Record record) {
        if (forgotten) {
            return record.packet() == 1 && record.previous() == last.book;
        }
        return record.book() == last.book && record.packet() == last.packet + 1;
    }

    private void take(Turn turn, List<L1Record> taken) {
        L1Record record = early.remove(turn);
        last = turn;
        forgotten = record.quote() == null;
        taken.add(record);
        early.headMap(turn).clear();
    }

    /** The number of a record. */
    private record Turn(long book, long packet) implements Comparable<Turn> {

        static final Turn NONE = new Turn(0, 0);

        @Override
        public int compareTo(Turn other) {
            return Comparator.comparingLong(Turn::book)
                    .thenComparingLong(Turn::packet)
                    .compare(this, other);
        }
    }
}
