package io.touchline.csv;

import io.touchline.feed.Action;
import io.touchline.feed.Message;
import io.touchline.feed.Symbols;
import java.util.ArrayList;
import java.util.List;

/**
 * The short way through a row: one pass from left to right that knows the columns of the file and has learned what stands in its idle ones.
 *
 * <p>It takes a row only when every byte is as expected, and makes of it the very message that a {@link RowDecoder} would; for any other row it
 * answers {@link #NOT_TAKEN} and says nothing of why. There is a short way through files that have the columns of the four actions side by side
 * as both published layouts do, whatever columns stand before and behind them. One thread; allocates nothing once made.
 *
 * <p>Within the class, a method that reads a cell answers the place of the delimiter behind it, or {@link #NOT_TAKEN}: a place where a zero
 * byte stands, so that whatever is read there is not taken either, and nobody has to ask in between. The usual lengths (six digits of a second,
 * numbers of nineteen) have branches of their own, so that the processor goes on to the next cell before this one is computed.
 */
final class RowScanner {

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

    /** What a column before or behind those of the actions is. */
    private enum Kind {
        TIME,
        SEQ_NUM,
        IMAGE,
        SYMBOL,
        REST
    }

    /** A column before or behind those of the actions. */
    private record Column(Kind kind, long factor) {}

    private final Symbols symbols;
    private final Column[] before;
    private final Column[] behind;
    private final CellGroup add;
    private final CellGroup update;
    private final CellGroup delete;
    private final CellGroup trade;
    private final boolean tradePriceFirst;
    private final boolean hasShortWay;
    private boolean ready;
    private long restOfIdle;

    private long minuteText0;
    private long minuteText1;
    private long minuteNanos;

    private long time;
    private long seqNum;
    private long number;
    private long orderId;
    private long price;
    private long quantity;
    private long rest;
    private long flags;

    RowScanner(L3Header header, Symbols symbols) {
        this.symbols = symbols;
        List<Action> order = new ArrayList<>();
        List<Column> front = new ArrayList<>();
        List<Column> back = new ArrayList<>();
        boolean alone = false;
        for (int column = 0; column < header.columns(); column = header.endOfGroup(column)) {
            Action action = header.actionOf(column);
            if (action != null) {
                order.add(action);
            } else {
                alone |= !order.isEmpty() && order.size() < L3Header.ACTIONS.size();
                (order.isEmpty() ? front : back).add(new Column(kind(header, column), CellDigest.factor(column)));
            }
        }
        before = front.toArray(Column[]::new);
        behind = back.toArray(Column[]::new);
        add = CellGroup.of(header, Action.ADD);
        update = CellGroup.of(header, Action.UPDATE);
        delete = CellGroup.of(header, Action.DELETE);
        trade = CellGroup.of(header, Action.TRADE);
        tradePriceFirst = trade.kind(2) == CellGroup.REST;
        hasShortWay = order.equals(L3Header.ACTIONS) && !alone && areAsPublished();
    }

    private static Kind kind(L3Header header, int column) {
        if (column == header.time()) {
            return Kind.TIME;
        }
        if (column == header.seqNum()) {
            return Kind.SEQ_NUM;
        }
        if (column == header.image()) {
            return Kind.IMAGE;
        }
        return column == header.symbol() ? Kind.SYMBOL : Kind.REST;
    }

    /** Whether the columns of each action stand in the order in which they are read here. */
    private boolean areAsPublished() {
        boolean idAndSideFirst = List.of(add, update, delete, trade).stream().allMatch(CellGroup::startsWithIdAndSide);
        boolean priceThenQuantity = List.of(add, update).stream()
                .allMatch(group -> group.kind(2) == CellGroup.PRICE && group.kind(3) == CellGroup.QUANTITY);
        int quantity = tradePriceFirst ? 3 : 2;
        return idAndSideFirst
                && priceThenQuantity
                && trade.kind(quantity) == CellGroup.QUANTITY
                && trade.kind(4) == CellGroup.NONE
                && delete.kind(2) == CellGroup.NONE;
    }

    /** Learns what stands in the idle columns from a row that went the long way. */
    void learn(Cells cells) {
        if (hasShortWay) {
            add.learn(cells, false);
            update.learn(cells, false);
            delete.learn(cells, false);
            trade.learn(cells, true);
            restOfIdle = add.idleRest + update.idleRest + delete.idleRest + trade.idleRest;
            ready = true;
        }
    }

    /**
     * Reads the row that starts at {@code from} and is whole in {@code b}, where {@code b[NOT_TAKEN]} and the seven bytes behind it are zero.
     *
     * @return where the next row starts, or {@link #NOT_TAKEN}; then the message is as it was
     */
    int scan(byte[] b, int from, long line, Message message) {
        if (!ready) {
            return NOT_TAKEN;
        }
        flags = line << Message.LINE_SHIFT;
        rest = 0;
        int p = from;
        for (Column column : before) {
            p = behindComma(b, cell(b, p, column));
        }
        p = order(b, p);
        for (Column column : behind) {
            p = cell(b, behindComma(b, p), column);
        }
        p = behindLineEnd(b, p);
        if (p != NOT_TAKEN) {
            message.set(seqNum, time, orderId, price, quantity, rest, flags);
        }
        return p;
    }

    private static int behindComma(byte[] b, int p) {
        return b[p] == ',' ? p + 1 : NOT_TAKEN;
    }

    private static int behindLineEnd(byte[] b, int p) {
        if (b[p] == '\n') {
            return p + 1;
        }
        return b[p] == '\r' && b[p + 1] == '\n' ? p + 2 : NOT_TAKEN;
    }

    private int cell(byte[] b, int at, Column column) {
        return switch (column.kind) {
            case TIME -> time(b, at);
            case SEQ_NUM -> seqNum(b, at);
            case IMAGE -> image(b, at);
            case SYMBOL -> symbol(b, at);
            case REST -> rest(b, at, column.factor);
        };
    }

    /** Goes over the columns of all actions. */
    private int order(byte[] b, int at) {
        int p = at;
        if (!add.isIdle(b, p)) {
            p = behindComma(b, limitOrder(b, p, add));
            return idle(b, idle(b, idle(b, p, update), delete), trade);
        }
        p += add.idleLength;
        if (!update.isIdle(b, p)) {
            p = behindComma(b, limitOrder(b, p, update));
            return idle(b, idle(b, p, delete), trade);
        }
        p += update.idleLength;
        price = 0;
        if (!delete.isIdle(b, p)) {
            quantity = 0;
            return idle(b, behindComma(b, idAndSide(b, p, delete)), trade);
        }
        return trade(b, p + delete.idleLength);
    }

    private static int idle(byte[] b, int at, CellGroup group) {
        return group.isIdle(b, at) ? at + group.idleLength : NOT_TAKEN;
    }

    private int limitOrder(byte[] b, int at, CellGroup group) {
        int p = behindComma(b, idAndSide(b, at, group));
        p = behindComma(b, price(b, p));
        p = quantity(b, p);
        for (int cell = 4; cell < group.kinds.length; cell++) {
            p = rest(b, behindComma(b, p), group.factors[cell]);
        }
        return p;
    }

    private int trade(byte[] b, int at) {
        int p = behindComma(b, idAndSide(b, at, trade));
        if (tradePriceFirst) {
            p = behindComma(b, rest(b, p, trade.factors[2]));
            return quantity(b, p);
        }
        p = quantity(b, p);
        return trade.kinds.length == 3 ? p : rest(b, behindComma(b, p), trade.factors[3]);
    }

    private int idAndSide(byte[] b, int at, CellGroup group) {
        flags |= group.action;
        rest += restOfIdle - group.idleRest;
        return side(b, behindComma(b, orderId(b, at)));
    }

    private int time(byte[] b, int at) {
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

    private int seqNum(byte[] b, int at) {
        int end = number(b, at);
        seqNum = number;
        return number < 0 ? NOT_TAKEN : end;
    }

    private int image(byte[] b, int at) {
        if (Bytes.intAt(b, at) != TRUE) {
            return at;
        }
        flags |= Message.IMAGE_BIT;
        return at + 4;
    }

    private int symbol(byte[] b, int at) {
        int end = cellEnd(b, at);
        int symbol = end == NOT_TAKEN ? -1 : symbols.find(b, at, end);
        flags |= (long) symbol << Message.SYMBOL_SHIFT;
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

    private int orderId(byte[] b, int at) {
        int end = number(b, at);
        orderId = number;
        return b[at] == '0' && end > at + 1 ? NOT_TAKEN : end;
    }

    private int side(byte[] b, int at) {
        int word = Bytes.intAt(b, at);
        int sell = (word >>> 4) & 1; // an S, and not a B
        flags |= (long) sell << Message.SIDE_SHIFT;
        return (word & THREE_OR_FOUR_BYTES[sell]) == BUY_OR_SELL[sell] ? at + 3 + sell : NOT_TAKEN;
    }

    private int price(byte[] b, int at) {
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

    private int quantity(byte[] b, int at) {
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
