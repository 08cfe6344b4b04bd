package io.touchline.csv;

import io.touchline.feed.Message;
import io.touchline.feed.Symbols;

/**
 * Reads single cells on the short way, see {@link RowScanner}, and keeps what they say until the row is at its end.
 *
 * <p>A method that reads a cell answers the place of the delimiter behind it, or {@link #NOT_TAKEN}: a place where a zero
 * byte stands, so that whatever is read there is not taken either, and nobody has to ask in between. The usual lengths (six digits of a second,
 * numbers of nineteen) have branches of their own, so that the processor goes on to the next cell before this one is computed.
 */
abstract class CellScanner {

    /** The answer for a row, or a cell, that has to go the long way. */
    static final int NOT_TAKEN = 0;

    private static final int TRUE = (int) Bytes.word("true");
    private static final int UTC = (int) Bytes.word(" UTC");
    private static final int[] BUY_OR_SELL = {(int) Bytes.word("BUY"), (int) Bytes.word("SELL")};
    private static final int[] THREE_OR_FOUR_BYTES = {0xFFFFFF, -1};
    private static final long LOW_FOUR_BYTES = 0xFFFFFFFFL;
    private static final long LOW_SEVEN_BYTES = 0xFFFFFFFFFFFFFFL;
    private static final long COLON_AND_TWO_DIGITS = 0x80000080L;
    private static final long SIX_DIGITS = 0x80000000000000L;
    private static final long THREE_DIGITS = 0x80000000L;
    private static final long BELOW_MINUS = Bytes.ONES * '-';

    private final Symbols symbols;
    private long minuteText0;
    private long minuteText1;
    private long minuteNanos;

    long time;
    long seqNum;
    private long number;
    long orderId;
    long price;
    long quantity;
    long rest;
    long flags;

    CellScanner(Symbols symbols) {
        this.symbols = symbols;
    }

    final int time(byte[] b, int at) {
        if ((Bytes.longAt(b, at) != minuteText0 || Bytes.longAt(b, at + 8) != minuteText1) && !isNewMinute(b, at)) {
            return NOT_TAKEN;
        }
        long seconds = Bytes.longAt(b, at + 16);
        boolean colonAndDigits = (Bytes.nonDigits(seconds) & LOW_FOUR_BYTES) == COLON_AND_TWO_DIGITS;
        if (!colonAndDigits || (byte) seconds != ':' || b[at + 17] > '5') {
            return NOT_TAKEN;
        }
        time = minuteNanos + Bytes.number(seconds >>> 8, 2) * Times.NANOS_PER_SECOND;
        int p = at + Times.TO_SECONDS;
        if (b[p] == '.') {
            long fraction = Bytes.longAt(b, p + 1);
            long nonDigits = Bytes.nonDigits(fraction);
            if ((nonDigits & LOW_SEVEN_BYTES) == SIX_DIGITS) {
                time += Bytes.number(fraction, 6) * 1000;
                return isUtc(b, p + 7) ? p + 11 : zone(b, p + 7);
            }
            int digits = Bytes.first(nonDigits);
            if (digits == 0 || digits == 8) {
                return NOT_TAKEN;
            }
            time += Bytes.number(fraction, digits) * Bytes.powerOfTen(9 - digits);
            p += 1 + digits;
        }
        return zone(b, p);
    }

    private static boolean isUtc(byte[] b, int at) {
        return Bytes.intAt(b, at) == UTC;
    }

    private static int zone(byte[] b, int at) {
        if (isUtc(b, at)) {
            return at + 4;
        }
        return b[at] == 'Z' ? at + 1 : NOT_TAKEN;
    }

    private boolean isNewMinute(byte[] b, int at) {
        long seconds = Times.secondsAt(b, at);
        if (seconds == Times.NOT_A_TIME) {
            return false;
        }
        minuteText0 = Bytes.longAt(b, at);
        minuteText1 = Bytes.longAt(b, at + 8);
        minuteNanos = Math.floorDiv(seconds, 60L) * 60L * Times.NANOS_PER_SECOND;
        return true;
    }

    final int seqNum(byte[] b, int at) {
        int end = number(b, at);
        seqNum = number;
        return number < 0 ? NOT_TAKEN : end;
    }

    final int image(byte[] b, int at) {
        if (Bytes.intAt(b, at) != TRUE) {
            return at;
        }
        flags |= Message.IMAGE_BIT;
        return at + 4;
    }

    final int symbol(byte[] b, int at) {
        int end = cellEnd(b, at);
        int symbol = end == NOT_TAKEN ? -1 : symbols.find(b, at, end);
        flags |= (long) symbol << Message.SYMBOL_SHIFT;
        return symbol < 0 ? NOT_TAKEN : end;
    }

    final int rest(byte[] b, int at, long factor) {
        long word = Bytes.longAt(b, at);
        int length = Bytes.first((word - BELOW_MINUS) & ~word & Bytes.HIGHS);
        if (length < 8 && b[at + length] == ',') {
            rest += length == 0 ? 0 : CellDigest.next(0, Bytes.low(word, length)) * factor;
            return at + length;
        }
        int end = cellEnd(b, at);
        if (end != NOT_TAKEN) {
            rest += CellDigest.of(b, at, end) * factor;
        }
        return end;
    }

    /** The end of any cell without quotes and NULs. */
    private static int cellEnd(byte[] b, int at) {
        int p = at;
        while (b[p] != ',' && b[p] != '\n' && b[p] != '\r') {
            if (b[p] == '"' || b[p] == 0) {
                return NOT_TAKEN;
            }
            p++;
        }
        return p;
    }

    final int orderId(byte[] b, int at) {
        int end = number(b, at);
        orderId = number;
        return b[at] == '0' && end > at + 1 ? NOT_TAKEN : end;
    }

    final int side(byte[] b, int at) {
        int word = Bytes.intAt(b, at);
        int sell = (word >>> 4) & 1; // an S, and not a B
        flags |= (long) sell << Message.SIDE_SHIFT;
        return (word & THREE_OR_FOUR_BYTES[sell]) == BUY_OR_SELL[sell] ? at + 3 + sell : NOT_TAKEN;
    }

    final int price(byte[] b, int at) {
        int start = b[at] == '-' ? at + 1 : at;
        long word = Bytes.longAt(b, start);
        int digits = Bytes.first(Bytes.nonDigits(word));
        if (digits == 0) {
            return longPrice(b, at);
        }
        long value = Bytes.number(word, digits) * Decimals.ONE_PRICE;
        int p = start + digits;
        if (b[p] == '.') {
            long fraction = Bytes.longAt(b, p + 1);
            int decimals = Bytes.first(Bytes.nonDigits(fraction));
            if (decimals == 0) {
                return longPrice(b, at);
            }
            value += Bytes.number(fraction, decimals) * Bytes.powerOfTen(9 - decimals);
            p += 1 + decimals;
        }
        if (b[p] >= '-') { // more digits, an exponent
            return longPrice(b, at);
        }
        price = start == at ? value : -value;
        return p;
    }

    private int longPrice(byte[] b, int at) {
        int end = cellEnd(b, at);
        if (end == NOT_TAKEN) {
            return NOT_TAKEN;
        }
        price = Prices.parse(b, at, end);
        return price == Decimals.NOT_A_DECIMAL || price == Decimals.OUT_OF_RANGE ? NOT_TAKEN : end;
    }

    final int quantity(byte[] b, int at) {
        long word = Bytes.longAt(b, at);
        int digits = Bytes.first(Bytes.nonDigits(word));
        if (digits == 0 || b[at + digits] >= '-') { // more digits, a point, an exponent
            return longQuantity(b, at);
        }
        quantity = Bytes.number(word, digits) * Decimals.ONE_QUANTITY;
        return at + digits;
    }

    private int longQuantity(byte[] b, int at) {
        int end = cellEnd(b, at);
        if (end == NOT_TAKEN || b[at] == '-') {
            return NOT_TAKEN;
        }
        quantity = Decimals.parse(b, at, end, Decimals.QUANTITY_SCALE);
        return quantity < 0 ? NOT_TAKEN : end;
    }

    /** Reads 1 to 19 digits into {@link #number}, which is unsigned. */
    private int number(byte[] b, int at) {
        long first = Bytes.longAt(b, at);
        long second = Bytes.longAt(b, at + 8);
        long third = Bytes.longAt(b, at + 16);
        boolean sixteen = (Bytes.nonDigits(first) | Bytes.nonDigits(second)) == 0;
        if (sixteen && (Bytes.nonDigits(third) & LOW_FOUR_BYTES) == THREE_DIGITS) {
            long high = Bytes.eightDigits(first) * 100_000_000L + Bytes.eightDigits(second);
            number = high * 1000 + Bytes.number(third, 3);
            return at + 19;
        }
        return shortNumber(b, at, first);
    }

    private int shortNumber(byte[] b, int at, long first) {
        int digits = Bytes.first(Bytes.nonDigits(first));
        if (digits == 0) {
            return NOT_TAKEN;
        }
        if (digits == 8) {
            return longNumber(b, at, Bytes.eightDigits(first));
        }
        number = Bytes.number(first, digits);
        return at + digits;
    }

    private int longNumber(byte[] b, int at, long first) {
        long word = Bytes.longAt(b, at + 8);
        int digits = Bytes.first(Bytes.nonDigits(word));
        if (digits < 8) {
            number = first * Bytes.powerOfTen(digits) + (digits == 0 ? 0 : Bytes.number(word, digits));
            return at + 8 + digits;
        }
        long sixteen = first * 100_000_000L + Bytes.eightDigits(word);
        word = Bytes.longAt(b, at + 16);
        digits = Bytes.first(Bytes.nonDigits(word));
        if (digits > 3) {
            return NOT_TAKEN;
        }
        number = sixteen * Bytes.powerOfTen(digits) + (digits == 0 ? 0 : Bytes.number(word, digits));
        return at + 16 + digits;
    }
}
