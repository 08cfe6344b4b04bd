package io.touchline.feed;

import java.util.Arrays;

/**
 * The rows of the large packets that a {@link ReorderWindow} holds, to be found by their content: a hash table with open addressing.
 *
 * <p>Rows that are equal stand in it as often as they were added. Beside a row stands its hash, so that rows are read only where hashes are equal.
 * One thread; allocates only to grow.
 */
final class RowSet {

    private final ReorderWindow window;
    private int[] slots = new int[64];
    private int[] hashes = new int[64];
    private int size;

    RowSet(ReorderWindow window) {
        this.window = window;
    }

    void add(int slot) {
        if (2 * ++size > slots.length) {
            grow();
        }
        put(slot + 1, hash(slot));
    }

    private void put(int entry, int hash) {
        int place = hash & mask();
        while (slots[place] != 0) {
            place = (place + 1) & mask();
        }
        slots[place] = entry;
        hashes[place] = hash;
    }

    boolean contains(Message message) {
        int hash = (int) Message.hash(message.words(), message.at());
        for (int place = hash & mask(); slots[place] != 0; place = (place + 1) & mask()) {
            if (hashes[place] == hash && window.isSame(slots[place] - 1, message)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a number of rows is all that it holds, and enough to take out all at once. */
    boolean isAll(int rows) {
        return rows == size && 16 * size > slots.length;
    }

    /** Takes out all slots. */
    void clear() {
        Arrays.fill(slots, 0);
        size = 0;
    }

    /** Takes out a slot that was added. */
    void remove(int slot) {
        int hole = hash(slot) & mask();
        while (slots[hole] != slot + 1) {
            hole = (hole + 1) & mask();
        }
        for (int place = (hole + 1) & mask(); slots[place] != 0; place = (place + 1) & mask()) {
            if (((place - hashes[place]) & mask()) >= ((place - hole) & mask())) {
                slots[hole] = slots[place];
                hashes[hole] = hashes[place];
                hole = place;
            }
        }
        slots[hole] = 0;
        size--;
    }

    private int hash(int slot) {
        return (int) Message.hash(window.block(slot), window.at(slot));
    }

    private int mask() {
        return slots.length - 1;
    }

    private void grow() {
        int[] oldSlots = slots;
        int[] oldHashes = hashes;
        slots = new int[2 * oldSlots.length];
        hashes = new int[slots.length];
        for (int i = 0; i < oldSlots.length; i++) {
            if (oldSlots[i] != 0) {
                put(oldSlots[i], oldHashes[i]);
            }
        }
    }
}
