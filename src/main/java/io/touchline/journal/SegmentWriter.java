package io.touchline.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;

/**
 * Appends records to one segment. One thread; allocates nothing per record.
 *
 * <p>Once a method has thrown, {@link #cutBack} and {@link #close} are all that may be called.
 */
final class SegmentWriter implements Closeable {

    static final int BUFFER_BYTES = 256 << 10;

    private final Disk disk;
    private final RandomAccessFile file;
    private final byte[] buffer;
    private final RecordHead head = new RecordHead();
    private int buffered;
    private long size;
    /** How far the file was accepted: what stays when something fails. */
    private long accepted;
    /** How far it was accepted and fsynced. */
    private long durable;

    /**
     * Goes on at the end of a segment, all of which is durable.
     *
     * @param file a segment, open for writing
     * @param buffer what is appended stays here until there is enough of it; of {@value #BUFFER_BYTES} bytes
     */
    SegmentWriter(Disk disk, RandomAccessFile file, byte[] buffer) throws IOException {
        this.disk = disk;
        this.file = file;
        this.buffer = buffer;
        this.size = file.length();
        this.accepted = size;
        this.durable = size;
        file.seek(size);
    }

    /** How long the segment is, with what was appended last: bytes. */
    long size() {
        return size;
    }

    /** Whether all that was appended was accepted. */
    boolean isAccepted() {
        return accepted == size;
    }

    void append(long number, byte[] payload, int offset, int length) throws IOException {
        if (buffer.length - buffered < RecordHead.BYTES + length) {
            drain();
        }
        RecordHead.put(buffer, buffered, number, length, size == durable);
        head.check(buffer, buffered, payload, offset);
        buffered += RecordHead.BYTES;
        put(payload, offset, length);
        size += RecordHead.BYTES + length;
    }

    private void put(byte[] payload, int offset, int length) throws IOException {
        if (length <= buffer.length - buffered) {
            System.arraycopy(payload, offset, buffer, buffered, length);
            buffered += length;
        } else {
            drain();
            disk.write(file, payload, offset, length);
        }
    }

    private void drain() throws IOException {
        disk.write(file, buffer, 0, buffered);
        buffered = 0;
    }

    /** Hands all that was appended to the operating system, or durably to the disk, and accepts it. */
    void accept(boolean durably) throws IOException {
        drain();
        if (durably && durable < size) {
            disk.force(file);
            durable = size;
        }
        accepted = size;
    }

    /**
     * Takes the file back to what was accepted, and makes that durable. What was accepted without being durable is written once more, since
     * after an fsync that failed the operating system may take it for written.
     */
    void cutBack() throws IOException {
        disk.cut(file, accepted);
        long place = durable;
        while (place < accepted) {
            int length = (int) Math.min(buffer.length, accepted - place);
            file.seek(place);
            file.readFully(buffer, 0, length);
            file.seek(place);
            disk.write(file, buffer, 0, length);
            place += length;
        }
        disk.force(file);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
