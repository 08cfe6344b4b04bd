package io.touchline.convert;

import io.touchline.book.OrderBook;
import io.touchline.feed.Quote;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What a run of rows of one symbol comes to in a picture: of each of the four columns the lowest, the highest and the last value.
 *
 * <p>Prices count 10<sup>-9</sup>, sizes 10<sup>-8</sup>; {@link OrderBook#NO_PRICE} stands for a price that no row had, and for a last one that
 * the last row did not have. One thread.
 */
final class ChartBucket {

    static final int COLUMNS = 4;
    static final int BID_PRICE = 0;
    static final int ASK_PRICE = 1;
    static final int BID_SIZE = 2;
    static final int ASK_SIZE = 3;

    /** Bytes that {@link #write} takes. */
    static final int BYTES = (6 + 3 * COLUMNS) * Long.BYTES;

    private static final long NONE = OrderBook.NO_PRICE;

    private final long[] low = new long[COLUMNS];
    private final long[] high = new long[COLUMNS];
    private final long[] last = new long[COLUMNS];
    private long rows;
    private long locked;
    private long crossed;
    private long earliestNanos;
    private long latestNanos;
    private long lastNanos;

    ChartBucket() {
        clear();
    }

    /** Makes this the bucket of no rows. */
    void clear() {
        rows = 0;
        locked = 0;
        crossed = 0;
        earliestNanos = Long.MAX_VALUE;
        latestNanos = Long.MIN_VALUE;
        Arrays.fill(low, NONE);
        Arrays.fill(high, NONE);
        Arrays.fill(last, NONE);
    }

    /** Adds the next row: its time and its four values, in the order of the columns. */
    void add(long timeNanos, long[] values) {
        rows++;
        long bid = values[BID_PRICE];
        long ask = values[ASK_PRICE];
        locked += bid == ask && bid != NONE ? 1 : 0;
        crossed += bid > ask && ask != NONE ? 1 : 0;
        time(timeNanos, timeNanos, timeNanos);
        for (int c = 0; c < COLUMNS; c++) {
            column(c, values[c], values[c], values[c]);
        }
    }

    /** Adds the rows of another bucket, which come after this one's. */
    void add(ChartBucket later) {
        rows += later.rows;
        locked += later.locked;
        crossed += later.crossed;
        time(later.earliestNanos, later.latestNanos, later.lastNanos);
        for (int c = 0; c < COLUMNS; c++) {
            column(c, later.low[c], later.high[c], later.last[c]);
        }
    }

    private void time(long earliest, long latest, long last) {
        earliestNanos = Math.min(earliestNanos, earliest);
        latestNanos = Math.max(latestNanos, latest);
        lastNanos = last;
    }

    private void column(int c, long lowest, long highest, long latest) {
        if (low[c] == NONE || (lowest != NONE && lowest < low[c])) {
            low[c] = lowest;
        }
        high[c] = Math.max(high[c], highest);
        last[c] = latest;
    }

    /** The four values of a quote, in the order of the columns. */
    static void values(Quote quote, long[] to) {
        to[BID_PRICE] = quote.bidPrice();
        to[ASK_PRICE] = quote.askPrice();
        to[BID_SIZE] = quote.bidQuantity();
        to[ASK_SIZE] = quote.askQuantity();
    }

    void write(ByteBuffer to) {
        to.putLong(rows).putLong(locked).putLong(crossed);
        to.putLong(earliestNanos).putLong(latestNanos).putLong(lastNanos);
        for (int c = 0; c < COLUMNS; c++) {
            to.putLong(low[c]).putLong(high[c]).putLong(last[c]);
        }
    }

    /** Makes this the bucket that was written. */
    ChartBucket read(ByteBuffer from) {
        rows = from.getLong();
        locked = from.getLong();
        crossed = from.getLong();
        earliestNanos = from.getLong();
        latestNanos = from.getLong();
        lastNanos = from.getLong();
        for (int c = 0; c < COLUMNS; c++) {
            low[c] = from.getLong();
            high[c] = from.getLong();
            last[c] = from.getLong();
        }
        return this;
    }

    long rows() {
        return rows;
    }

    long locked() {
        return locked;
    }

    long crossed() {
        return crossed;
    }

    /** The earliest time of a row, nanoseconds since 1970. */
    long earliestNanos() {
        return earliestNanos;
    }

    /** The latest time of a row, nanoseconds since 1970. */
    long latestNanos() {
        return latestNanos;
    }

    /** The time of the last row, which need not be the latest. */
    long lastNanos() {
        return lastNanos;
    }

    long low(int column) {
        return low[column];
    }

    long high(int column) {
        return high[column];
    }

    long last(int column) {
        return last[column];
    }
}
