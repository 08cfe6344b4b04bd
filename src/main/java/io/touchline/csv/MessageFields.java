package io.touchline.csv;

import io.touchline.feed.Action;
import io.touchline.feed.Message;
import io.touchline.feed.Symbols;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A message whose values come one by one under their names, as JSON has them, made by the rules of a row of CSV.
 *
 * <p>The values are put into the cells of a row, so that {@link RowDecoder} remains the meaning of the format. One thread; allocates only to grow, for
 * text beyond ASCII, and for what cannot be read.
 */
public final class MessageFields {

    /** What a message has besides its action. */
    public enum Field {
        SEQ_NUM(0, "seq_num", "seq_num"),
        TIME(1, "time", "time"),
        ORDER_ID(2, "order_id", "order_id"),
        SIDE(3, "side", "side"),
        PRICE(4, "price", "price"),
        QUANTITY(5, "quantity", "qty"),
        IS_IMAGE(6, "is_image", "is_image");

        private final int code;
        private final String text;
        private final String column;

        Field(int code, String text, String column) {
            this.code = code;
            this.text = text;
            this.column = column;
        }

        /** Counts the fields from 0. */
        public int code() {
            return code;
        }

        /** Its name in JSON. */
        public String text() {
            return text;
        }
    }

    private static final Field[] FIELDS = Field.values();
    private static final List<String> COLUMNS = List.of(
            "seq_num",
            "time",
            "is_image",
            "add_order_id",
            "add_side",
            "add_price",
            "add_qty",
            "update_order_id",
            "update_side",
            "update_price",
            "update_qty",
            "delete_order_id",
            "delete_side",
            "trade_order_id",
            "trade_side",
            "trade_price",
            "trade_qty");
    private static final L3Header HEADER = new L3Header(COLUMNS, 1);
    private static final int[][] COLUMN_BY_ACTION = columnByAction();
    private static final int NONE = -1;
    private static final byte NO_TEXT = (byte) 0xFF;

    private final Cells cells = new Cells(COLUMNS.size());
    private final RowDecoder decoder = new RowDecoder(HEADER, new Symbols(), 1);
    private final int[] starts = new int[FIELDS.length];
    private final int[] ends = new int[FIELDS.length];
    private byte[] text = new byte[512];
    private int end;

    private static int[][] columnByAction() {
        int[][] columns = new int[Action.COUNT][FIELDS.length];
        for (int action = 0; action < Action.COUNT; action++) {
            for (Field field : FIELDS) {
                String own = Action.of(action).name().toLowerCase(Locale.ROOT) + "_" + field.column;
                columns[action][field.code] = Math.max(COLUMNS.indexOf(own), COLUMNS.indexOf(field.column));
            }
        }
        return columns;
    }

    /** Takes all values out. */
    public void clear() {
        end = 0;
        Arrays.fill(starts, 0);
        Arrays.fill(ends, 0);
    }

    /** Puts a value in; half of a surrogate pair becomes what no text has, and so cannot be read. */
    public void put(Field field, char[] chars, int offset, int length) {
        ensure(3 * length);
        starts[field.code] = end;
        for (int i = offset; i < offset + length; i++) {
            char c = chars[i];
            if (c < 0x80) {
                text[end++] = (byte) c;
            } else {
                i += putCharacter(Character.codePointAt(chars, i, offset + length)) - 1;
            }
        }
        ends[field.code] = end;
    }

    /** Puts a character beyond ASCII in; answers of how many chars it is. */
    private int putCharacter(int codePoint) {
        if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
            text[end++] = NO_TEXT;
            return 1;
        }
        byte[] utf8 = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(utf8, 0, text, end, utf8.length);
        end += utf8.length;
        return Character.charCount(codePoint);
    }

    /** As {@link #put(Field, char[], int, int)}. */
    public void put(Field field, String value) {
        put(field, value.toCharArray(), 0, value.length());
    }

    /** Whether a value, not an empty one, was put in. */
    public boolean has(Field field) {
        return ends[field.code] > starts[field.code];
    }

    /**
     * Writes the message of an action; what it does not need is not looked at.
     *
     * @throws UnreadableInputException when a value is absent or cannot be read; its row is that of {@link #unreadable}
     */
    public void decode(Action action, Message message) {
        check(action);
        cells.clear(text, COLUMNS.size());
        int[] columns = COLUMN_BY_ACTION[action.code()];
        for (int i = 0; i < FIELDS.length; i++) {
            if (columns[i] != NONE) {
                cells.place(columns[i], starts[i], ends[i]);
            }
        }
        try {
            decoder.decode(cells, 0, message);
        } catch (UnreadableInputException e) {
            throw named(e.row());
        }
    }

    private void check(Action action) {
        need(Field.SEQ_NUM, "a whole number from 0 to 9223372036854775807");
        need(Field.TIME, "a UTC time such as 2019-09-16 22:10:16.4945 UTC");
        if (action == Action.IMAGE) {
            checkEmptyImage();
            return;
        }
        need(Field.ORDER_ID, "an order id");
        need(Field.SIDE, "BUY or SELL");
        if (action.hasPrice()) {
            need(Field.PRICE, "a decimal");
        }
        if (action.hasQuantity()) {
            need(Field.QUANTITY, "a decimal");
        }
    }

    private void checkEmptyImage() {
        if (has(Field.ORDER_ID)) {
            throw unreadable(Field.ORDER_ID, "no order id in an IMAGE, which is of an empty book", "one");
        }
        if (!has(Field.IS_IMAGE)) {
            put(Field.IS_IMAGE, "true");
        } else if (!cellIs(Field.IS_IMAGE, "true")) {
            throw unreadable(Field.IS_IMAGE, "true or nothing in an IMAGE", "false");
        }
    }

    private boolean cellIs(Field field, String expected) {
        int from = starts[field.code];
        return new String(text, from, ends[field.code] - from, StandardCharsets.UTF_8).equals(expected);
    }

    private void need(Field field, String expected) {
        if (!has(field)) {
            throw unreadable(field, expected, "none");
        }
    }

    /** What is wrong with a field: its name stands for the column, and the line is 0. */
    public static UnreadableInputException unreadable(Field field, String expected, String found) {
        return new UnreadableInputException(new UnreadableRow(0, field.text, expected, found));
    }

    private static UnreadableInputException named(UnreadableRow row) {
        String column = String.valueOf(row.column());
        for (Field field : FIELDS) {
            if (column.equals(field.column) || column.endsWith("_" + field.column)) {
                return unreadable(field, row.expected(), row.found());
            }
        }
        return new UnreadableInputException(row);
    }

    private void ensure(int more) {
        if (text.length < end + more + LineBuffer.PADDING) {
            text = Arrays.copyOf(text, Math.max(2 * text.length, end + more + LineBuffer.PADDING));
        }
    }
}
