package io.touchline.csv;

import com.opencsv.ICSVParser;
import com.opencsv.RFC4180ParserBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The next record of a {@link LineBuffer} when a quote may be in it: then it may run over several lines, and the CSV library splits it. One thread.
 */
final class QuotedRecord {

    private final LineBuffer buffer;
    private final int maxBytes;
    private @Nullable ICSVParser parser;
    private int length;
    private int lines;

    /** Reads records of up to about {@code maxBytes} bytes. */
    QuotedRecord(LineBuffer buffer, int maxBytes) {
        this.buffer = buffer;
        this.maxBytes = maxBytes;
    }

    /** Splits the record that starts at the buffer's position; null when its quotes are not closed before the limit or the end of the input. */
    String @Nullable [] read() throws IOException {
        List<String> cells = new ArrayList<>();
        length = 0;
        lines = 0;
        do {
            if (length > maxBytes || !buffer.hasLineAt(length)) {
                parser = null;
                return null;
            }
            Collections.addAll(cells, split(nextLine()));
        } while (isPending());
        return cells.toArray(String[]::new);
    }

    /** A line without a quote needs no library, which takes longer to be loaded than a small file takes to be converted. */
    private String[] split(String line) throws IOException {
        if (line.indexOf('"') < 0 && !isPending()) {
            return line.split(",", -1);
        }
        if (parser == null) {
            parser = new RFC4180ParserBuilder().build();
        }
        return parser.parseLineMulti(line);
    }

    private boolean isPending() {
        return parser != null && parser.isPending();
    }

    private String nextLine() {
        int from = buffer.position() + length;
        int end = buffer.lineEnd(from);
        int to = end > from && buffer.bytes()[end - 1] == '\r' ? end - 1 : end;
        length += end + 1 - from;
        lines++;
        return new String(buffer.bytes(), from, to - from, StandardCharsets.UTF_8);
    }

    /** How many bytes the record last read took, its line ends among them. */
    int length() {
        return length;
    }

    /** How many lines the record last read took. */
    int lines() {
        return lines;
    }
}
