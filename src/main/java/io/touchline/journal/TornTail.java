package io.touchline.journal;

import java.io.IOException;

/**
 * What stood behind the last whole record of a journal: a write that a crash cut short, never acknowledged.
 *
 * @param start where it starts in the last segment
 * @param bytes how long it was; 0 when there was none
 * @param records how many records it held, those that were only begun included
 */
record TornTail(long start, long bytes, int records) {

    /**
     * Judges what stands behind a reader of the last segment that found no more right record.
     *
     * @throws DamagedJournalException when it was durable once
     */
    static TornTail behind(SegmentReader reader) throws IOException {
        long start = reader.at();
        if (reader.isAtEnd()) {
            return new TornTail(start, 0, 0);
        }
        int records = 1;
        long place = start + 1;
        while (place < reader.end()) {
            int bytes = reader.laterRecord(place);
            boolean isTorn = bytes == 0 || records > 1 || reader.hasZeroSector(start, place);
            if (!isTorn || (bytes > 0 && reader.startsGroup(place))) {
                throw reader.damage();
            }
            records += bytes > 0 ? 1 : 0;
            place += Math.max(1, bytes);
        }
        return new TornTail(start, reader.end() - start, records);
    }
}
