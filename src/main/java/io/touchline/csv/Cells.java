package io.touchline.csv;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The cells of one row, as places in an array of bytes. Reused from row to row; one thread.
 */
final class Cells {

    private final int[] starts;
    private final int[] ends;
    private byte[] bytes = new byte[0];
    private int count;

    /** Takes rows of up to {@code columns} cells; of a longer one it only counts them. */
    Cells(int columns) {
        starts = new int[columns];
        ends = new int[columns];
    }

    /** Splits a row without quotes: {@code b[from..to]}, line end not included. */
    void split(byte[] b, int from, int to) {
        bytes = b;
        count = 0;
        int start = from;
        for (int p = from; p < to; p++) {
            if (b[p] == ',') {
                add(start, p);
                start = p + 1;
            }
        }
        add(start, to);
    }

    /** Takes the cells that the CSV library found. */
    void take(String[] cells) {
        byte[][] encoded = new byte[cells.length][];
        int length = 0;
        for (int i = 0; i < cells.length; i++) {
            encoded[i] = cells[i].getBytes(StandardCharsets.UTF_8);
            length += encoded[i].length;
        }
        bytes = new byte[length + LineBuffer.PADDING];
        count = 0;
        int at = 0;
        for (byte[] cell : encoded) {
            System.arraycopy(cell, 0, bytes, at, cell.length);
            add(at, at + cell.length);
            at += cell.length;
        }
    }

    /** Takes {@code count} empty cells of a text, to be filled by {@link #place}. */
    void clear(byte[] b, int count) {
        bytes = b;
        this.count = count;
        Arrays.fill(starts, 0, count, 0);
        Arrays.fill(ends, 0, count, 0);
    }

    /** Says where a cell stands in the text. */
    void place(int column, int start, int end) {
        starts[column] = start;
        ends[column] = end;
    }

    private void add(int start, int end) {
        if (count < starts.length) {
            starts[count] = start;
            ends[count] = end;
        }
        count++;
    }

    int count() {
        return count;
    }

    byte[] bytes() {
        return bytes;
    }

    int start(int column) {
        return starts[column];
    }

    int end(int column) {
        return ends[column];
    }

    boolean isEmpty(int column) {
        return starts[column] == ends[column];
    }

    /** Whether a cell is this ASCII text, case ignored. */
    boolean is(int column, String text) {
        int length = ends[column] - starts[column];
        if (length != text.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            int c = bytes[starts[column] + i];
            if ((c | 0x20) != (text.charAt(i) | 0x20)) {
                return false;
            }
        }
        return true;
    }
}
