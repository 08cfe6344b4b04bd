package io.touchline.journal;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Reads a snapshot section by section, and checks each. One thread; holds 64 KiB. */
final class SnapshotReader implements Closeable {

    private static final int BUFFER_BYTES = 64 << 10;

    private final Path path;
    private final DataInputStream in;
    private final long end;
    private final CRC32C checks = new CRC32C();
    private int sections;
    /** Where the next section starts: bytes from the start of the file. */
    private long at = SnapshotHeader.BYTES;

    private SectionHead head = new SectionHead("", 0, 0);

    SnapshotReader(Path path, long record) throws IOException {
        this.path = path;
        this.end = path.toFile().length();
        this.in = new DataInputStream(new BufferedInputStream(new FileInputStream(path.toFile()), BUFFER_BYTES));
        try {
            SnapshotHeader.check(path, in, record);
        } catch (Throwable e) {
            in.close();
            throw e;
        }
    }

    /**
     * Goes on to the next section.
     *
     * @return false when there is none, and the snapshot is whole
     */
    boolean next() throws IOException {
        try {
            int length = in.readUnsignedShort();
            if (length == SectionHead.TRAILER) {
                checkTrailer();
                return false;
            }
            String key = new String(in.readNBytes(length), StandardCharsets.UTF_8);
            head = new SectionHead(key, in.readLong(), in.readInt());
        } catch (EOFException e) {
            throw new DamagedJournalException(path, at, "a section or the trailer", "the end of the file");
        }
        if (head.length() < 0 || head.length() > end - at - head.size()) {
            throw new DamagedJournalException(
                    path, at, "a section", "one of " + head.length() + " bytes, which is longer than the file");
        }
        head.addTo(checks);
        sections++;
        return true;
    }

    private void checkTrailer() throws IOException {
        byte[] trailer = SectionHead.trailer(sections, checks);
        byte[] found = in.readNBytes(SectionHead.TRAILER_BYTES);
        if (!Arrays.equals(trailer, Short.BYTES, trailer.length, found, 0, found.length)) {
            throw new DamagedJournalException(path, at, "the trailer of " + sections + " sections", "another");
        }
    }

    String key() {
        return head.key();
    }

    /** Passes the section's data on, and checks it. */
    void pass(SectionConsumer consumer) throws IOException {
        Data data = new Data();
        consumer.section(head.key(), data);
        data.transferTo(OutputStream.nullOutputStream());
        if (!SectionHead.of(head.key(), head.length(), data.crc).equals(head)) {
            throw new DamagedJournalException(path, at, "section " + head.key() + " with its checksum", "another");
        }
        at += head.size() + head.length();
    }

    /** Goes over the section's data without looking at it. */
    void skip() throws IOException {
        in.skipNBytes(head.length());
        at += head.size() + head.length();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** The data of the section at which the reader is. */
    private final class Data extends InputStream {

        private final CRC32C crc = new CRC32C();
        private long left = head.length();

        @Override
        public int read() throws IOException {
            if (left == 0) {
                return -1;
            }
            int b = in.read();
            if (b >= 0) {
                crc.update(b);
                left--;
            }
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int count) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = in.read(bytes, offset, (int) Math.min(count, left));
            if (read > 0) {
                crc.update(bytes, offset, read);
                left -= read;
            }
            return read;
        }
    }
}
