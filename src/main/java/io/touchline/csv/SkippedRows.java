package io.touchline.csv;

import java.util.ArrayList;
import java.util.List;

/** The rows that could not be read and were left out: how many, and the first of them. One thread. */
public final class SkippedRows {

    private final int listed;
    private final List<UnreadableRow> first = new ArrayList<>();
    private long count;

    /** Lists up to {@code listed} rows. */
    public SkippedRows(int listed) {
        this.listed = listed;
    }

    public void add(UnreadableRow row) {
        count++;
        if (first.size() < listed) {
            first.add(row);
        }
    }

    public long count() {
        return count;
    }

    /** The first rows, in the order in which they were added. */
    public List<UnreadableRow> first() {
        return List.copyOf(first);
    }

    /** The first rows since this was last asked, which are listed no more. */
    public List<UnreadableRow> takeFirst() {
        List<UnreadableRow> rows = first();
        first.clear();
        return rows;
    }
}
