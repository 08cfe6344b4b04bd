package io.touchline.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * Reads a segment record by record, and checks each. One thread; it may read while another one appends, but then only up to a record that is
 * known to be whole. Holds a buffer of 256 KiB, more for a longer record; allocates nothing per record.
 */
final class SegmentReader implements Closeable {

    private static final int BUFFER_BYTES = 256 << 10;
    private static final int SECTOR = 512;

    private final Path path;
    private final RandomAccessFile file;
    private final SegmentHeader header;
    private final long end;
    private final RecordHead head = new RecordHead();
    private byte[] buffer = new byte[BUFFER_BYTES];
    private ByteBuffer payload = ByteBuffer.wrap(buffer);
    /** Where in the file the buffer's first byte stands. */
    private long bufferStart;

    private int buffered;
    private long at = SegmentHeader.BYTES;
    private long number;

    private SegmentReader(Path path, RandomAccessFile file) throws IOException {
        this.path = path;
        this.file = file;
        this.header = SegmentHeader.read(path, file);
        this.end = file.length();
        this.number = header.first();
    }

    /**
     * Opens a segment before its first record.
     *
     * @throws java.io.FileNotFoundException when there is no such file
     */
    static SegmentReader open(Path path) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "r");
        try {
            return new SegmentReader(path, file);
        } catch (Throwable e) {
            file.close();
            throw e;
        }
    }

    SegmentHeader header() {
        return header;
    }

    /** Where the next record starts, or what should be one: bytes from the start of the file. */
    long at() {
        return at;
    }

    /** The number of that record. */
    long number() {
        return number;
    }

    /** The size of the file when it was opened. */
    long end() {
        return end;
    }

    boolean isAtEnd() {
        return at == end;
    }

    /** Goes on to the first record that is not right, or to the end, at most to {@code to}, and passes on the records from {@code from} on. */
    void pass(long from, long to, RecordConsumer consumer) throws IOException {
        while (number <= to && isRecord(at, (int) number)) {
            int start = (int) (at - bufferStart) + RecordHead.BYTES;
            int length = RecordHead.length(buffer, start - RecordHead.BYTES);
            if (number >= from) {
                consumer.record(number, payload.clear().limit(start + length).position(start));
            }
            at += RecordHead.BYTES + length;
            number++;
        }
    }

    /** How long the record is, head included, that stands whole at a place behind the wrong one; 0 when there is none. */
    int laterRecord(long place) throws IOException {
        if (!load(place, RecordHead.BYTES)) {
            return 0;
        }
        int start = (int) (place - bufferStart);
        long steps = Integer.toUnsignedLong(RecordHead.number(buffer, start) - (int) number);
        boolean couldBe = steps > 0 && steps <= (place - at) / (RecordHead.BYTES + 1) + 1;
        return couldBe && isRecord(place, (int) (number + steps))
                ? RecordHead.BYTES + RecordHead.length(buffer, (int) (place - bufferStart))
                : 0;
    }

    /** Whether the record that stands whole at a place starts a group. */
    boolean startsGroup(long place) throws IOException {
        return load(place, RecordHead.BYTES) && RecordHead.startsGroup(buffer, (int) (place - bufferStart));
    }

    /** Whether a sector that holds nothing but zeros lies between two places, or around the first. */
    boolean hasZeroSector(long from, long to) throws IOException {
        long sector = from / SECTOR * SECTOR;
        while (sector + SECTOR <= to) {
            if (isZeroSector(sector)) {
                return true;
            }
            sector += SECTOR;
        }
        return false;
    }

    private boolean isZeroSector(long sector) throws IOException {
        if (!load(sector, SECTOR)) {
            return false;
        }
        int start = (int) (sector - bufferStart);
        int i = 0;
        while (i < SECTOR && buffer[start + i] == 0) {
            i++;
        }
        return i == SECTOR;
    }

    /** What is wrong where the reader stands. */
    DamagedJournalException damage() throws IOException {
        return new DamagedJournalException(path, at, "record " + number, found());
    }

    private String found() throws IOException {
        if (!load(at, RecordHead.BYTES)) {
            return (end - at) + " bytes";
        }
        int start = (int) (at - bufferStart);
        int length = RecordHead.length(buffer, start);
        if (length == 0 || length > header.maxRecordBytes() || length > end - at - RecordHead.BYTES) {
            return "one of " + length + " bytes";
        }
        int low = RecordHead.number(buffer, start);
        return low == (int) number ? "a wrong checksum" : "number " + (number + (low - (int) number));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private boolean isRecord(long place, int low) throws IOException {
        if (!load(place, RecordHead.BYTES)) {
            return false;
        }
        int start = (int) (place - bufferStart);
        int length = RecordHead.length(buffer, start);
        return RecordHead.number(buffer, start) == low
                && length > 0
                && length <= header.maxRecordBytes()
                && load(place, RecordHead.BYTES + length)
                && head.isRight(buffer, (int) (place - bufferStart));
    }

    /** Brings bytes of the file into the buffer; answers whether there are so many. */
    private boolean load(long place, int bytes) throws IOException {
        boolean isThere = place >= bufferStart && place + bytes <= bufferStart + buffered;
        return isThere || (place + bytes <= end && fill(place, bytes));
    }

    /** The file may have been cut meanwhile, behind what is asked for by a reader beside the writer. */
    private boolean fill(long place, int bytes) throws IOException {
        if (bytes > buffer.length) {
            buffer = new byte[bytes];
            payload = ByteBuffer.wrap(buffer);
        }
        file.seek(place);
        bufferStart = place;
        buffered = 0;
        int read = 0;
        while (read > -1 && buffered < bytes) {
            buffered += read;
            read = file.read(buffer, buffered, buffer.length - buffered);
        }
        return buffered >= bytes;
    }
}
