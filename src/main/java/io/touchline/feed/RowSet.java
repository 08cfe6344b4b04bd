package io.touchline.feed;

/**
 * The rows of the large packets that a {@link ReorderWindow} holds, to be found by their content: a hash table with open addressing.
 *
 * <p>Rows that are equal stand in it as often as they were added. One thread; allocates only to grow.
 */
final class RowSet {

    private final ReorderWindow window;
    private int[] slots = new int[64];
    private int size;

    RowSet(ReorderWindow window) {
        this.window = window;
    }

    void add(int slot) {
        if (2 * ++size > slots.length) {
            grow();
        }
        int place = home(slot);
        while (slots[place] != 0) {
            place = (place + 1) & (slots.length - 1);
        }
        slots[place] = slot + 1;
    }

    boolean contains(Message message) {
        int place = home(message.words(), message.at());
        while (slots[place] != 0) {
            if (window.isSame(slots[place] - 1, message)) {
                return true;
            }
            place = (place + 1) & (slots.length - 1);
        }
        return false;
    }

    /** Takes out a slot that was added. */
    void remove(int slot) {
        int mask = slots.length - 1;
        int hole = home(slot);
        while (slots[hole] != slot + 1) {
            hole = (hole + 1) & mask;
        }
        for (int place = (hole + 1) & mask; slots[place] != 0; place = (place + 1) & mask) {
            if (((place - home(slots[place] - 1)) & mask) >= ((place - hole) & mask)) {
                slots[hole] = slots[place];
                hole = place;
            }
        }
        slots[hole] = 0;
        size--;
    }

    private int home(int slot) {
        return home(window.block(slot), window.at(slot));
    }

    private int home(long[] words, int at) {
        return (int) Message.hash(words, at) & (slots.length - 1);
    }

    private void grow() {
        int[] old = slots;
        slots = new int[2 * old.length];
        size = 1;
        for (int slot : old) {
            if (slot != 0) {
                add(slot - 1);
            }
        }
    }
}
