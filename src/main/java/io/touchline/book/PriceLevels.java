package io.touchline.book;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * The price levels of one side of a book, the best at hand.
 *
 * <p>A level has a number for as long as it lives, so that an order finds its own without a search; a hash table finds the number by price. The
 * order of the levels stands in a sorted array with the best last: levels come and go near the best, where little has to move. Only the
 * {@value #MOST_NEAR} best levels stand there; the ones behind them wait in a tree, so that a side of a million levels costs a logarithm
 * and not a shift of half the array.
 *
 * <p>A level lives while its quantity is above zero. What is known of it stands side by side in one array, in a cache line; the number
 * {@link #NO_LEVEL} has a place there too, with the price and the quantity of an empty side, so that reading the best asks no question. The
 * sorted array holds keys: the price itself for bids, its negative for asks, so that the best is always the greatest. Allocates only to grow,
 * and per level that moves to the tree.
 *
 * <pre>
 * word 0   price, unit 10^-9       word 2   orders
 *      1   quantity, unit 10^-8         3   unused
 * </pre>
 */
final class PriceLevels {

    /** The number of no level: a market order's, that of an order of quantity zero, and the best of an empty side. */
    static final int NO_LEVEL = 0;

    private static final int PRICE = 0;
    private static final int QUANTITY = 1;
    private static final int ORDERS = 2;
    private static final int WORDS_SHIFT = 2;

    private static final int MOST_NEAR = 1024;
    private static final int REFILL = MOST_NEAR / 2;

    private final long sign;
    private final long multiplier = HashSeed.odd();

    private long[] levels = new long[16 << WORDS_SHIFT];
    private int best;
    private int numbered = 1;
    private int[] free = new int[16];
    private int freeCount;

    private int[] levelByPrice = new int[32];
    private int shift = HashSeed.shift(32);
    private int size;

    private long[] nearKeys = new long[16];
    private int[] nearLevels = new int[16];
    private int near;
    private final TreeMap<Long, Integer> far = new TreeMap<>();

    PriceLevels(Side side) {
        sign = side == Side.BUY ? 1 : -1;
        levels[PRICE] = OrderBook.NO_PRICE;
    }

    /** {@link OrderBook#NO_PRICE} when this side is empty. */
    long bestPrice() {
        return levels[best << WORDS_SHIFT]; // its price is its first word
    }

    /** Unit 10<sup>-8</sup>; 0 when this side is empty. */
    long bestQuantity() {
        return levels[(best << WORDS_SHIFT) + QUANTITY];
    }

    int size() {
        return size;
    }

    /** The level at this price; {@link #NO_LEVEL} when there is none. */
    int find(long price) {
        return levelByPrice[slot(price)];
    }

    boolean isAt(int level, long price) {
        return levels[level << WORDS_SHIFT] == price;
    }

    long price(int level) {
        return levels[level << WORDS_SHIFT];
    }

    /** The quantity of a level, unit 10<sup>-8</sup>; 0 for {@link #NO_LEVEL}. */
    long quantity(int level) {
        return levels[(level << WORDS_SHIFT) + QUANTITY];
    }

    /** Adds an order of a quantity above zero at a price whose level is given, or is {@link #NO_LEVEL}; answers the level. */
    int add(int level, long price, long quantity) {
        int grown = level == NO_LEVEL ? create(price) : level;
        int at = grown << WORDS_SHIFT;
        levels[at + QUANTITY] += quantity;
        levels[at + ORDERS]++;
        return grown;
    }

    /** Takes an order and its quantity off a level, and the level off this side when nothing of it remains. */
    void subtract(int level, long quantity) {
        int at = level << WORDS_SHIFT;
        levels[at + ORDERS]--;
        if ((levels[at + QUANTITY] -= quantity) == 0) {
            drop(level);
        }
    }

    /** Changes a level's quantity to another above zero. */
    void change(int level, long difference) {
        levels[(level << WORDS_SHIFT) + QUANTITY] += difference;
    }

    void clear() {
        Arrays.fill(levelByPrice, 0);
        numbered = 1;
        freeCount = 0;
        size = 0;
        near = 0;
        best = NO_LEVEL;
        far.clear();
    }

    /** Shows the levels to a visitor, the best first, {@code most} of them at most. */
    void forEach(int most, LevelVisitor visitor) {
        int left = Math.min(most, near);
        for (int i = near - 1; i >= near - left; i--) {
            show(nearLevels[i], visitor);
        }
        if (left < most) {
            far.descendingMap().values().stream().limit(most - left).forEach(level -> show(level, visitor));
        }
    }

    private void show(int level, LevelVisitor visitor) {
        int at = level << WORDS_SHIFT;
        visitor.level(levels[at + PRICE], levels[at + QUANTITY], (int) levels[at + ORDERS]);
    }

    private int create(long price) {
        int level = freeCount > 0 ? free[--freeCount] : nextNumber();
        int at = level << WORDS_SHIFT;
        levels[at + PRICE] = price;
        levels[at + QUANTITY] = 0;
        levels[at + ORDERS] = 0;
        levelByPrice[slot(price)] = level;
        if (4 * ++size > levelByPrice.length) {
            rehash();
        }
        if (near == MOST_NEAR) {
            moveToFar();
        }
        long key = sign * price;
        if (!far.isEmpty() && key < nearKeys[0]) {
            far.put(key, level);
        } else {
            insertNear(key, level);
        }
        return level;
    }

    private int nextNumber() {
        if (numbered << WORDS_SHIFT == levels.length) {
            levels = Arrays.copyOf(levels, 2 * levels.length);
        }
        return numbered++;
    }

    private void drop(int level) {
        long price = levels[level << WORDS_SHIFT];
        removeNumber(slot(price));
        size--;
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, 2 * freeCount);
        }
        free[freeCount++] = level;
        long key = sign * price;
        if (key >= nearKeys[0]) {
            removeNear(key);
        } else {
            far.remove(key);
        }
    }

    private void insertNear(long key, int level) {
        if (near == nearKeys.length) {
            nearKeys = Arrays.copyOf(nearKeys, 2 * near);
            nearLevels = Arrays.copyOf(nearLevels, 2 * near);
        }
        int at = position(key);
        int behind = near - at;
        if (behind > 0) {
            System.arraycopy(nearKeys, at, nearKeys, at + 1, behind);
            System.arraycopy(nearLevels, at, nearLevels, at + 1, behind);
        } else {
            best = level;
        }
        nearKeys[at] = key;
        nearLevels[at] = level;
        near++;
    }

    private void removeNear(long key) {
        int at = position(key);
        int behind = --near - at;
        if (behind > 0) {
            System.arraycopy(nearKeys, at + 1, nearKeys, at, behind);
            System.arraycopy(nearLevels, at + 1, nearLevels, at, behind);
        } else {
            if (near == 0) {
                refillNear();
            }
            best = near == 0 ? NO_LEVEL : nearLevels[near - 1];
        }
    }

    /** The first place in the sorted array whose key is not below the given one, sought from the best. */
    private int position(long key) {
        long[] keys = nearKeys;
        int high = near;
        int low = Math.max(0, high - 8);
        while (high > low && keys[high - 1] >= key) {
            high--;
        }
        return high > low || low == 0 ? high : search(key, low);
    }

    private int search(long key, int to) {
        int at = Arrays.binarySearch(nearKeys, 0, to, key);
        return at < 0 ? -at - 1 : at;
    }

    /** Moves the worse half of the sorted array to the tree. */
    private void moveToFar() {
        int moved = near - REFILL;
        for (int i = 0; i < moved; i++) {
            far.put(nearKeys[i], nearLevels[i]);
        }
        System.arraycopy(nearKeys, moved, nearKeys, 0, REFILL);
        System.arraycopy(nearLevels, moved, nearLevels, 0, REFILL);
        near = REFILL;
    }

    /** Moves the best levels of the tree to the sorted array, which is empty. */
    private void refillNear() {
        near = Math.min(REFILL, far.size());
        for (int i = near - 1; i >= 0; i--) {
            Map.Entry<Long, Integer> nearest = far.pollLastEntry();
            nearKeys[i] = nearest.getKey();
            nearLevels[i] = nearest.getValue();
        }
    }

    /** Where in the hash table the price's level is, or would be. */
    private int slot(long price) {
        int[] table = levelByPrice;
        int slot = home(price);
        int level;
        while ((level = table[slot]) != NO_LEVEL && levels[level << WORDS_SHIFT] != price) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    private int home(long price) {
        return HashSeed.slot(price, multiplier, shift);
    }

    private void removeNumber(int at) {
        int[] table = levelByPrice;
        int mask = table.length - 1;
        int hole = at;
        for (int slot = (at + 1) & mask; table[slot] != NO_LEVEL; slot = (slot + 1) & mask) {
            int home = home(levels[table[slot] << WORDS_SHIFT]);
            if (((slot - home) & mask) >= ((slot - hole) & mask)) {
                table[hole] = table[slot];
                hole = slot;
            }
        }
        table[hole] = NO_LEVEL;
    }

    private void rehash() {
        int[] old = levelByPrice;
        levelByPrice = new int[2 * old.length];
        shift--;
        for (int level : old) {
            if (level != NO_LEVEL) {
                levelByPrice[slot(levels[level << WORDS_SHIFT])] = level;
            }
        }
    }
}
