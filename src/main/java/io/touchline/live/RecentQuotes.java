package io.touchline.live;

import io.touchline.feed.Quote;

/**
 * The last quotes of a book, so that a subscriber can resume: a ring of words, eight a quote. It grows as long as the memory that all books share
 * lasts; from then on the oldest quote makes room for the newest.
 *
 * <p>One thread. Allocates only to grow up to its size; a quote is found by its number among the packets at once, among the changes by halving.
 */
final class RecentQuotes {

    private static final int SHIFT = 3;
    private static final int SMALLEST = 16;

    private final int most;
    private final RecentMemory memory;
    private long[] words = new long[SMALLEST << SHIFT];
    /** Numbers among the packets; none is here when the first is behind the last. */
    private long first = 1;

    private long last;

    /**
     * An empty ring.
     *
     * @param most how many quotes it keeps, rounded up to a power of two
     * @param memory for all beyond the first 16 quotes, which it has in any case
     */
    RecentQuotes(int most, RecentMemory memory) {
        this.memory = memory;
        this.most = Math.max(SMALLEST, Integer.highestOneBit(Math.max(1, most - 1)) << 1);
    }

    /** Adds the quote behind the last one. */
    void add(Quote quote, long packetN, long changeN, boolean changed) {
        if (first > last) {
            first = packetN;
        } else if (packetN - first == size()) {
            makeRoom();
        }
        last = packetN;
        long[] w = words;
        int at = at(packetN);
        w[at] = quote.timeNanos();
        w[at + 1] = quote.seqNum();
        w[at + 2] = quote.bidPrice();
        w[at + 3] = quote.bidQuantity();
        w[at + 4] = quote.askPrice();
        w[at + 5] = quote.askQuantity();
        w[at + 6] = changeN << 1 | (changed ? 1 : 0);
    }

    /** The lowest number of a kind from which all quotes are here; the number behind the last one when none is. */
    long oldest(Emit emit) {
        if (emit == Emit.PACKET || first > last) {
            return first;
        }
        return isChange(first) ? changeN(first) : changeN(first) + 1;
    }

    /** Reads a quote that is here, by its number of a kind. */
    void read(Emit emit, long n, Quote quote) {
        long packetN = emit == Emit.PACKET ? n : packetOfChange(n);
        int at = at(packetN);
        quote.packet(0, words[at], words[at + 1]);
        quote.values(words[at + 2], words[at + 3], words[at + 4], words[at + 5]);
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    boolean isChange(long packetN) {
        return (words[at(packetN) + 6] & 1) != 0;
    }

    /** The number of the last change when a packet was quoted. */
    long changeN(long packetN) {
        return words[at(packetN) + 6] >>> 1;
    }

    private long packetOfChange(long n) {
        long low = first;
        long high = last;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (changeN(middle) < n) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void makeRoom() {
        if (size() == most || !memory.take(bytes())) {
            first++;
            return;
        }
        long[] old = words;
        int mask = size() - 1;
        words = new long[2 * old.length];
        for (long n = first; n <= last; n++) {
            System.arraycopy(old, (int) (n & mask) << SHIFT, words, at(n), 1 << SHIFT);
        }
    }

    /** Gives the memory back, when the book is no more. */
    void forget() {
        memory.give(bytes() - ((long) SMALLEST << SHIFT) * Long.BYTES);
    }

    private long bytes() {
        return (long) words.length * Long.BYTES;
    }

    private int size() {
        return words.length >>> SHIFT;
    }

    private int at(long packetN) {
        return (int) (packetN & (size() - 1)) << SHIFT;
    }
}
