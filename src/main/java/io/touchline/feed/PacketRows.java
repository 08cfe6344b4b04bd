package io.touchline.feed;

import java.util.Arrays;

/**
 * The rows of the packet that a {@link PacketScan} looks at, to be found by their content: a hash table with open addressing, a quarter full at most.
 *
 * <p>The first few rows are compared one by one; most packets have no more. An entry is a row's place in the words plus a base, and the base rises
 * with every large packet, so that the entries of those before are empty places. One thread; allocates nothing once made.
 */
final class PacketRows {

    /** How many rows it takes. */
    static final int MOST = 512;

    private static final int FEW = 8;
    private static final int WORDS = Message.WORDS;
    private static final int MASK = 4 * MOST - 1;

    private final int[] entries = new int[4 * MOST];
    private int base = 1;
    private int highest;
    private int first;
    private int end;

    /** Starts with a packet's first row. */
    void start(int at) {
        first = at;
        end = at;
    }

    /**
     * Whether the next row of the packet may join it: there is room, and it equals none of the rows before it but the one just before it. All of them are
     * among the words.
     */
    boolean join(long[] words, int at) {
        return at - first < MOST * WORDS && (Message.sameRow(words, at - WORDS, words, at) || !contains(words, at));
    }

    private boolean contains(long[] words, int at) {
        return at - first <= FEW * WORDS ? isAmongFew(words, at) : isEntry(words, at);
    }

    private boolean isAmongFew(long[] words, int at) {
        for (int row = first; row < at; row += WORDS) {
            if (Message.sameRow(words, row, words, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean isEntry(long[] words, int at) {
        if (end == first) {
            forgetEntries();
        }
        for (; end < at; end += WORDS) {
            entries[placeOf(words, end)] = base + end;
        }
        highest = Math.max(highest, at);
        return entries[placeOf(words, at)] >= base;
    }

    /** Where a row equal to the one at a place is, or else an empty place. */
    private int placeOf(long[] words, int at) {
        int place = (int) Message.hash(words, at) & MASK;
        while (entries[place] >= base && !Message.sameRow(words, entries[place] - base, words, at)) {
            place = (place + 1) & MASK;
        }
        return place;
    }

    private void forgetEntries() {
        base += highest + 1;
        highest = 0;
        if (base > Integer.MAX_VALUE / 2) {
            Arrays.fill(entries, 0);
            base = 1;
        }
    }
}
