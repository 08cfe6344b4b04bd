package io.touchline.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Records in the order in which they were appended, in files that survive a crash; the package's description shows them.
 *
 * <p>What is appended is a group until {@link #force} or {@link #flush} accepts it, all of it or nothing. When a call fails, the group is gone: the
 * numbers go on behind the last accepted record, and the next call first takes the file back to that record, durably, and begins a new
 * segment, for as long as this fails, too. So {@code force()} without a group is how to find out whether a disk that failed is back.
 *
 * <p>One thread appends, accepts and closes. All else is for any thread, beside it. An interrupt of a thread harms nothing. Appending
 * allocates nothing, but for a new segment. A directory must belong to one journal at a time.
 */
public final class Journal implements Closeable {

    private final Disk disk;
    private final SegmentDirectory directory;
    private final JournalSettings settings;
    private final TornTail tail;
    private final byte[] buffer = new byte[SegmentWriter.BUFFER_BYTES];
    private @Nullable SegmentWriter writer;
    private boolean failed;
    private boolean closed;
    private long next;
    private volatile long lastAccepted;
    private volatile long lastDurable;

    private Journal(Disk disk, SegmentDirectory directory, JournalSettings settings, Replay replay) throws IOException {
        this.disk = disk;
        this.directory = directory;
        this.settings = settings;
        this.tail = replay.tail();
        this.next = replay.next();
        this.lastAccepted = next - 1;
        this.lastDurable = next - 1;
        this.writer = last();
    }

    /**
     * Opens a journal, passes on its records, and cuts a torn tail off. When it returns, all of its records are durable.
     *
     * @param directory made if need be; nothing else touches its segments while the journal is open
     * @param start of segments before that of its record only headers are checked
     * @throws DamagedJournalException when a record from there on is damaged or missing; then nothing is cut off
     * @throws FormatVersionException when another version wrote a segment
     */
    public static Journal open(Path directory, JournalSettings settings, ReplayStart start, RecordConsumer replay)
            throws IOException {
        return open(new Disk(), directory, settings, start, replay);
    }

    static Journal open(Disk disk, Path directory, JournalSettings settings, ReplayStart start, RecordConsumer consumer)
            throws IOException {
        SegmentDirectory segments = SegmentDirectory.open(disk, directory);
        Replay replay = new Replay(segments, start, consumer);
        replay.run();
        return new Journal(disk, segments, settings, replay);
    }

    /** The last segment, to go on in; none when there is none, or when a record may be longer now than that segment says. */
    private @Nullable SegmentWriter last() throws IOException {
        List<SegmentHeader> headers = directory.headers();
        if (headers.isEmpty()) {
            return null;
        }
        SegmentHeader last = headers.get(headers.size() - 1);
        RandomAccessFile file = disk.open(directory.file(last));
        try {
            disk.cut(file, file.length() - tail.bytes());
            disk.force(file);
        } catch (Throwable e) {
            file.close();
            throw e;
        }
        if (last.maxRecordBytes() >= settings.maxRecordBytes()) {
            return new SegmentWriter(disk, file, buffer);
        }
        file.close();
        return null;
    }

    /**
     * Appends a record to the group.
     *
     * @param payload copied before the call returns
     * @param length 1 to {@link JournalSettings#maxRecordBytes}
     * @return the record's number, counted from 1; another record gets it when the group fails
     */
    public long append(byte[] payload, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, payload.length);
        if (length < 1 || length > settings.maxRecordBytes()) {
            throw new IllegalArgumentException(
                    "expected a record of 1 to " + settings.maxRecordBytes() + " bytes, found " + length);
        }
        try {
            segment().append(next, payload, offset, length);
        } catch (Throwable e) {
            fail();
            throw e;
        }
        return next++;
    }

    /** Accepts the group once it is durable, by an fsync. */
    public void force() throws IOException {
        accept(true);
        lastDurable = lastAccepted;
    }

    /** Accepts the group once the operating system has it: it survives the end of this process, but not that of the machine. */
    public void flush() throws IOException {
        accept(false);
    }

    private void accept(boolean durably) throws IOException {
        try {
            SegmentWriter current = failed ? segment() : writer;
            if (current != null) {
                current.accept(durably);
            }
        } catch (Throwable e) {
            fail();
            throw e;
        }
        lastAccepted = next - 1;
    }

    private void fail() {
        failed = true;
        next = lastAccepted + 1;
    }

    /** The segment to append to; a full one, or one that failed, is left only between two groups, so that none lies in two segments. */
    private SegmentWriter segment() throws IOException {
        if (closed) {
            throw new IllegalStateException("the journal is closed");
        }
        SegmentWriter current = writer;
        if (!failed && current != null && !(current.isAccepted() && current.size() >= settings.segmentBytes())) {
            return current;
        }
        if (current != null) {
            leave(current);
        }
        SegmentWriter begun = new SegmentWriter(disk, directory.begin(next, settings.maxRecordBytes()), buffer);
        writer = begun;
        failed = false;
        return begun;
    }

    private void leave(SegmentWriter current) throws IOException {
        settle(current);
        writer = null;
        current.close();
    }

    private void settle(SegmentWriter current) throws IOException {
        if (failed) {
            current.cutBack();
        } else {
            current.accept(true);
        }
        lastAccepted = next - 1;
        lastDurable = lastAccepted;
    }

    /**
     * Reads accepted records, up to the last one at the time of the call. Any thread.
     *
     * @throws RecordsGoneException when one of them was deleted, before or while it was read
     * @throws DamagedJournalException when one is damaged
     */
    public void read(long from, RecordConsumer consumer) throws IOException {
        directory.read(from, lastAccepted, consumer);
    }

    /** Deletes the segments all of whose records are below {@code record}; never the last segment. */
    public void deleteBefore(long record) throws IOException {
        directory.deleteBefore(record);
    }

    /** The number of the last accepted record; 0 before the first. */
    public long lastAccepted() {
        return lastAccepted;
    }

    /** The number of the last record that is durable; 0 before the first. */
    public long lastDurable() {
        return lastDurable;
    }

    /** The number of the first record that was not deleted; that of the next record when there is none. */
    public long firstKept() {
        List<SegmentHeader> headers = directory.headers();
        return headers.isEmpty() ? lastAccepted + 1 : headers.get(0).first();
    }

    /** The segments, the oldest first. */
    public List<Segment> segmentList() {
        return directory.segments();
    }

    public int segments() {
        return directory.headers().size();
    }

    /** How many bytes the segments have on disk. */
    public long bytes() {
        return segmentList().stream().mapToLong(Segment::bytes).sum();
    }

    /** How many bytes were cut off when the journal was opened. */
    public long tornBytes() {
        return tail.bytes();
    }

    /** How many records, whole or begun, were found in the bytes that were cut off. */
    public int tornRecords() {
        return tail.records();
    }

    /** Accepts what was appended, durably, and closes the journal; closing again does nothing. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        SegmentWriter current = writer;
        if (current != null) {
            try (current) {
                settle(current);
            }
        }
    }
}
