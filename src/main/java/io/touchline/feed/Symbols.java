package io.touchline.feed;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The symbols of a feed, numbered from 0 in the order in which they first appear.
 *
 * <p>One thread looks symbols up, and may make new ones; any other thread may ask for the name of a number that it was handed. Allocates
 * only for a new symbol.
 */
public final class Symbols {

    /** The longest symbol, bytes of UTF-8. */
    public static final int MAX_BYTES = 64;

    private byte[][] names = new byte[16][];
    private String[] texts = new String[16];
    private int[] numberByName = new int[32];
    private int size;
    private int last = -1;

    /** The number of the symbol whose UTF-8 bytes are given, a new one when it is new. */
    public int number(byte[] b, int from, int to) {
        if (last >= 0 && isName(last, b, from, to)) {
            return last;
        }
        int slot = slot(b, from, to);
        if (numberByName[slot] == 0) {
            create(slot, Arrays.copyOfRange(b, from, to));
            return last;
        }
        last = numberByName[slot] - 1;
        return last;
    }

    /** The number of the symbol whose UTF-8 bytes are given; -1 when there is none. */
    public int find(byte[] b, int from, int to) {
        if (last < 0 || !isName(last, b, from, to)) {
            int number = numberByName[slot(b, from, to)] - 1;
            last = number < 0 ? last : number;
            return number;
        }
        return last;
    }

    /** How many symbols there are. */
    public int size() {
        return size;
    }

    /** A symbol's name. */
    public String name(int number) {
        return texts[number];
    }

    private void create(int slot, byte[] name) {
        if (size == names.length) {
            names = Arrays.copyOf(names, 2 * size);
            texts = Arrays.copyOf(texts, 2 * size);
        }
        names[size] = name;
        texts[size] = new String(name, StandardCharsets.UTF_8);
        last = size++;
        numberByName[slot] = size;
        if (2 * size > numberByName.length) {
            rehash();
        }
    }

    private void rehash() {
        numberByName = new int[2 * numberByName.length];
        for (int i = 0; i < size; i++) {
            numberByName[slot(names[i], 0, names[i].length)] = i + 1;
        }
    }

    private int slot(byte[] b, int from, int to) {
        int mask = numberByName.length - 1;
        int slot = hash(b, from, to) & mask;
        while (numberByName[slot] != 0 && !isName(numberByName[slot] - 1, b, from, to)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean isName(int number, byte[] b, int from, int to) {
        byte[] name = names[number];
        return Arrays.equals(name, 0, name.length, b, from, to);
    }

    private static int hash(byte[] b, int from, int to) {
        int h = 0;
        for (int i = from; i < to; i++) {
            h = h * 31 + b[i];
        }
        h *= 0x9E3779B9;
        return h ^ (h >>> 15);
    }
}
