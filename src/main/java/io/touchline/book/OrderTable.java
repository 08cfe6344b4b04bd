package io.touchline.book;

import java.util.Arrays;

/**
 * The resting orders by id and side: a hash table with open addressing and linear probing.
 *
 * <p>An order is three words side by side, so that finding it and reading it costs one cache miss: its id, its quantity (unit 10<sup>-8</sup>)
 * and a tag of its side and price level. Taking an order out moves the ones behind it back, so nothing is left that would slow a later search.
 * A table that the caches of a core hold is at most a quarter full, so that most searches end where they begin and the processor
 * guesses so; a larger one at most half, since it waits for memory. Allocates only to grow, to shrink when {@link #clear} finds it almost
 * empty, and to try, ever more rarely, whether scattered orders can be placed evenly by now.
 *
 * <p>Where an order belongs is one multiplication of its id. In a larger table the factor is small when the ids allow it: those of most venues
 * rise by about the same step, and each comes {@value #PLACES_A_STEP} places behind the one before. So the young orders, which most messages
 * name, lie in a few pages that a cache holds, and hardly two want the same place. Other ids are <em>scattered</em> by a secret factor, drawn
 * anew for every table. No feed can make ids that slow it down: when orders lie too far from where they belong, or a search or a removal
 * sees {@value #LONGEST_SEARCH} orders in a row, all are placed anew, for a finer step if there is one, else scattered.
 */
final class OrderTable {

    private static final int WORDS = 3;
    private static final int ID = 0;
    private static final int QUANTITY = 1;
    private static final int TAG = 2;

    private static final int SMALLEST = 64;
    private static final int LARGEST_OF_A_CACHE = 1 << 13;
    private static final int LONGEST_SEARCH = 256;
    private static final int PLACES_A_STEP = 6;
    private static final long SCATTERED = 0;
    private static final int CHECKED = 4096;
    private static final int FARTHEST_MEAN = 3;
    private static final int FIRST_TRY_SHIFT = 2;
    private static final int KEY_MASK = 3;
    private static final int LEVEL_SHIFT = 2;

    private long multiplier = HashSeed.odd();
    private long[] words = new long[SMALLEST * WORDS];
    private int mask = SMALLEST - 1;
    private int shift = HashSeed.shift(SMALLEST);
    private int most = mostOf(SMALLEST);
    private long step = SCATTERED;

    private final RecentIds recent = new RecentIds();
    private int tryShift = FIRST_TRY_SHIFT;
    private long nextCheck = Long.MAX_VALUE;
    /** How far the orders since the last check lie behind where they belong, together. */
    private long displaced;

    private int size;

    /** Where the order is, or, when it is not here, where {@link #put} may put it: see {@link #isOrder}. */
    int find(long id, int side) {
        long[] w = words;
        int key = keyOf(side);
        int home = home(id);
        for (int slot = home; ; slot = (slot + 1) & mask) {
            int at = slot * WORDS;
            long tag = w[at + TAG];
            if (tag == 0 || (w[at + ID] == id && ((int) tag & KEY_MASK) == key)) {
                return at;
            }
            if (((slot - home) & mask) == LONGEST_SEARCH) {
                placeAnew();
                return find(id, side);
            }
        }
    }

    /** Whether its orders lie scattered over more memory than the caches of a core hold. */
    boolean isScattered() {
        return step == SCATTERED && mask >= LARGEST_OF_A_CACHE;
    }

    /** Reads a word of where an order would be, so that it is in a cache when the order is sought. */
    long touch(long id) {
        return words[home(id) * WORDS];
    }

    boolean isOrder(int at) {
        return words[at + TAG] != 0;
    }

    long id(int at) {
        return words[at + ID];
    }

    /** The bit of the order's {@link Side}. */
    int side(int at) {
        return (int) words[at + TAG] >>> 1 & 1;
    }

    /** Unit 10<sup>-8</sup>. */
    long quantity(int at) {
        return words[at + QUANTITY];
    }

    /** The price level as {@link PriceLevels} numbers it, or {@link PriceLevels#NO_LEVEL}. */
    int level(int at) {
        return (int) (words[at + TAG] >>> LEVEL_SHIFT);
    }

    void setQuantity(int at, long quantity) {
        words[at + QUANTITY] = quantity;
    }

    void set(int at, long quantity, int level) {
        long[] w = words;
        w[at + QUANTITY] = quantity;
        w[at + TAG] = (w[at + TAG] & KEY_MASK) | ((long) level << LEVEL_SHIFT);
    }

    /** Puts an order where {@link #find} found none. Every place found before may have moved. */
    void put(int at, long id, int side, long quantity, int level) {
        long[] w = words;
        w[at + ID] = id;
        w[at + QUANTITY] = quantity;
        w[at + TAG] = ((long) level << LEVEL_SHIFT) | keyOf(side);
        if (mask + 1 >= LARGEST_OF_A_CACHE) {
            remember(id, at);
        }
        if (++size > most) {
            tryShift = FIRST_TRY_SHIFT;
            rehash(2 * (mask + 1), recent.step());
        }
    }

    /** Takes an order out. Every place found before may have moved. */
    void remove(int at) {
        long[] w = words;
        int first = at / WORDS;
        int hole = first;
        int slot = first;
        while (true) {
            slot = (slot + 1) & mask;
            int from = slot * WORDS;
            if (w[from + TAG] == 0) {
                break;
            }
            if (((slot - home(w[from + ID])) & mask) >= ((slot - hole) & mask)) {
                move(w, from, w, hole * WORDS);
                hole = slot;
            }
        }
        w[hole * WORDS + TAG] = 0;
        size--;
        if (((slot - first) & mask) > LONGEST_SEARCH) {
            placeAnew();
        }
    }

    /** How many orders rest here. */
    int size() {
        return size;
    }

    /** The place of the first order at or behind a place, or -1. */
    int next(int at) {
        for (int each = at; each < words.length; each += WORDS) {
            if (isOrder(each)) {
                return each;
            }
        }
        return -1;
    }

    /** The place behind a place. */
    static int behind(int at) {
        return at + WORDS;
    }

    /** Takes all orders out, at a cost that grows with their number. */
    void clear() {
        if (size < mask >>> 4 && mask >= SMALLEST) {
            makeWords(Math.max(SMALLEST, Integer.highestOneBit(4 * size + 1)), recent.step());
        } else {
            Arrays.fill(words, 0);
        }
        size = 0;
    }

    private void remember(long id, int at) {
        recent.add(id);
        displaced += (at / WORDS - home(id)) & mask;
        if (recent.added() == nextCheck) {
            check();
        }
    }

    /** Tries whether scattered orders can be placed evenly, or whether those placed evenly lie where they belong. */
    private void check() {
        if (step == SCATTERED) {
            tryShift++;
            rehash(mask + 1, recent.step());
        } else if (displaced > CHECKED * FARTHEST_MEAN) {
            placeAnew();
        } else {
            nextCheck += CHECKED;
            displaced = 0;
        }
    }

    /** Places the orders anew, since too many want the same places. */
    private void placeAnew() {
        long finer = recent.step();
        rehash(mask + 1, finer <= step / 2 ? finer : SCATTERED);
    }

    private void rehash(int slots, long idStep) {
        long[] old = words;
        makeWords(slots, idStep);
        while (!takeAll(old)) {
            makeWords(slots, SCATTERED);
        }
    }

    private void makeWords(int slots, long idStep) {
        words = new long[slots * WORDS];
        mask = slots - 1;
        shift = HashSeed.shift(slots);
        most = mostOf(slots);
        displaced = 0;
        boolean large = slots > LARGEST_OF_A_CACHE;
        long range = 1L << shift; // how many products belong to one place
        if (large && idStep != SCATTERED && idStep <= range) {
            step = idStep;
            multiplier = range / idStep * PLACES_A_STEP | 1;
            nextCheck = recent.added() + CHECKED;
        } else {
            step = SCATTERED;
            multiplier = HashSeed.odd();
            nextCheck = large ? recent.added() + ((long) slots << tryShift) : Long.MAX_VALUE;
        }
    }

    /** Takes the orders of another table in; false when that leaves them too far from where they belong. */
    private boolean takeAll(long[] old) {
        long distances = 0;
        for (int from = 0; from < old.length; from += WORDS) {
            if (old[from + TAG] != 0) {
                int home = home(old[from + ID]);
                int slot = emptySlot(home);
                int distance = (slot - home) & mask;
                if (distance >= LONGEST_SEARCH) {
                    return false;
                }
                distances += distance;
                move(old, from, words, slot * WORDS);
            }
        }
        return step == SCATTERED || distances <= size;
    }

    private static int mostOf(int slots) {
        return slots <= LARGEST_OF_A_CACHE ? slots / 4 : slots / 2;
    }

    private int emptySlot(int home) {
        int slot = home;
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

    private static int keyOf(int side) {
        return side << 1 | 1;
    }

    private int home(long id) {
        return (int) ((id * multiplier) >>> shift);
    }
}
