package io.touchline.csv;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * Prices and quantities as text and as fixed point numbers. Static; what reads and writes bytes allocates nothing.
 *
 * <p>A price counts 10<sup>-9</sup>, a quantity 10<sup>-8</sup>: their {@code scale} is 9 and 8.
 */
public final class Decimals {

    public static final int PRICE_SCALE = 9;
    public static final int QUANTITY_SCALE = 8;

    /** What {@link #parse} answers when the text is no decimal. */
    static final long NOT_A_DECIMAL = Long.MIN_VALUE;
    /** What {@link #parse} answers when the decimal does not fit a fixed point number. */
    static final long OUT_OF_RANGE = Long.MIN_VALUE + 1;

    private static final int MAX_EXPONENT = 1_000_000;
    /** Units of a price in 1. */
    static final long ONE_PRICE = 1_000_000_000L;
    /** Units of a quantity in 1. */
    static final long ONE_QUANTITY = 100_000_000L;

    private Decimals() {}

    /**
     * Reads a decimal, with or without sign, point and exponent, rounded half-even to {@code scale} digits behind the point.
     *
     * @return the count of units of 10<sup>-scale</sup>, or {@link #NOT_A_DECIMAL}, or {@link #OUT_OF_RANGE}
     */
    static long parse(byte[] b, int from, int to, int scale) {
        boolean negative = from < to && b[from] == '-';
        int start = negative || (from < to && b[from] == '+') ? from + 1 : from;
        int end = endOfMantissa(b, start, to);
        int exponent = end == to ? 0 : exponent(b, end + 1, to);
        int point = indexOf(b, start, end, '.');
        if (exponent > MAX_EXPONENT || !areDigits(b, start, point, end)) {
            return NOT_A_DECIMAL;
        }
        long value = scaled(b, start, point, end, point - start + exponent + scale);
        return negative && value >= 0 ? -value : value;
    }

    /** Cuts the digits {@code start..end}, which may hold a point at {@code point}, behind the first {@code keep} of them. */
    private static long scaled(byte[] b, int start, int point, int end, int keep) {
        int digits = end - start - (point < end ? 1 : 0);
        long value = 0;
        for (int k = 0; k < keep && (k < digits || value != 0); k++) {
            int digit = k < digits ? digit(b, start, point, k) : 0;
            if (value > (Long.MAX_VALUE - digit) / 10) {
                return OUT_OF_RANGE;
            }
            value = value * 10 + digit;
        }
        if (keep < 0 || keep >= digits || !roundsUp(b, start, point, keep, digits, (value & 1) != 0)) {
            return value;
        }
        return value == Long.MAX_VALUE ? OUT_OF_RANGE : value + 1;
    }

    private static boolean roundsUp(byte[] b, int start, int point, int keep, int digits, boolean odd) {
        int first = digit(b, start, point, keep);
        if (first != 5) {
            return first > 5;
        }
        for (int k = keep + 1; k < digits; k++) {
            if (digit(b, start, point, k) != 0) {
                return true;
            }
        }
        return odd;
    }

    private static int digit(byte[] b, int start, int point, int k) {
        int at = start + k;
        return b[at < point ? at : at + 1] - '0';
    }

    private static boolean areDigits(byte[] b, int start, int point, int end) {
        int digits = 0;
        for (int i = start; i < end; i++) {
            if (b[i] >= '0' && b[i] <= '9') {
                digits++;
            } else if (i != point) {
                return false;
            }
        }
        return digits > 0;
    }

    private static int endOfMantissa(byte[] b, int from, int to) {
        int e = indexOf(b, from, to, 'e');
        return e < to ? e : indexOf(b, from, to, 'E');
    }

    /** The exponent, at most {@link #MAX_EXPONENT} either way; more than that when it is no whole number. */
    private static int exponent(byte[] b, int from, int to) {
        boolean negative = from < to && b[from] == '-';
        int start = negative || (from < to && b[from] == '+') ? from + 1 : from;
        int value = 0;
        for (int i = start; i < to; i++) {
            if (b[i] < '0' || b[i] > '9') {
                return MAX_EXPONENT + 1;
            }
            value = Math.min(value * 10 + b[i] - '0', MAX_EXPONENT);
        }
        if (start >= to) {
            return MAX_EXPONENT + 1;
        }
        return negative ? -value : value;
    }

    private static int indexOf(byte[] b, int from, int to, char c) {
        int i = from;
        while (i < to && b[i] != c) {
            i++;
        }
        return i;
    }

    /** Writes the shortest decimal with at least one digit behind the point; answers where it ends. Takes up to 22 bytes. */
    static int writePrice(long price, byte[] to, int at) {
        long whole = price / ONE_PRICE;
        int fraction = (int) Math.abs(price - whole * ONE_PRICE);
        int p = writeWhole(price < 0, Math.abs(whole), to, at);
        to[p] = '.';
        return p + 1 + Math.max(1, Digits.writeNine(fraction, to, p + 1));
    }

    /** Writes the shortest decimal, whole numbers without a point; answers where it ends. Takes up to 22 bytes. */
    static int writeQuantity(long quantity, byte[] to, int at) {
        long whole = quantity / ONE_QUANTITY;
        if (whole * ONE_QUANTITY == quantity && quantity >= 0) {
            return Digits.write(whole, to, at);
        }
        int fraction = (int) Math.abs(quantity - whole * ONE_QUANTITY);
        int p = writeWhole(quantity < 0, Math.abs(whole), to, at);
        if (fraction == 0) {
            return p;
        }
        to[p] = '.';
        return p + 1 + Digits.writeNine(fraction * 10, to, p + 1);
    }

    private static int writeWhole(boolean negative, long whole, byte[] to, int at) {
        if (!negative) {
            return Digits.write(whole, to, at);
        }
        to[at] = '-';
        return Digits.write(whole, to, at + 1);
    }

    /** A price's text, as level 1 has it. */
    public static String priceText(long price) {
        byte[] text = new byte[24];
        return new String(text, 0, writePrice(price, text, 0), StandardCharsets.US_ASCII);
    }

    /** A quantity's text, as level 1 has it. */
    public static String quantityText(long quantity) {
        byte[] text = new byte[24];
        return new String(text, 0, writeQuantity(quantity, text, 0), StandardCharsets.US_ASCII);
    }

    /** A price as a decimal that is written as level 1 has it. */
    public static BigDecimal exactPrice(long price) {
        return new BigDecimal(priceText(price));
    }

    /** A quantity as a decimal that is written as level 1 has it. */
    public static BigDecimal exactQuantity(long quantity) {
        return new BigDecimal(quantityText(quantity));
    }
}
