package io.touchline.convert;

import java.util.Arrays;

/**
 * Rows of one symbol packed tight: each as what changed since the row before. One thread.
 *
 * <pre>
 * row    a byte whose bits 0 to 3 say which of the four columns changed, the time's change, the change of each of those columns
 * change a whole number in as few groups of seven bits as it needs, its sign in the lowest bit
 * </pre>
 *
 * The first row is packed as the change from time 0 and four zeros. A usual row takes about a dozen bytes.
 */
final class ChartRows {

    private static final int MAX_ROW_BYTES = 1 + 10 * (1 + ChartBucket.COLUMNS);
    private static final int FIRST_BYTES = 64;

    private final long[] values = new long[ChartBucket.COLUMNS];
    private long timeNanos;
    private byte[] bytes;
    private int at;

    ChartRows() {
        this(new byte[FIRST_BYTES]);
    }

    /** Rows to be read, packed earlier. */
    ChartRows(byte[] packed) {
        bytes = packed;
    }

    /** Forgets all rows; the memory stays. */
    void clear() {
        at = 0;
        timeNanos = 0;
        Arrays.fill(values, 0);
    }

    /** Packs one more row. */
    void add(long nextTimeNanos, long[] next) {
        if (at + MAX_ROW_BYTES > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        int changedAt = at++;
        int changed = 0;
        write(nextTimeNanos - timeNanos);
        timeNanos = nextTimeNanos;
        for (int c = 0; c < next.length; c++) {
            if (next[c] != values[c]) {
                changed |= 1 << c;
                write(next[c] - values[c]);
                values[c] = next[c];
            }
        }
        bytes[changedAt] = (byte) changed;
    }

    /** Unpacks the next row; {@link #timeNanos} and {@link #values} then have it. */
    void next() {
        int changed = bytes[at++];
        timeNanos += read();
        for (int c = 0; c < values.length; c++) {
            if ((changed & 1 << c) != 0) {
                values[c] += read();
            }
        }
    }

    long timeNanos() {
        return timeNanos;
    }

    /** The four values, in the order of {@link ChartBucket}; overwritten by the next row. */
    long[] values() {
        return values;
    }

    /** The packed rows, from the start of this array. */
    byte[] bytes() {
        return bytes;
    }

    /** How many bytes are packed. */
    int length() {
        return at;
    }

    private void write(long change) {
        long rest = change << 1 ^ change >> 63;
        while ((rest & ~0x7FL) != 0) {
            bytes[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[at++] = (byte) rest;
    }

    private long read() {
        long value = 0;
        int shift = 0;
        byte b;
        do {
            b = bytes[at++];
            value |= (b & 0x7FL) << shift;
            shift += 7;
        } while (b < 0);
        return value >>> 1 ^ -(value & 1);
    }
}
