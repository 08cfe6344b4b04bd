package io.touchline.csv;

import io.touchline.book.OrderIds;
import io.touchline.feed.Action;
import io.touchline.feed.LimitExceededException;
import io.touchline.feed.Message;
import io.touchline.feed.Symbols;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Makes a message of the cells of a row, or says exactly what is wrong with them.
 *
 * <p>Every row that the {@link RowScanner} does not take comes here, so this class is the meaning of the format. One thread.
 */
final class RowDecoder {

    private static final byte[] FIRST_HANDLE =
            Long.toUnsignedString(OrderIds.FIRST_HANDLE).getBytes(StandardCharsets.US_ASCII);

    private final L3Header header;
    private final Symbols symbols;
    private final int maxSymbols;
    private final long[] factors;
    private Cells cells = new Cells(0);
    private long line;

    RowDecoder(L3Header header, Symbols symbols, int maxSymbols) {
        this.header = header;
        this.symbols = symbols;
        this.maxSymbols = maxSymbols;
        this.factors = new long[header.columns()];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = CellDigest.factor(i);
        }
    }

    /**
     * Writes the message that a row states.
     *
     * @return its action
     * @throws UnreadableInputException when it states none
     */
    Action decode(Cells cells, long line, Message message) {
        this.cells = cells;
        this.line = line;
        if (cells.count() != header.columns()) {
            throw unreadable(null, header.columns() + " cells", Integer.toString(cells.count()));
        }
        long seqNum = seqNum();
        long time = time();
        boolean image = image();
        int symbol = symbol();
        Action action = action(image);
        if (action == Action.IMAGE) {
            long flags = Message.flags(line, symbol, false, true, 0, action.code());
            message.set(seqNum, time, 0, 0, 0, rest(action), flags);
            return action;
        }
        boolean textId = orderIdIsText(header.orderId(action));
        long flags = Message.flags(line, symbol, textId, image, side(header.side(action)), action.code());
        long orderId = textId ? 0 : orderId(header.orderId(action));
        long price = action.hasPrice() ? price(header.price(action)) : 0;
        long quantity = action.hasQuantity() ? quantity(header.quantity(action)) : 0;
        message.set(seqNum, time, orderId, price, quantity, rest(action), flags);
        if (textId) {
            textId(header.orderId(action), message);
        }
        return action;
    }

    private long seqNum() {
        int column = header.seqNum();
        long number = unsigned(column);
        if (number < 0 || !areDigits(column)) {
            throw unreadable(column, "a whole number from 0 to 9223372036854775807");
        }
        return number;
    }

    private long time() {
        int column = header.time();
        long nanos = Times.parse(cells.bytes(), cells.start(column), cells.end(column));
        if (nanos == Times.NOT_A_TIME) {
            throw unreadable(column, "a UTC time such as 2019-09-16 22:10:16.4945 UTC");
        }
        return nanos;
    }

    private boolean image() {
        int column = header.image();
        if (column == L3Header.NONE || cells.isEmpty(column) || cells.is(column, "false")) {
            return false;
        }
        if (!cells.is(column, "true")) {
            throw unreadable(column, "true or nothing");
        }
        return true;
    }

    private int symbol() {
        int column = header.symbol();
        if (column == L3Header.NONE) {
            return 0;
        }
        int from = cells.start(column);
        int to = cells.end(column);
        if (!isText(from, to, Symbols.MAX_BYTES, ' ')) {
            throw unreadable(column, "a symbol of 1 to 64 bytes of UTF-8 without control characters");
        }
        int number = symbols.number(cells.bytes(), from, to);
        if (number >= maxSymbols) {
            throw new LimitExceededException(LimitExceededException.Limit.SYMBOLS, maxSymbols, line);
        }
        return number;
    }

    private Action action(boolean image) {
        Action found = null;
        for (Action action : L3Header.ACTIONS) {
            int column = header.orderId(action);
            if (!cells.isEmpty(column)) {
                if (found != null) {
                    throw unreadable(column, "one order id in a row, the other being " + name(found));
                }
                found = action;
            }
        }
        if (found == null && !image) {
            throw unreadable(null, "an order id in one of the columns " + idNames(), "none");
        }
        return found == null ? Action.IMAGE : found;
    }

    private String name(Action action) {
        return header.name(header.orderId(action));
    }

    private String idNames() {
        return String.join(", ", L3Header.ACTIONS.stream().map(this::name).toList());
    }

    private int side(int column) {
        boolean sell = cells.is(column, "SELL");
        if (!sell && !cells.is(column, "BUY")) {
            throw unreadable(column, "BUY or SELL");
        }
        return sell ? 1 : 0;
    }

    private long price(int column) {
        long price = Prices.parse(cells.bytes(), cells.start(column), cells.end(column));
        if (price == Decimals.NOT_A_DECIMAL) {
            throw unreadable(column, "a decimal");
        }
        if (price == Decimals.OUT_OF_RANGE) {
            throw unreadable(column, "a decimal from " + Prices.LOWEST_TEXT + " to " + Prices.HIGHEST_TEXT);
        }
        return price;
    }

    private long quantity(int column) {
        long quantity = Decimals.parse(cells.bytes(), cells.start(column), cells.end(column), Decimals.QUANTITY_SCALE);
        if (quantity < 0 || isNegative(column)) {
            throw unreadable(column, "a decimal from 0 to " + Decimals.quantityText(Long.MAX_VALUE));
        }
        return quantity;
    }

    /** Whether a decimal that rounds to zero is less. */
    private boolean isNegative(int column) {
        if (cells.isEmpty(column) || cells.bytes()[cells.start(column)] != '-') {
            return false;
        }
        for (int i = cells.start(column); i < cells.end(column) && (cells.bytes()[i] | 0x20) != 'e'; i++) {
            if (cells.bytes()[i] >= '1' && cells.bytes()[i] <= '9') {
                return true;
            }
        }
        return false;
    }

    /** Whether the id is no number in its shortest form, or one that is too large to be kept as one. */
    private boolean orderIdIsText(int column) {
        boolean leadingZero = cells.end(column) - cells.start(column) > 1 && cells.bytes()[cells.start(column)] == '0';
        return leadingZero || !areDigits(column) || (unsigned(column) < 0 && isBeyondIds(column));
    }

    /** Whether digits spell a number from {@link OrderIds#FIRST_HANDLE} on. */
    private boolean isBeyondIds(int column) {
        int length = cells.end(column) - cells.start(column);
        if (length != FIRST_HANDLE.length) {
            return length > FIRST_HANDLE.length;
        }
        return Arrays.compare(cells.bytes(), cells.start(column), cells.end(column), FIRST_HANDLE, 0, length) >= 0;
    }

    /** The number that a cell of digits spells, modulo 2<sup>64</sup>. */
    private long orderId(int column) {
        long number = 0;
        for (int i = cells.start(column); i < cells.end(column); i++) {
            number = number * 10 + cells.bytes()[i] - '0';
        }
        return number;
    }

    private void textId(int column, Message message) {
        int from = cells.start(column);
        int to = cells.end(column);
        if (!isText(from, to, Message.MAX_TEXT_ID_BYTES, 1)) {
            throw unreadable(column, "an order id of 1 to 64 bytes of UTF-8 without a NUL");
        }
        for (int i = 0; i < Message.MAX_TEXT_ID_BYTES / 8; i++) {
            int left = Math.max(0, Math.min(8, to - from - 8 * i));
            message.textIdWord(i, left == 0 ? 0 : Bytes.low(Bytes.longAt(cells.bytes(), from + 8 * i), left));
        }
    }

    /** Whether bytes are UTF-8 text, not empty, not too long, and without characters below {@code lowest}. */
    private boolean isText(int from, int to, int longest, int lowest) {
        if (to == from || to - from > longest) {
            return false;
        }
        boolean ascii = true;
        for (int i = from; i < to; i++) {
            byte b = cells.bytes()[i];
            if (b >= 0 && b < lowest) {
                return false;
            }
            ascii &= b >= 0;
        }
        return ascii || isUtf8(from, to);
    }

    private boolean isUtf8(int from, int to) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(cells.bytes(), from, to - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private boolean areDigits(int column) {
        for (int i = cells.start(column); i < cells.end(column); i++) {
            if (cells.bytes()[i] < '0' || cells.bytes()[i] > '9') {
                return false;
            }
        }
        return !cells.isEmpty(column);
    }

    /** The number that a cell of digits spells; -1 when it passes 2<sup>63</sup>-1. */
    private long unsigned(int column) {
        long number = 0;
        for (int i = cells.start(column); i < cells.end(column); i++) {
            int digit = cells.bytes()[i] - '0';
            if (number > (Long.MAX_VALUE - digit) / 10) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** The digest of the cells that the message does not decode. */
    private long rest(Action action) {
        long rest = 0;
        for (int column = 0; column < header.columns(); column++) {
            if (!cells.isEmpty(column) && !isDecoded(column, action)) {
                rest += digest(column);
            }
        }
        return rest;
    }

    private boolean isDecoded(int column, Action action) {
        return column == header.time()
                || column == header.seqNum()
                || column == header.image()
                || column == header.symbol()
                || column == header.orderId(action)
                || column == header.side(action)
                || column == header.price(action)
                || column == header.quantity(action);
    }

    private long digest(int column) {
        return CellDigest.of(cells.bytes(), cells.start(column), cells.end(column)) * factors[column];
    }

    private UnreadableInputException unreadable(int column, String expected) {
        String found = Found.text(cells.bytes(), cells.start(column), cells.end(column));
        return unreadable(header.name(column), expected, found);
    }

    private UnreadableInputException unreadable(@Nullable String column, String expected, String found) {
        return new UnreadableInputException(new UnreadableRow(line, column, expected, found));
    }
}
