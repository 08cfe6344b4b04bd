package io.touchline.csv;

import org.jspecify.annotations.Nullable;

/**
 * What made a row unreadable, and where.
 *
 * @param line where the row starts, counted from 1, the header being line 1
 * @param column the column's name as the file's header has it; null when the whole row is meant
 * @param expected what would have been read, such as {@code a decimal}
 * @param found the text that stood there, in quotes and cut to 80 characters, or what was found instead of text
 */
public record UnreadableRow(long line, @Nullable String column, String expected, String found) {

    @Override
    public String toString() {
        return "line " + line + (column == null ? "" : ", column " + column) + ": expected " + expected + ", found "
                + found;
    }
}
