package io.touchline.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes of text at a time: the first byte of the text is the lowest of the word. Static, allocates nothing.
 *
 * <p>Masks have the highest bit of each byte that fits the question, and no other; {@link #first} turns one into an index.
 */
final class Bytes {

    static final long ONES = 0x0101010101010101L;
    static final long HIGHS = 0x8080808080808080L;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int[] POWERS_OF_TEN = powersOfTen();

    private Bytes() {}

    static long longAt(byte[] b, int at) {
        return (long) LONGS.get(b, at);
    }

    static int intAt(byte[] b, int at) {
        return (int) INTS.get(b, at);
    }

    static void put(byte[] b, int at, long word) {
        LONGS.set(b, at, word);
    }

    static void put(byte[] b, int at, int word) {
        INTS.set(b, at, word);
    }

    static void put(byte[] b, int at, short word) {
        SHORTS.set(b, at, word);
    }

    /** Copies bytes; answers where they end. */
    static int put(byte[] b, int at, byte[] text) {
        System.arraycopy(text, 0, b, at, text.length);
        return at + text.length;
    }

    /** The word that holds up to eight ASCII characters, the rest zero. */
    static long word(String text) {
        long word = 0;
        for (int i = 0; i < text.length(); i++) {
            word |= (long) text.charAt(i) << (8 * i);
        }
        return word;
    }

    /** The lowest {@code n} bytes of a word, 0 to 8. */
    static long low(long word, int n) {
        return n == 0 ? 0 : word & (-1L >>> (64 - 8 * n));
    }

    /** Marks the bytes that are no decimal digit. */
    static long nonDigits(long word) {
        long digits = word ^ 0x3030303030303030L;
        return ((digits + 0x7676767676767676L) | digits) & HIGHS;
    }

    /** Marks the bytes that equal {@code pattern}'s, which repeats one byte; bytes above the first marked one may be marked wrongly. */
    static long equal(long word, long pattern) {
        long x = word ^ pattern;
        return (x - ONES) & ~x & HIGHS;
    }

    /** The index of the first marked byte; 8 when none is. */
    static int first(long mask) {
        return Long.numberOfTrailingZeros(mask) >>> 3;
    }

    /** The number that the first {@code n} bytes of a word spell, all of them digits; {@code n} is 1 to 8. */
    static long number(long word, int n) {
        return eightDigits(word << (64 - 8 * n));
    }

    /** The number that the eight bytes of a word spell: digits, or zero bytes in front of them. */
    static long eightDigits(long word) {
        long w = word & 0x0F0F0F0F0F0F0F0FL;
        w = (w * 10 + (w >>> 8)) & 0x00FF00FF00FF00FFL;
        w = (w * 100 + (w >>> 16)) & 0x0000FFFF0000FFFFL;
        return (w * 10000 + (w >>> 32)) & 0xFFFFFFFFL;
    }

    /** The number that the first two bytes of a word spell, both of them digits. */
    static long twoDigits(long word) {
        return (word & 0xF) * 10 + ((word >>> 8) & 0xF);
    }

    /** The number that the first three bytes of a word spell, all of them digits. */
    static long threeDigits(long word) {
        return twoDigits(word) * 10 + ((word >>> 16) & 0xF);
    }

    /** 10<sup>n</sup>, for {@code n} of 0 to 9. */
    static int powerOfTen(int n) {
        return POWERS_OF_TEN[n];
    }

    private static int[] powersOfTen() {
        int[] powers = new int[10];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }
}
