package io.touchline.csv;

import io.touchline.feed.LimitExceededException;
import io.touchline.feed.LimitExceededException.Limit;
import java.io.IOException;
import java.util.List;

/** Reads the first record of a level-3 file, and says what the file is when it is no CSV at all. */
final class HeaderReader {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final LineBuffer buffer;
    private final QuotedRecord record;
    private final ReaderLimits limits;
    private int line = 1;

    HeaderReader(LineBuffer buffer, QuotedRecord record, ReaderLimits limits) {
        this.buffer = buffer;
        this.record = record;
        this.limits = limits;
    }

    /** Reads the header, quoted or not, the first line that is not blank. */
    L3Header read() throws IOException {
        if (buffer.startsWith(BYTE_ORDER_MARK)) {
            buffer.moveTo(buffer.position() + BYTE_ORDER_MARK.length);
        }
        checkText();
        while (skipBlankLine()) {
            checkText();
        }
        String[] names = record.read();
        if (names == null) {
            throw unreadable("a header line with closed quotes", "a quote that is not closed");
        }
        if (names.length > limits.columns()) {
            throw new LimitExceededException(Limit.COLUMNS, limits.columns(), line);
        }
        buffer.moveTo(buffer.position() + record.length());
        L3Header header = new L3Header(List.of(names), line);
        line += record.lines();
        return header;
    }

    /** The line that is to be read next, counted from 1. */
    int line() {
        return line;
    }

    private boolean skipBlankLine() {
        int from = buffer.position();
        int end = buffer.lineEnd(from);
        boolean blank = end == from || (end == from + 1 && buffer.bytes()[from] == '\r');
        if (blank) {
            buffer.moveTo(end + 1);
            line++;
        }
        return blank;
    }

    private void checkText() throws IOException {
        if (buffer.startsWith((byte) 0xFF, (byte) 0xFE) || buffer.startsWith((byte) 0xFE, (byte) 0xFF)) {
            throw unreadable("CSV in UTF-8", "UTF-16");
        }
        boolean hasLine = buffer.hasLine();
        if (buffer.holdsNulInLine()) {
            throw unreadable("CSV in UTF-8", "binary data or UTF-16: a NUL byte in the first line");
        }
        if (!hasLine && buffer.isLineTooLong(0)) {
            throw new LimitExceededException(Limit.LINE_BYTES, limits.lineBytes(), line);
        }
        if (!hasLine) {
            throw unreadable("a header line", "an empty input");
        }
    }

    private UnreadableInputException unreadable(String expected, String found) {
        return new UnreadableInputException(new UnreadableRow(line, null, expected, found));
    }
}
