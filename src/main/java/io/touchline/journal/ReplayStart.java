package io.touchline.journal;

/**
 * Where a replay starts, and what is known to be in the journal.
 *
 * @param record the first record to be passed on; one behind the last passes none on
 * @param known the last record that has to be there, since it was seen once; 0 when none was
 */
public record ReplayStart(long record, long known) {

    /** With the first record of all. */
    public static final ReplayStart FIRST = at(1);

    /** With a record; those before it have to be there. */
    public static ReplayStart at(long record) {
        return new ReplayStart(record, record - 1);
    }

    /** With the same record, when another one has to be there as well. */
    public ReplayStart knowing(long other) {
        return new ReplayStart(record, Math.max(known, other));
    }
}
