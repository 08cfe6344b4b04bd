package io.touchline.csv;

/** Whole numbers as decimal digits. Static, allocates nothing. */
final class Digits {

    private static final byte[] PAIRS = pairs();

    private Digits() {}

    /** Writes a number of 0 or more without leading zeros; answers where it ends. Takes up to 19 bytes. */
    static int write(long number, byte[] to, int at) {
        int end = at + count(number);
        int p = end;
        long rest = number;
        while (rest >= 100) {
            long hundreds = rest / 100;
            p -= 2;
            pair((int) (rest - hundreds * 100), to, p);
            rest = hundreds;
        }
        if (rest >= 10) {
            pair((int) rest, to, at);
        } else {
            to[at] = (byte) ('0' + rest);
        }
        return end;
    }

    /** Writes {@code digits} digits, an even count, with leading zeros; answers where they end. */
    static int writePadded(int number, int digits, byte[] to, int at) {
        int rest = number;
        for (int p = at + digits - 2; p >= at; p -= 2) {
            pair(rest % 100, to, p);
            rest /= 100;
        }
        return at + digits;
    }

    private static void pair(int number, byte[] to, int at) {
        to[at] = PAIRS[2 * number];
        to[at + 1] = PAIRS[2 * number + 1];
    }

    private static int count(long number) {
        int digits = 1;
        for (long limit = 10; digits < 19 && number >= limit; limit *= 10) {
            digits++;
        }
        return digits;
    }

    private static byte[] pairs() {
        byte[] pairs = new byte[200];
        for (int i = 0; i < 100; i++) {
            pairs[2 * i] = (byte) ('0' + i / 10);
            pairs[2 * i + 1] = (byte) ('0' + i % 10);
        }
        return pairs;
    }
}
