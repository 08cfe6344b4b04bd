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
    private static final int BUY = (int) Bytes.word("BUY");
    private static final int BUY_TO_SELL = BUY ^ (int) Bytes.word("SELL");
    private static final int LOW_THREE_BYTES = 0xFFFFFF;
    private static final long LOW_FOUR_BYTES = 0xFFFFFFFFL;
    private static final long THREE_DIGITS = 0x80000000L;
    private static final long BELOW_MINUS = Bytes.ONES * '-';

    private final Symbols symbols;
    private final TimeScanner times = new TimeScanner();
    /** The first eight digits of the last sequence number of nineteen, and what they stand for. */
    private long seqNumHead = Bytes.word("00000000");

    private long seqNumHeadValue;

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
        return times.scan(b, at);
    }

    /** The time that was read last. */
    final long time() {
        return times.nanos();
    }

    final int seqNum(byte[] b, int at) {
        long head = Bytes.longAt(b, at);
        if (head != seqNumHead || !seqNumTail(b, at + 8)) {
            return seqNumAnew(b, at, head);
        }
        return seqNum < 0 ? NOT_TAKEN : at + 19;
    }

    /** Reads eleven digits behind those of the number before: numbers mostly rise by little. */
    private boolean seqNumTail(byte[] b, int at) {
        long second = Bytes.longAt(b, at);
        long third = Bytes.longAt(b, at + 8);
        seqNum = seqNumHeadValue + Bytes.eightDigits(second) * 1000 + Bytes.threeDigits(third);
        return (Bytes.nonDigits(second) | ((Bytes.nonDigits(third) & LOW_FOUR_BYTES) ^ THREE_DIGITS)) == 0;
    }

    private int seqNumAnew(byte[] b, int at, long head) {
        int end = number(b, at);
        seqNum = number;
        if (end == at + 19) {
            seqNumHead = head;
            seqNumHeadValue = Bytes.eightDigits(head) * 100_000_000_000L;
        }
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
        int all = -sell;
        return (word & (LOW_THREE_BYTES | all)) == (BUY ^ (BUY_TO_SELL & all)) ? at + 3 + sell : NOT_TAKEN;
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
            number = high * 1000 + Bytes.threeDigits(third);
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
