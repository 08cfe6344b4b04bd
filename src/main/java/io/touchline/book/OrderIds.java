package io.touchline.book;

import java.util.Arrays;

/**
 * The order ids of one book that are text: each has a handle, a number above all others, for as long as an order of that id rests.
 *
 * <p>A text is eight words: its UTF-8 bytes, the first in the lowest bits, filled up with zero bytes, which no id contains. One thread, the
 * book's. Allocates only to grow.
 */
public final class OrderIds {

    /** Handles start here, as unsigned numbers go; an order id that is a number from here on has to be taken as text. */
    public static final long FIRST_HANDLE = -1L << 32;

    /** What {@link #find} answers for a text that no resting order has; no order ever has it. */
    public static final long NO_HANDLE = -1L;

    private static final int WORDS = 8;

    private final long multiplier = HashSeed.odd();
    private long[] texts = new long[0];
    private int[] uses = new int[0];
    private int[] free = new int[0];
    private int freeCount;
    private int numbered;
    private int[] numberByText = new int[16];

    OrderIds() {}

    /** Whether an id, as an unsigned number, lies among the handles. */
    public static boolean isHandle(long orderId) {
        return orderId >>> 32 == FIRST_HANDLE >>> 32;
    }

    /** The handle of the text at {@code words[at]}, or {@link #NO_HANDLE}. */
    public long find(long[] words, int at) {
        int number = numberByText[slot(words, at)];
        return number == 0 ? NO_HANDLE : FIRST_HANDLE + number;
    }

    /** The handle of the text at {@code words[at]}, a new one when it has none; see {@link #forgetUnused}. */
    public long handle(long[] words, int at) {
        int slot = slot(words, at);
        if (numberByText[slot] == 0) {
            numberByText[slot] = create(words, at);
            return FIRST_HANDLE + rehashed(numberByText[slot]);
        }
        return FIRST_HANDLE + numberByText[slot];
    }

    /** Forgets a handle that no resting order has, as when its order was refused. */
    public void forgetUnused(long handle) {
        if (handle != NO_HANDLE && uses[index(handle)] == 0 && find(texts, index(handle) * WORDS) == handle) {
            forget(index(handle));
        }
    }

    /** Copies the text of a handle to {@code target[to]} and the seven words behind it. */
    public void copyText(long handle, long[] target, int to) {
        System.arraycopy(texts, index(handle) * WORDS, target, to, WORDS);
    }

    /** How many texts have a handle. */
    public int size() {
        return numbered - freeCount;
    }

    void retain(long handle) {
        uses[index(handle)]++;
    }

    void release(long handle) {
        if (--uses[index(handle)] == 0) {
            forget(index(handle));
        }
    }

    void clear() {
        if (numbered > 0) {
            Arrays.fill(numberByText, 0);
            Arrays.fill(uses, 0, numbered, 0);
            numbered = 0;
            freeCount = 0;
        }
    }

    /** Numbers start at 1, so that 0 is an empty place in the table. */
    private static int index(long handle) {
        return (int) (handle - FIRST_HANDLE) - 1;
    }

    private int create(long[] words, int at) {
        int index = freeCount > 0 ? free[--freeCount] : next();
        System.arraycopy(words, at, texts, index * WORDS, WORDS);
        return index + 1;
    }

    private int next() {
        if (numbered == uses.length) {
            int capacity = Math.max(16, 2 * numbered);
            texts = Arrays.copyOf(texts, capacity * WORDS);
            uses = Arrays.copyOf(uses, capacity);
            free = Arrays.copyOf(free, capacity);
        }
        return numbered++;
    }

    private void forget(int index) {
        remove(slot(texts, index * WORDS));
        free[freeCount++] = index;
    }

    private int slot(long[] words, int at) {
        int mask = numberByText.length - 1;
        int slot = home(words, at);
        while (numberByText[slot] != 0 && !isText(numberByText[slot] - 1, words, at)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean isText(int index, long[] words, int at) {
        return Arrays.equals(texts, index * WORDS, (index + 1) * WORDS, words, at, at + WORDS);
    }

    private int home(long[] words, int at) {
        long h = 0;
        for (int i = 0; i < WORDS; i++) {
            h = (h ^ (h >>> 29) ^ words[at + i]) * multiplier;
        }
        return HashSeed.slot(h, multiplier, HashSeed.shift(numberByText.length));
    }

    private void remove(int at) {
        int mask = numberByText.length - 1;
        int hole = at;
        for (int slot = (at + 1) & mask; numberByText[slot] != 0; slot = (slot + 1) & mask) {
            int home = home(texts, (numberByText[slot] - 1) * WORDS);
            if (((slot - home) & mask) >= ((slot - hole) & mask)) {
                numberByText[hole] = numberByText[slot];
                hole = slot;
            }
        }
        numberByText[hole] = 0;
    }

    /** Doubles the table when it is more than half full; answers the number that it was given. */
    private int rehashed(int number) {
        if (2 * size() > numberByText.length) {
            int[] old = numberByText;
            numberByText = new int[2 * old.length];
            for (int each : old) {
                if (each != 0) {
                    numberByText[slot(texts, (each - 1) * WORDS)] = each;
                }
            }
        }
        return number;
    }
}
