package io.touchline.csv;

import io.touchline.book.OrderBook;
import io.touchline.book.Side;
import io.touchline.feed.Message;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes level-3 messages as CSV of layout A: 19 columns, and a symbol in front of them when there are several.
 *
 * <p>It writes as the real feed does: {@code BUY} in the side of every group that a row does not use, and as many digits of a second's
 * fraction as are needed. One thread; allocates nothing per message, but once per second of the feed's time.
 */
public final class L3Writer implements Closeable {

    private static final String HEADER = "HOST,seq_num,is_image,"
            + "add_orderid,add_side,add_price,add_qty,add_position,"
            + "update_orderid,update_side,update_price,update_qty,update_position,"
            + "delete_orderid,delete_side,"
            + "trade_orderid,trade_side,trade_qty,trade_price\n";

    private static final byte[] UTC = ascii(" UTC,");
    private static final byte[] IMAGE = ascii(",true,");
    private static final byte[] NO_IMAGE = ascii(",,");
    private static final byte[] MARKET = ascii("1.7976931348623157e+308");
    private static final byte[] BUY = ascii(",BUY,");
    private static final byte[] SELL = ascii(",SELL,");

    private static final String NO_ORDER = ",BUY,,,,";
    private static final String NO_DELETE = ",BUY,";
    private static final String NO_TRADE = ",BUY,,\n";
    private static final byte[] BEFORE_UPDATE = ascii(NO_ORDER);
    private static final byte[] BEFORE_DELETE = ascii(NO_ORDER + NO_ORDER);
    private static final byte[] BEFORE_TRADE = ascii(NO_ORDER + NO_ORDER + NO_DELETE);
    private static final byte[] BEHIND_ADD = ascii(NO_ORDER + NO_DELETE + NO_TRADE);
    private static final byte[] BEHIND_UPDATE = ascii(NO_DELETE + NO_TRADE);
    private static final byte[] BEHIND_DELETE = ascii(NO_TRADE);
    private static final byte[] ALL_UNUSED = ascii(NO_ORDER + NO_ORDER + NO_DELETE + NO_TRADE);

    private static final int BUFFER_BYTES = 1 << 16;
    /** No row is longer, its symbol not counted. */
    private static final int LONGEST_ROW = 512;

    private final OutputStream out;
    private final byte[][] symbols;
    private final byte[] buffer;
    private int end;

    private long second = Long.MIN_VALUE;
    private final byte[] secondText = new byte[Times.TO_SECONDS];

    /**
     * @param symbols the symbols' texts, which stand in the rows as they are; empty for a file without that column
     */
    public L3Writer(OutputStream out, List<String> symbols) {
        this.out = out;
        this.symbols = symbols.stream()
                .map(symbol -> (symbol + ",").getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        int longest = symbols.stream().mapToInt(String::length).max().orElse(0);
        buffer = new byte[BUFFER_BYTES + LONGEST_ROW + 3 * longest];
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Writes the names of the columns. */
    public void header() {
        text(ascii((symbols.length == 0 ? "" : "symbol,") + HEADER));
    }

    /**
     * Writes one message.
     *
     * @param position of the order in its queue; 0 leaves the cell empty
     */
    public void row(Message message, int position) throws IOException {
        if (symbols.length > 0) {
            text(symbols[message.symbol()]);
        }
        time(message.timeNanos());
        end = Digits.write(message.seqNum(), buffer, end);
        text(message.isImage() ? IMAGE : NO_IMAGE);
        groups(message, position);
        if (end >= BUFFER_BYTES) {
            flushBuffer();
        }
    }

    private void groups(Message message, int position) {
        switch (message.action()) {
            case ADD -> add(message, position);
            case UPDATE -> update(message, position);
            case DELETE -> delete(message);
            case TRADE -> trade(message);
            case IMAGE -> text(ALL_UNUSED);
        }
    }

    private void add(Message message, int position) {
        order(message, position);
        text(BEHIND_ADD);
    }

    private void update(Message message, int position) {
        text(BEFORE_UPDATE);
        order(message, position);
        text(BEHIND_UPDATE);
    }

    private void delete(Message message) {
        text(BEFORE_DELETE);
        orderIdAndSide(message);
        text(BEHIND_DELETE);
    }

    private void trade(Message message) {
        text(BEFORE_TRADE);
        orderIdAndSide(message);
        end = Decimals.writeQuantity(message.quantity(), buffer, end);
        comma();
        price(message.price());
        buffer[end++] = '\n';
    }

    private void order(Message message, int position) {
        orderIdAndSide(message);
        price(message.price());
        comma();
        end = Decimals.writeQuantity(message.quantity(), buffer, end);
        comma();
        if (position > 0) {
            end = Digits.write(position, buffer, end);
        }
        comma();
    }

    private void orderIdAndSide(Message message) {
        if (message.hasTextId()) {
            textId(message.words(), message.at() + Message.WORDS);
        } else {
            numberId(message.orderId());
        }
        text(message.side() == Side.BUY ? BUY : SELL);
    }

    private void numberId(long id) {
        if (id < 0) {
            long tens = Long.divideUnsigned(id, 10);
            end = Digits.write(tens, buffer, end);
            buffer[end++] = (byte) ('0' + (id - tens * 10));
        } else {
            end = Digits.write(id, buffer, end);
        }
    }

    private void textId(long[] words, int from) {
        for (int i = 0; i < Message.MAX_TEXT_ID_BYTES; i++) {
            byte next = (byte) (words[from + (i >> 3)] >>> (8 * (i & 7)));
            if (next == 0) {
                return;
            }
            buffer[end++] = next;
        }
    }

    private void price(long price) {
        if (price == OrderBook.MARKET_PRICE) {
            text(MARKET);
        } else {
            end = Decimals.writePrice(price, buffer, end);
        }
    }

    private void time(long nanos) {
        long seconds = Math.floorDiv(nanos, Times.NANOS_PER_SECOND);
        if (seconds != second) {
            Times.writeSeconds(seconds, secondText, 0);
            second = seconds;
        }
        text(secondText);
        fraction((int) (nanos - seconds * Times.NANOS_PER_SECOND));
        text(UTC);
    }

    private void fraction(int nanos) {
        if (nanos == 0) {
            return;
        }
        buffer[end] = '.';
        int shown = 9;
        int digits = nanos;
        while (digits % 10 == 0) {
            digits /= 10;
            shown--;
        }
        for (int i = shown; i > 0; i--) {
            buffer[end + i] = (byte) ('0' + digits % 10);
            digits /= 10;
        }
        end += 1 + shown;
    }

    private void text(byte[] text) {
        System.arraycopy(text, 0, buffer, end, text.length);
        end += text.length;
    }

    private void comma() {
        buffer[end++] = ',';
    }

    private void flushBuffer() throws IOException {
        out.write(buffer, 0, end);
        end = 0;
    }

    /** Hands on all rows written so far. */
    public void flush() throws IOException {
        flushBuffer();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        flushBuffer();
        out.close();
    }
}
