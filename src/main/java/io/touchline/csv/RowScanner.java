package io.touchline.csv;

import io.touchline.feed.Message;
import io.touchline.feed.Symbols;
import java.util.ArrayList;
import java.util.List;

/**
 * The short way through a row: one pass from left to right that knows which columns the file has and has learned what stands in the idle ones.
 *
 * <p>It takes a row only when every byte is as expected, and makes of it the very message that a {@link RowDecoder} would; for any other row it
 * answers {@link #NOT_TAKEN} and says nothing of why. Files whose columns of one action do not stand side by side have no short way. One
 * thread; allocates nothing once made.
 *
 * <p>Within the class, a method that reads a cell answers the place of the delimiter behind it.
 */
final class RowScanner {

    /** The answer for a row, or a cell, that has to go the long way. */
    static final int NOT_TAKEN = -1;

    private static final int TIME = 0;
    private static final int SEQ_NUM = 1;
    private static final int IMAGE = 2;
    private static final int SYMBOL = 3;
    private static final int GROUP = 4;
    private static final int REST = 5;

    private static final int NO_ACTION = -1;
    private static final int TRUE = (int) Bytes.word("true");
    private static final int BUY = (int) Bytes.word("BUY");
    private static final int SELL = (int) Bytes.word("SELL");
    private static final int UTC = (int) Bytes.word(" UTC");
    private static final long BELOW_MINUS = Bytes.ONES * '-';
    private static final long ONE_QUANTITY = 100_000_000L;
    private static final long MOST_WHOLE_QUANTITY = Long.MAX_VALUE / ONE_QUANTITY;

    /** One cell, or one group of cells, of every row. */
    private record Step(int kind, CellGroup group, long factor) {}

    private final Symbols symbols;
    private final Step[] steps;
    private boolean ready;

    private long minuteText0;
    private long minuteText1;
    private long minuteNanos;

    private long number;
    private long time;
    private long seqNum;
    private boolean image;
    private int symbol;
    private int action;
    private int side;
    private long orderId;
    private long price;
    private long quantity;
    private long rest;

    RowScanner(L3Header header, Symbols symbols) {
        this.symbols = symbols;
        List<Step> found = new ArrayList<>();
        for (int column = 0; column < header.columns(); column = header.endOfGroup(column)) {
            CellGroup group = CellGroup.of(header, column, header.endOfGroup(column));
            found.add(new Step(kind(header, column), group, CellDigest.factor(column)));
        }
        steps = found.toArray(Step[]::new);
    }

    private static int kind(L3Header header, int column) {
        if (header.actionOf(column) != null) {
            return GROUP;
        }
        if (column == header.time()) {
            return TIME;
        }
        if (column == header.seqNum()) {
            return SEQ_NUM;
        }
        if (column == header.image()) {
            return IMAGE;
        }
        return column == header.symbol() ? SYMBOL : REST;
    }

    /** Learns from a row that went the long way; {@code end} is behind its line end. */
    void learn(Cells cells, int end) {
        long groups = 0;
        for (Step step : steps) {
            if (step.kind == GROUP) {
                step.group.learn(cells, end);
                groups++;
            }
        }
        ready = groups == L3Header.ACTIONS.size();
    }

    /**
     * Reads the row that starts at {@code from} and is whole in {@code b}.
     *
     * @return where the next row starts, or {@link #NOT_TAKEN}; then the message may be half written
     */
    int scan(byte[] b, int from, long line, Message message) {
        if (!ready) {
            return NOT_TAKEN;
        }
        action = NO_ACTION;
        image = false;
        symbol = 0;
        rest = 0;
        int p = from;
        int last = steps.length - 1;
        for (int i = 0; i <= last; i++) {
            p = step(b, p, steps[i], i == last);
            if (p < 0) {
                return NOT_TAKEN;
            }
        }
        if (action == NO_ACTION) {
            return NOT_TAKEN;
        }
        long flags = Message.flags(line, symbol, false, image, side, action);
        message.set(seqNum, time, orderId, price, quantity, rest, flags);
        return p;
    }

    private int step(byte[] b, int at, Step step, boolean last) {
        return switch (step.kind) {
            case TIME -> behind(b, time(b, at), last);
            case SEQ_NUM -> behind(b, seqNum(b, at), last);
            case IMAGE -> behind(b, image(b, at), last);
            case SYMBOL -> behind(b, symbol(b, at), last);
            case GROUP -> group(b, at, step.group, last);
            default -> behind(b, rest(b, at, step.factor), last);
        };
    }

    /** The place behind the delimiter at {@code p}: a comma, or behind the last cell a line end. */
    private static int behind(byte[] b, int p, boolean last) {
        if (p < 0) {
            return NOT_TAKEN;
        }
        if (!last) {
            return b[p] == ',' ? p + 1 : NOT_TAKEN;
        }
        if (b[p] == '\n') {
            return p + 1;
        }
        return b[p] == '\r' && b[p + 1] == '\n' ? p + 2 : NOT_TAKEN;
    }

    private int time(byte[] b, int at) {
        if ((Bytes.longAt(b, at) != minuteText0 || Bytes.longAt(b, at + 8) != minuteText1) && !isNewMinute(b, at)) {
            return NOT_TAKEN;
        }
        long seconds = Bytes.longAt(b, at + 16);
        if (b[at + 16] != ':' || (Bytes.nonDigits(seconds) & 0xFFFF00) != 0 || b[at + 17] > '5') {
            return NOT_TAKEN;
        }
        time = minuteNanos + Bytes.number(seconds >>> 8, 2) * Times.NANOS_PER_SECOND;
        int p = at + Times.TO_SECONDS;
        if (b[p] == '.') {
            long fraction = Bytes.longAt(b, p + 1);
            int digits = Bytes.first(Bytes.nonDigits(fraction));
            if (digits == 0 || digits == 8) {
                return NOT_TAKEN;
            }
            time += Bytes.number(fraction, digits) * Bytes.powerOfTen(9 - digits);
            p += 1 + digits;
        }
        if (Bytes.intAt(b, p) == UTC) {
            return p + 4;
        }
        return b[p] == 'Z' ? p + 1 : NOT_TAKEN;
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

    private int seqNum(byte[] b, int at) {
        int end = number(b, at);
        seqNum = number;
        return number < 0 ? NOT_TAKEN : end;
    }

    private int image(byte[] b, int at) {
        if (Bytes.intAt(b, at) != TRUE) {
            return at;
        }
        image = true;
        return at + 4;
    }

    private int symbol(byte[] b, int at) {
        int end = cellEnd(b, at);
        if (end >= 0) {
            symbol = symbols.find(b, at, end);
        }
        return symbol < 0 ? NOT_TAKEN : end;
    }

    private int rest(byte[] b, int at, long factor) {
        long word = Bytes.longAt(b, at);
        int length = Bytes.first((word - BELOW_MINUS) & ~word & Bytes.HIGHS);
        if (length < 8 && b[at + length] == ',') {
            rest += length == 0 ? 0 : CellDigest.next(0, Bytes.low(word, length)) * factor;
            return at + length;
        }
        int end = cellEnd(b, at);
        if (end >= 0) {
            rest += CellDigest.of(b, at, end) * factor;
        }
        return end;
    }

    /** The end of any cell without quotes. */
    private static int cellEnd(byte[] b, int at) {
        int p = at;
        while (b[p] != ',' && b[p] != '\n' && b[p] != '\r') {
            if (b[p] == '"') {
                return NOT_TAKEN;
            }
            p++;
        }
        return p;
    }

    /** Goes over the columns of one action, all of them; answers the place behind their last delimiter. */
    private int group(byte[] b, int at, CellGroup group, boolean last) {
        if (group.isIdle(b, at)) {
            rest += group.idleRest;
            return at + group.idleLength;
        }
        if (action != NO_ACTION) {
            return NOT_TAKEN;
        }
        action = group.action;
        price = 0;
        quantity = 0;
        int p = at;
        int lastCell = group.kinds.length - 1;
        for (int i = 0; i <= lastCell && p >= 0; i++) {
            p = behind(b, cell(b, p, group.kinds[i], group.factors[i]), last && i == lastCell);
        }
        return p;
    }

    private int cell(byte[] b, int at, int kind, long factor) {
        return switch (kind) {
            case CellGroup.ORDER_ID -> orderId(b, at);
            case CellGroup.SIDE -> side(b, at);
            case CellGroup.PRICE -> price(b, at);
            case CellGroup.QUANTITY -> quantity(b, at);
            default -> rest(b, at, factor);
        };
    }

    private int orderId(byte[] b, int at) {
        int end = number(b, at);
        orderId = number;
        return b[at] == '0' && end > at + 1 ? NOT_TAKEN : end;
    }

    private int side(byte[] b, int at) {
        int word = Bytes.intAt(b, at);
        side = word == SELL ? 1 : 0;
        return word == SELL ? at + 4 : (word & 0xFFFFFF) == BUY ? at + 3 : NOT_TAKEN;
    }

    private int price(byte[] b, int at) {
        int start = b[at] == '-' ? at + 1 : at;
        long whole = Bytes.longAt(b, start);
        int digits = Bytes.first(Bytes.nonDigits(whole));
        if (digits == 0 || digits == 8) {
            return longPrice(b, at);
        }
        long value = Bytes.number(whole, digits) * Prices.ONE;
        int p = start + digits;
        if (b[p] == '.') {
            long fraction = Bytes.longAt(b, p + 1);
            int decimals = Bytes.first(Bytes.nonDigits(fraction));
            if (decimals == 0 || decimals == 8) {
                return longPrice(b, at);
            }
            value += Bytes.number(fraction, decimals) * Bytes.powerOfTen(9 - decimals);
            p += 1 + decimals;
        }
        price = start == at ? value : -value;
        return p;
    }

    private int longPrice(byte[] b, int at) {
        int end = cellEnd(b, at);
        if (end < 0) {
            return NOT_TAKEN;
        }
        price = Prices.parse(b, at, end);
        return price == Decimals.NOT_A_DECIMAL || price == Decimals.OUT_OF_RANGE ? NOT_TAKEN : end;
    }

    private int quantity(byte[] b, int at) {
        int end = number(b, at);
        if (end < 0 || b[end] == '.' || number < 0 || number > MOST_WHOLE_QUANTITY) {
            return longQuantity(b, at);
        }
        quantity = number * ONE_QUANTITY;
        return end;
    }

    private int longQuantity(byte[] b, int at) {
        int end = cellEnd(b, at);
        if (end < 0) {
            return NOT_TAKEN;
        }
        quantity = Decimals.parse(b, at, end, Decimals.QUANTITY_SCALE);
        return quantity < 0 ? NOT_TAKEN : end;
    }

    /** Reads 1 to 19 digits into {@link #number}, which is unsigned. */
    private int number(byte[] b, int at) {
        long word = Bytes.longAt(b, at);
        long nonDigits = Bytes.nonDigits(word);
        if (nonDigits != 0) {
            int digits = Bytes.first(nonDigits);
            if (digits == 0) {
                return NOT_TAKEN;
            }
            number = Bytes.number(word, digits);
            return at + digits;
        }
        return longNumber(b, at, Bytes.eightDigits(word));
    }

    private int longNumber(byte[] b, int at, long first) {
        long word = Bytes.longAt(b, at + 8);
        long nonDigits = Bytes.nonDigits(word);
        if (nonDigits != 0) {
            int digits = Bytes.first(nonDigits);
            number = first * Bytes.powerOfTen(digits) + (digits == 0 ? 0 : Bytes.number(word, digits));
            return at + 8 + digits;
        }
        long sixteen = first * 100_000_000L + Bytes.eightDigits(word);
        word = Bytes.longAt(b, at + 16);
        int digits = Bytes.first(Bytes.nonDigits(word));
        if (digits > 3) {
            return NOT_TAKEN;
        }
        number = sixteen * Bytes.powerOfTen(digits) + (digits == 0 ? 0 : Bytes.number(word, digits));
        return at + 16 + digits;
    }
}
