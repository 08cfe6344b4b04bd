package io.touchline.journal;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** The first bytes of a snapshot; static. */
final class SnapshotHeader {

    static final int BYTES = 24;

    private static final byte[] MAGIC = "TCHLSNAP".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int CRC = 20;

    private SnapshotHeader() {}

    static byte[] encoded(long record) {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        bytes.put(MAGIC).putInt(VERSION).putLong(record);
        return bytes.putInt(crc(bytes.array())).array();
    }

    /**
     * Reads and checks the header of a snapshot.
     *
     * @throws FormatVersionException when another version wrote it
     * @throws DamagedJournalException when it is not the header of the snapshot of that record
     */
    static void check(Path path, DataInputStream in, long record) throws IOException {
        byte[] bytes = in.readNBytes(BYTES);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        if (bytes.length < BYTES || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new DamagedJournalException(path, 0, "the header of a snapshot", "other bytes");
        }
        if (buffer.getInt(CRC) != crc(bytes)) {
            throw new DamagedJournalException(path, CRC, "the checksum of the header", "another");
        }
        int version = buffer.getInt(MAGIC.length);
        if (version != VERSION) {
            throw new FormatVersionException(path, VERSION, version);
        }
        long found = buffer.getLong(MAGIC.length + Integer.BYTES);
        if (found != record) {
            throw new DamagedJournalException(path, MAGIC.length + Integer.BYTES, "record " + record, "" + found);
        }
    }

    private static int crc(byte[] header) {
        CRC32C crc = new CRC32C();
        crc.update(header, 0, CRC);
        return (int) crc.getValue();
    }
}
