package io.touchline.book;

import java.util.Arrays;

/**
 * The resting orders by id and side: a hash table with open addressing and linear probing, at most half full.
 *
 * <p>An order is three words side by side, so that finding it and reading it costs one cache miss: its id, its quantity (unit 10<sup>-8</sup>)
 * and a tag of its side and price level. Taking an order out moves the ones behind it back, so nothing is left that would slow a later search.
 * The hash is drawn anew for every table, so that no feed can be made that slows it down. Allocates only to grow, and to shrink when
 * {@link #clear} finds it almost empty.
 */
final class OrderTable {

    private static final int WORDS = 3;
    private static final int ID = 0;
    private static final int QUANTITY = 1;
    private static final int TAG = 2;

    private static final int SMALLEST = 64;
    private static final int LEVEL_SHIFT = 2;

    private final long multiplier = HashSeed.odd();
    private long[] words = new long[SMALLEST * WORDS];
    private int mask = SMALLEST - 1;
    private int size;

    /** Where the order is, or, when it is not here, where {@link #put} may put it: see {@link #isOrder}. */
    int find(long id, int side) {
        long[] w = words;
        long key = ((long) side << 1) | 1;
        int slot = slotOf(id);
        while (true) {
            int at = slot * WORDS;
            long tag = w[at + TAG];
            if (tag == 0 || (w[at + ID] == id && (tag & 3) == key)) {
                return at;
            }
            slot = (slot + 1) & mask;
        }
    }

    boolean isOrder(int at) {
        return words[at + TAG] != 0;
    }

    int end() {
        return words.length;
    }

    int side(int at) {
        return (int) (words[at + TAG] >> 1) & 1;
    }

    long id(int at) {
        return words[at + ID];
    }

    /** Unit 10<sup>-8</sup>. */
    long quantity(int at) {
        return words[at + QUANTITY];
    }

    /** The price level as {@link PriceLevels} numbers it, or {@link PriceLevels#NO_LEVEL}. */
    int level(int at) {
        return (int) (words[at + TAG] >> LEVEL_SHIFT) - 1;
    }

    void setQuantity(int at, long quantity) {
        words[at + QUANTITY] = quantity;
    }

    void set(int at, long quantity, int level) {
        long[] w = words;
        w[at + QUANTITY] = quantity;
        w[at + TAG] = (w[at + TAG] & 3) | ((long) (level + 1) << LEVEL_SHIFT);
    }

    /** Puts an order where {@link #find} found none. Every place found before may have moved. */
    void put(int at, long id, int side, long quantity, int level) {
        long[] w = words;
        w[at + ID] = id;
        w[at + QUANTITY] = quantity;
        w[at + TAG] = ((long) (level + 1) << LEVEL_SHIFT) | ((long) side << 1) | 1;
        if (2 * ++size > mask) {
            grow();
        }
    }

    /** Takes an order out. Every place found before may have moved. */
    void remove(int at) {
        long[] w = words;
        int hole = at / WORDS;
        int slot = hole;
        while (true) {
            slot = (slot + 1) & mask;
            int from = slot * WORDS;
            if (w[from + TAG] == 0) {
                break;
            }
            if (((slot - slotOf(w[from + ID])) & mask) >= ((slot - hole) & mask)) {
                move(w, from, w, hole * WORDS);
                hole = slot;
            }
        }
        w[hole * WORDS + TAG] = 0;
        size--;
    }

    /** How many orders rest here. */
    int size() {
        return size;
    }

    /** Takes all orders out, at a cost that grows with their number. */
    void clear() {
        if (size < mask >>> 4 && mask >= SMALLEST) {
            int slots = Math.max(SMALLEST, Integer.highestOneBit(4 * size + 1));
            words = new long[slots * WORDS];
            mask = slots - 1;
        } else {
            Arrays.fill(words, 0);
        }
        size = 0;
    }

    private void grow() {
        long[] old = words;
        mask = 2 * mask + 1;
        words = new long[(mask + 1) * WORDS];
        for (int from = 0; from < old.length; from += WORDS) {
            if (old[from + TAG] != 0) {
                move(old, from, words, emptySlot(old[from + ID]) * WORDS);
            }
        }
    }

    private int emptySlot(long id) {
        int slot = slotOf(id);
        while (words[slot * WORDS + TAG] != 0) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static void move(long[] source, int from, long[] target, int to) {
        target[to + ID] = source[from + ID];
        target[to + QUANTITY] = source[from + QUANTITY];
        target[to + TAG] = source[from + TAG];
    }

    private int slotOf(long id) {
        return HashSeed.mix(id, multiplier) & mask;
    }
}
