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
 * <p>A level lives while its quantity is above zero. Within this class prices are keys: the price itself for bids, its negative for asks, so
 * that the best is always the greatest. Allocates only to grow, and per level that moves to the tree.
 */
final class PriceLevels {

    /** The number of no level: a market order's, and that of an order of quantity zero. */
    static final int NO_LEVEL = -1;

    private static final int MOST_NEAR = 1024;
    private static final int REFILL = MOST_NEAR / 2;

    private final long sign;
    private final long multiplier = HashSeed.odd();

    private long[] keys = new long[16];
    private long[] quantities = new long[16];
    private int numbered;
    private int[] free = new int[16];
    private int freeCount;

    private int[] numberByKey = new int[32];
    private int size;

    private long[] nearKeys = new long[16];
    private int[] nearLevels = new int[16];
    private int near;
    private final TreeMap<Long, Integer> far = new TreeMap<>();

    PriceLevels(Side side) {
        sign = side == Side.BUY ? 1 : -1;
    }

    /** {@link OrderBook#NO_PRICE} when this side is empty. */
    long bestPrice() {
        return near == 0 ? OrderBook.NO_PRICE : sign * nearKeys[near - 1];
    }

    /** Unit 10<sup>-8</sup>; 0 when this side is empty. */
    long bestQuantity() {
        return near == 0 ? 0 : quantities[nearLevels[near - 1]];
    }

    int size() {
        return size;
    }

    /** The level at this price; {@link #NO_LEVEL} when there is none. */
    int find(long price) {
        return numberByKey[slot(sign * price)] - 1;
    }

    boolean isAt(int level, long price) {
        return keys[level] == sign * price;
    }

    /** The quantity of a level, unit 10<sup>-8</sup>; 0 for {@link #NO_LEVEL}. */
    long quantity(int level) {
        return level == NO_LEVEL ? 0 : quantities[level];
    }

    /** Adds a quantity above zero at a price whose level is given, or is {@link #NO_LEVEL}; answers the level. */
    int add(int level, long price, long quantity) {
        int grown = level == NO_LEVEL ? create(sign * price) : level;
        quantities[grown] += quantity;
        return grown;
    }

    /** Takes a quantity off a level, and the level off this side when nothing of it remains. */
    void subtract(int level, long quantity) {
        if ((quantities[level] -= quantity) == 0) {
            drop(level);
        }
    }

    /** Changes a level's quantity to another above zero. */
    void change(int level, long difference) {
        quantities[level] += difference;
    }

    void clear() {
        Arrays.fill(numberByKey, 0);
        numbered = 0;
        freeCount = 0;
        size = 0;
        near = 0;
        far.clear();
    }

    long price(int level) {
        return sign * keys[level];
    }

    /** Shows the levels to a visitor, the best first, {@code most} of them at most. */
    void forEach(int most, LevelVisitor visitor) {
        for (int i = near - 1; i >= Math.max(0, near - most); i--) {
            visitor.level(sign * nearKeys[i], quantities[nearLevels[i]], 1);
        }
    }

    private int create(long key) {
        int level = freeCount > 0 ? free[--freeCount] : nextNumber();
        keys[level] = key;
        quantities[level] = 0;
        numberByKey[slot(key)] = level + 1;
        if (2 * ++size > numberByKey.length) {
            rehash();
        }
        if (near == MOST_NEAR) {
            moveToFar();
        }
        if (!far.isEmpty() && key < nearKeys[0]) {
            far.put(key, level);
        } else {
            insertNear(key, level);
        }
        return level;
    }

    private int nextNumber() {
        if (numbered == keys.length) {
            keys = Arrays.copyOf(keys, 2 * numbered);
            quantities = Arrays.copyOf(quantities, 2 * numbered);
        }
        return numbered++;
    }

    private void drop(int level) {
        long key = keys[level];
        removeNumber(slot(key));
        size--;
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, 2 * freeCount);
        }
        free[freeCount++] = level;
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
        } else if (near == 0) {
            refillNear();
        }
    }

    /** The first place in the sorted array whose key is not below the given one, sought from the best. */
    private int position(long key) {
        int high = near;
        int low = Math.max(0, high - 8);
        while (high > low && nearKeys[high - 1] >= key) {
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
            Map.Entry<Long, Integer> best = far.pollLastEntry();
            nearKeys[i] = best.getKey();
            nearLevels[i] = best.getValue();
        }
    }

    /** Where in the hash table the key's level is, or would be. */
    private int slot(long key) {
        int[] table = numberByKey;
        int mask = table.length - 1;
        int slot = HashSeed.mix(key, multiplier) & mask;
        while (table[slot] != 0 && keys[table[slot] - 1] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void removeNumber(int at) {
        int[] table = numberByKey;
        int mask = table.length - 1;
        int hole = at;
        for (int slot = (at + 1) & mask; table[slot] != 0; slot = (slot + 1) & mask) {
            int home = HashSeed.mix(keys[table[slot] - 1], multiplier) & mask;
            if (((slot - home) & mask) >= ((slot - hole) & mask)) {
                table[hole] = table[slot];
                hole = slot;
            }
        }
        table[hole] = 0;
    }

    private void rehash() {
        int[] old = numberByKey;
        numberByKey = new int[2 * old.length];
        for (int number : old) {
            if (number != 0) {
                numberByKey[slot(keys[number - 1])] = number;
            }
        }
    }
}
