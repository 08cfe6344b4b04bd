package io.touchline.csv;

/** Whole numbers as decimal digits. Static, allocates nothing. */
final class Digits {

    private static final int EIGHT_DIGITS = 100_000_000;
    private static final long ASCII = 0x3030303030303030L;

    private static final char[] PAIRS = pairs();
    private static final long[] POWERS = powers();

    private Digits() {}

    /** Writes a number of 0 or more without leading zeros; answers where it ends. Takes up to 19 bytes. */
    static int write(long number, byte[] to, int at) {
        if (number < EIGHT_DIGITS) {
            return writeShort((int) number, to, at);
        }
        int end = at + count(number);
        int p = end;
        long rest = number;
        while (rest > Integer.MAX_VALUE) {
            long hundreds = rest / 100;
            p -= 2;
            writeTwo((int) (rest - hundreds * 100), to, p);
            rest = hundreds;
        }
        writeInt((int) rest, to, at, p);
        return end;
    }

    /** All eight digits at once, and as many of them as it has: no branch that a processor could guess wrong. Eight bytes are written. */
    private static int writeShort(int number, byte[] to, int at) {
        long digits = eight(number);
        int zeros = Long.numberOfTrailingZeros(digits | 1L << 56) >>> 3;
        Bytes.put(to, at, (digits | ASCII) >>> (8 * zeros));
        return at + 8 - zeros;
    }

    /**
     * Writes a number below 10<sup>9</sup> as the nine digits behind a point, all of them.
     *
     * @return how many of them there are up to the last that is not 0
     */
    static int writeNine(int number, byte[] to, int at) {
        int front = number / 10;
        int last = number - 10 * front;
        long digits = eight(front);
        Bytes.put(to, at, digits | ASCII);
        to[at + 8] = (byte) ('0' + last);
        return last == 0 ? 8 - (Long.numberOfLeadingZeros(digits) >>> 3) : 9;
    }

    /** The digits of a number below 10<sup>8</sup>, one a byte, the first in the lowest; not yet characters. */
    private static long eight(int number) {
        int front = number / 10_000;
        long fours = front | (long) (number - front * 10_000) << 32;
        long hundreds = ((fours * 10_486) >>> 20) & 0x7F0000007FL; // 10,486 / 2^20 is about 1 / 100
        long twos = hundreds | (fours - hundreds * 100) << 16;
        long tens = ((twos * 103) >>> 10) & 0x000F000F000F000FL; // 103 / 2^10 is about 1 / 10
        return tens | (twos - tens * 10) << 8;
    }

    private static void writeInt(int number, byte[] to, int at, int end) {
        int p = end;
        int rest = number;
        while (rest >= 100) {
            int hundreds = rest / 100;
            p -= 2;
            writeTwo(rest - hundreds * 100, to, p);
            rest = hundreds;
        }
        if (rest >= 10) {
            writeTwo(rest, to, at);
        } else {
            to[at] = (byte) ('0' + rest);
        }
    }

    /** Writes a number below 100 as two digits; answers where they end. */
    static int writeTwo(int number, byte[] to, int at) {
        Bytes.put(to, at, (short) two(number));
        return at + 2;
    }

    /** The two digits of a number below 100, as characters in the lowest bytes. */
    static long two(int number) {
        return PAIRS[number];
    }

    /** The four digits of a number below 10,000, as characters in the lowest bytes. */
    static long four(int number) {
        int hundreds = number / 100;
        return two(hundreds) | two(number - hundreds * 100) << 16;
    }

    /** Writes a number below 10,000 as four digits; answers where they end. */
    static int writeFour(int number, byte[] to, int at) {
        Bytes.put(to, at, (int) four(number));
        return at + 4;
    }

    private static int count(long number) {
        int digits = ((64 - Long.numberOfLeadingZeros(number | 1)) * 1233) >>> 12; // 1233 / 4096 is about log10(2)
        return number < POWERS[digits] ? Math.max(digits, 1) : digits + 1;
    }

    private static char[] pairs() {
        char[] pairs = new char[100];
        for (int i = 0; i < 100; i++) {
            pairs[i] = (char) (('0' + i / 10) | (('0' + i % 10) << 8));
        }
        return pairs;
    }

    private static long[] powers() {
        long[] powers = new long[19];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }
}
