package io.touchline.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads a journal from a record to its end when it is opened. One thread, one use. */
final class Replay {

    private final SegmentDirectory directory;
    private final ReplayStart start;
    private final RecordConsumer consumer;
    private long next = 1;
    private TornTail tail = new TornTail(SegmentHeader.BYTES, 0, 0);

    Replay(SegmentDirectory directory, ReplayStart start, RecordConsumer consumer) {
        this.directory = directory;
        this.start = start;
        this.consumer = consumer;
    }

    /**
     * Passes on all records, and checks those that precede them in their segment.
     *
     * @throws DamagedJournalException when one of them is damaged or missing
     */
    void run() throws IOException {
        List<SegmentHeader> headers = directory.headers();
        int index = SegmentDirectory.indexOf(start.record(), headers);
        if (index >= 0) {
            next = headers.get(index).first();
            read(headers.subList(index, headers.size()));
        } else if (!headers.isEmpty()) {
            throw missing(
                    directory.file(headers.get(0)),
                    SegmentHeader.FIRST,
                    start.record(),
                    "" + headers.get(0).first());
        }
        if (start.known() >= next) {
            throw missing(directory.path(), 0, start.known(), "record " + (next - 1) + " as the last");
        }
    }

    private void read(List<SegmentHeader> headers) throws IOException {
        SegmentHeader last = headers.get(headers.size() - 1);
        for (SegmentHeader header : headers) {
            if (header.first() != next) {
                throw missing(directory.file(header), SegmentHeader.FIRST, next, "record " + header.first());
            }
            try (SegmentReader reader = SegmentReader.open(directory.file(header))) {
                reader.pass(start.record(), Long.MAX_VALUE, consumer);
                next = reader.number();
                if (header.equals(last)) {
                    tail = TornTail.behind(reader);
                } else if (!reader.isAtEnd()) {
                    throw reader.damage();
                }
            }
        }
    }

    private static DamagedJournalException missing(Path file, long offset, long record, String found) {
        return new DamagedJournalException(file, offset, "record " + record, found);
    }

    /** The number that the next record will have. */
    long next() {
        return next;
    }

    /** What stood behind the last whole record. */
    TornTail tail() {
        return tail;
    }
}
