package io.touchline.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The first bytes of a segment.
 *
 * @param maxRecordBytes the longest payload in the segment
 * @param first the number of its first record
 * @param previous the number of the first record of the segment before; {@link #NO_SEGMENT} when there was none
 * @param createdNanos nanoseconds since the epoch, UTC
 */
record SegmentHeader(int maxRecordBytes, long first, long previous, long createdNanos) {

    static final int BYTES = 44;
    static final int FIRST = 16;
    static final int PREVIOUS = 24;
    static final long NO_SEGMENT = 0;

    private static final byte[] MAGIC = "TCHLJRNL".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int CRC = 40;

    byte[] encoded() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        bytes.put(MAGIC).putInt(VERSION).putInt(maxRecordBytes);
        bytes.putLong(first).putLong(previous).putLong(createdNanos);
        return bytes.putInt(crc(bytes.array())).array();
    }

    /**
     * Reads and checks the header of a segment.
     *
     * @throws FormatVersionException when another version wrote it
     * @throws DamagedJournalException when it is not a whole header
     */
    static SegmentHeader read(Path path, RandomAccessFile file) throws IOException {
        if (file.length() < BYTES) {
            throw new DamagedJournalException(path, 0, "a header of " + BYTES + " bytes", file.length() + " bytes");
        }
        byte[] bytes = new byte[BYTES];
        file.readFully(bytes);
        return decoded(path, bytes);
    }

    private static SegmentHeader decoded(Path path, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, MAGIC.length, BYTES - MAGIC.length);
        if (!Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new DamagedJournalException(path, 0, "the header of a segment", "other bytes");
        }
        if (buffer.getInt(CRC) != crc(bytes)) {
            throw new DamagedJournalException(path, CRC, "the checksum of the header", "another");
        }
        int version = buffer.getInt();
        if (version != VERSION) {
            throw new FormatVersionException(path, VERSION, version);
        }
        return new SegmentHeader(buffer.getInt(), buffer.getLong(), buffer.getLong(), buffer.getLong());
    }

    private static int crc(byte[] header) {
        CRC32C crc = new CRC32C();
        crc.update(header, 0, CRC);
        return (int) crc.getValue();
    }
}
