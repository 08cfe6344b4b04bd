package io.touchline.csv;

import io.touchline.feed.Action;

/**
 * The neighbouring columns of one action, as a {@link RowScanner} goes over them: cell by cell when the row is of this action, or, when it is not,
 * in one step, since what stands there then is the same in every row ({@code ,BUY,,,,} in layout A). That text is learned from the file.
 */
final class CellGroup {

    /** What a cell of the group is. */
    static final int ORDER_ID = 0;

    static final int SIDE = 1;
    static final int PRICE = 2;
    static final int QUANTITY = 3;
    static final int REST = 4;

    /** There is no such cell. */
    static final int NONE = 5;

    private static final int LONGEST_IDLE = 16;

    final int action;
    final int firstColumn;
    final int[] kinds;
    final long[] factors;

    /** The idle text as two words and their masks; no row matches before it is learned. */
    long idle0 = -1;

    long idle1 = -1;
    long mask0 = -1;
    long mask1 = -1;
    int idleLength;
    long idleRest;

    private CellGroup(Action action, int firstColumn, int[] kinds) {
        this.action = action.code();
        this.firstColumn = firstColumn;
        this.kinds = kinds;
        this.factors = new long[kinds.length];
        for (int i = 0; i < kinds.length; i++) {
            factors[i] = CellDigest.factor(firstColumn + i);
        }
    }

    /** The columns of an action that stand side by side with its order id. */
    static CellGroup of(L3Header header, Action action) {
        int from = header.orderId(action);
        while (from > 0 && header.actionOf(from - 1) == action) {
            from--;
        }
        int[] kinds = new int[header.endOfGroup(from) - from];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = kind(header, action, from + i);
        }
        return new CellGroup(action, from, kinds);
    }

    private static int kind(L3Header header, Action action, int column) {
        if (column == header.orderId(action)) {
            return ORDER_ID;
        }
        if (column == header.side(action)) {
            return SIDE;
        }
        if (column == header.price(action)) {
            return PRICE;
        }
        return column == header.quantity(action) ? QUANTITY : REST;
    }

    /** Learns the idle text from a row of another action: up to and with the comma behind it, or, of the {@code last} group, up to its end. */
    void learn(Cells cells, boolean last) {
        int lastColumn = firstColumn + kinds.length - 1;
        int from = cells.start(firstColumn);
        int length = cells.end(lastColumn) - from + (last ? 0 : 1);
        if (length > LONGEST_IDLE || !isIdle(cells)) {
            return;
        }
        idleLength = length;
        mask0 = Bytes.low(-1, Math.min(8, length));
        mask1 = Bytes.low(-1, Math.max(0, length - 8));
        idle0 = Bytes.longAt(cells.bytes(), from) & mask0;
        idle1 = Bytes.longAt(cells.bytes(), from + 8) & mask1;
        idleRest = 0;
        for (int i = 0; i < kinds.length; i++) {
            int column = firstColumn + i;
            idleRest += CellDigest.of(cells.bytes(), cells.start(column), cells.end(column)) * factors[i];
        }
    }

    /** What the cell of this index is. */
    int kind(int cell) {
        return cell < kinds.length ? kinds[cell] : NONE;
    }

    boolean startsWithIdAndSide() {
        return kind(0) == ORDER_ID && kind(1) == SIDE;
    }

    private boolean isIdle(Cells cells) {
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i] == ORDER_ID) {
                return cells.isEmpty(firstColumn + i);
            }
        }
        return false;
    }

    /** Whether the idle text stands at a place. */
    boolean isIdle(byte[] b, int at) {
        return (Bytes.longAt(b, at) & mask0) == idle0 && (mask1 == 0 || (Bytes.longAt(b, at + 8) & mask1) == idle1);
    }
}
