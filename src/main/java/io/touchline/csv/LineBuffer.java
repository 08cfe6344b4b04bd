package io.touchline.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The bytes of the input that wait to be read, with the end of the last whole line among them.
 *
 * <p>One thread. Its memory is fixed: a line that does not fit is not held, see {@link #isLineTooLong}. Words of eight bytes may be read up to
 * {@value #PADDING} bytes behind the last line.
 */
final class LineBuffer {

    static final int PADDING = 64;
    /** Where the first line starts: the bytes before it stay zero, see {@link RowScanner#NOT_TAKEN}. */
    private static final int START = 8;

    private static final int READ_SIZE = 256 << 10;
    private static final byte LF = '\n';

    private final InputStream in;
    private final int maxLine;
    private final byte[] bytes;
    private int position = START;
    private int end = START;
    private int linesEnd = START;
    private boolean atEnd;

    /** An empty buffer that holds whole lines of up to {@code maxLine} bytes, and records of several lines of up to twice that. */
    LineBuffer(InputStream in, int maxLine) {
        this.in = in;
        this.maxLine = maxLine;
        this.bytes = new byte[Math.addExact(START + READ_SIZE + PADDING, Math.multiplyExact(3, maxLine))];
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where the next line starts. */
    int position() {
        return position;
    }

    /** Where the last whole line in the buffer ends. */
    int linesEnd() {
        return linesEnd;
    }

    void moveTo(int position) {
        this.position = position;
    }

    /** Sees to it that the next line is whole in the buffer; false at the end of the input, and when the line is too long. */
    boolean hasLine() throws IOException {
        return position < linesEnd || hasLineAt(0);
    }

    /** Sees to it that a line that starts {@code offset} bytes behind the position is whole in the buffer. */
    boolean hasLineAt(int offset) throws IOException {
        while (position + offset >= linesEnd) {
            if (atEnd || end - position - offset > maxLine + 1) {
                return false;
            }
            fill();
        }
        return true;
    }

    /** Whether {@link #hasLineAt} said no because the line is longer than allowed, and not because the input is at its end. */
    boolean isLineTooLong(int offset) {
        return end - position - offset > maxLine;
    }

    /** The place of the LF that ends the line that starts at {@code from}. */
    int lineEnd(int from) {
        int p = from;
        while (true) {
            long mask = Bytes.equal(Bytes.longAt(bytes, p), Bytes.ONES * LF);
            if (mask != 0) {
                return p + Bytes.first(mask);
            }
            p += 8;
        }
    }

    /** Drops bytes up to and with the next LF, however many they are. */
    void skipLine() throws IOException {
        while (position >= linesEnd) {
            position = end;
            if (atEnd) {
                return;
            }
            fill();
        }
        position = lineEnd(position) + 1;
    }

    private void fill() throws IOException {
        if (bytes.length - PADDING - end < READ_SIZE) {
            compact();
        }
        int read = in.read(bytes, end, Math.min(READ_SIZE, bytes.length - PADDING - end));
        if (read < 0) {
            atEnd = true;
            endLastLine();
            return;
        }
        int from = end;
        end += read;
        findLinesEnd(from);
    }

    private void compact() {
        int shift = position - START;
        System.arraycopy(bytes, position, bytes, START, end - position);
        linesEnd = Math.max(START, linesEnd - shift);
        end -= shift;
        position = START;
    }

    private void findLinesEnd(int from) {
        int p = end;
        while (p > from && bytes[p - 1] != LF) {
            p--;
        }
        if (p > from) {
            linesEnd = p;
        }
    }

    /** Gives the last line the line end that it lacks. */
    private void endLastLine() {
        if (end > linesEnd && end > position) {
            bytes[end++] = LF;
            linesEnd = end;
        }
    }

    /** Whether the first bytes of the next line, which may not be whole, are these. */
    boolean startsWith(byte... start) throws IOException {
        while (end - position < start.length && !atEnd) {
            fill();
        }
        return end - position >= start.length
                && Arrays.equals(bytes, position, position + start.length, start, 0, start.length);
    }

    /** Whether a NUL is in the next line, or in what is held of it. */
    boolean holdsNulInLine() {
        for (int i = position; i < end && bytes[i] != LF; i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
