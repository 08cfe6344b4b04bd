package io.touchline.csv;

import io.touchline.feed.Action;
import io.touchline.feed.Message;
import io.touchline.feed.MessageBatch;
import io.touchline.feed.Symbols;
import java.util.ArrayList;
import java.util.List;

/**
 * The short way through a row: one pass from left to right that knows the columns of the file and has learned what stands in its idle ones.
 *
 * <p>It takes a row only when every byte is as expected, and makes of it the very message that a {@link RowDecoder} would; before any other row
 * it stops and says nothing of why. There is a short way through files that have the columns of the four actions side by side
 * as both published layouts do, whatever columns stand before and behind them. One thread; allocates nothing once made.
 */
final class RowScanner extends CellScanner {

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

    private final Column[] before;
    private final Column[] behind;
    private final CellGroup add;
    private final CellGroup update;
    private final CellGroup delete;
    private final CellGroup trade;
    private final boolean tradePriceFirst;
    private final boolean isLayoutA;
    private final boolean hasShortWay;
    private final int maxLine;
    private final Message message = new Message();
    private boolean ready;
    private long restOfIdle;

    /**
     * A scanner that has not learned anything yet.
     *
     * @param maxLine the bytes of the longest row that it may take
     */
    RowScanner(L3Header header, Symbols symbols, int maxLine) {
        super(symbols);
        this.maxLine = maxLine;
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
        List<Kind> kinds = front.stream().map(Column::kind).toList();
        isLayoutA = kinds.equals(List.of(Kind.TIME, Kind.SEQ_NUM, Kind.IMAGE)) && back.isEmpty();
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
     * Reads rows from the buffer into a batch for as long as it takes them, and there is room.
     *
     * @param line the line of the first of them
     * @param most how many of them at most
     * @return how many
     */
    int scan(LineBuffer buffer, long line, long most, MessageBatch batch) {
        return ready ? scan(buffer, line, batch, batch.endOf(most)) : 0;
    }

    private int scan(LineBuffer buffer, long line, MessageBatch batch, int end) {
        byte[] b = buffer.bytes();
        int linesEnd = buffer.linesEnd();
        int p = buffer.position();
        int at = batch.end();
        long rowLine = line;
        while (p < linesEnd && at < end) {
            int next = row(b, p, rowLine);
            if (next == NOT_TAKEN || next - p > maxLine) {
                break;
            }
            message.moveTo(batch.words(), at).set(seqNum, time(), orderId, price, quantity, rest, flags);
            at += Message.WORDS;
            p = next;
            rowLine++;
        }
        buffer.moveTo(p);
        batch.keepTo(at);
        return (int) (rowLine - line);
    }

    /**
     * Reads the row that starts at {@code from} and is whole in {@code b}, where {@code b[NOT_TAKEN]} and the seven bytes behind it are zero; answers
     * where the next row starts, or {@link #NOT_TAKEN}.
     */
    private int row(byte[] b, int from, long line) {
        flags = line << Message.LINE_SHIFT;
        rest = 0;
        return behindLineEnd(b, isLayoutA ? layoutA(b, from) : anyLayout(b, from));
    }

    /** What {@link #anyLayout} does for columns that stand as in layout A, without the loops, which cost a tenth. */
    private int layoutA(byte[] b, int from) {
        int p = behindComma(b, time(b, from));
        p = behindComma(b, seqNum(b, p));
        return order(b, behindComma(b, image(b, p)));
    }

    private int anyLayout(byte[] b, int from) {
        int p = from;
        for (Column column : before) {
            p = behindComma(b, cell(b, p, column));
        }
        p = order(b, p);
        for (Column column : behind) {
            p = cell(b, behindComma(b, p), column);
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
}
