package io.touchline.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * Writes one snapshot, section by section. Any thread: while one writes a section, others wait. Holds 64 KiB.
 *
 * <p>Only {@link #finish} makes it a snapshot; closed before, or after a failure, it leaves nothing.
 */
public final class SnapshotWriter implements Closeable {

    private final Disk disk;
    private final Path directory;
    private final String unfinished;
    private final String name;
    private final RandomAccessFile file;
    private final CRC32C checks = new CRC32C();
    private int sections;
    private boolean failed;
    private boolean closed;

    SnapshotWriter(Disk disk, Path directory, String name, long record) throws IOException {
        this.disk = disk;
        this.directory = directory;
        this.name = name;
        this.unfinished = name + Snapshots.UNFINISHED;
        this.file = disk.create(directory.resolve(unfinished));
        try {
            disk.write(file, SnapshotHeader.encoded(record), 0, SnapshotHeader.BYTES);
        } catch (Throwable e) {
            close();
            throw e;
        }
    }

    /**
     * Adds a section.
     *
     * @param key of at most 65,534 bytes in UTF-8; the same one may come again
     */
    public synchronized void section(String key, SectionBody body) throws IOException {
        if (SectionHead.bytes(key).length > SectionHead.LONGEST_KEY) {
            throw new IllegalArgumentException("expected a key of at most " + SectionHead.LONGEST_KEY + " bytes");
        }
        boolean failedBefore = failed;
        failed = true;
        write(key, body);
        sections++;
        failed = failedBefore;
    }

    /** The head stands before the data, but is known after it. */
    private void write(String key, SectionBody body) throws IOException {
        long start = file.getFilePointer();
        write(new SectionHead(key, 0, 0).encoded());
        SectionOutput out = new SectionOutput(disk, file);
        body.write(out);
        out.flush();
        long end = file.getFilePointer();
        SectionHead head = out.head(key);
        file.seek(start);
        write(head.encoded());
        file.seek(end);
        head.addTo(checks);
    }

    private void write(byte[] bytes) throws IOException {
        disk.write(file, bytes, 0, bytes.length);
    }

    /** Makes the snapshot durable, and then visible, in the place of one of the same record. */
    public synchronized void finish() throws IOException {
        if (failed || closed) {
            throw new IllegalStateException(
                    "a snapshot of which a section failed, or which is closed, is never finished");
        }
        write(SectionHead.trailer(sections, checks));
        disk.force(file);
        file.close();
        disk.rename(directory, unfinished, name);
        closed = true;
    }

    @Override
    public synchronized void close() throws IOException {
        if (!closed) {
            closed = true;
            file.close();
            disk.delete(directory, unfinished);
        }
    }

    /** The data of one section on its way to the file. */
    private static final class SectionOutput extends OutputStream {

        private static final int BUFFER_BYTES = 64 << 10;

        private final Disk disk;
        private final RandomAccessFile file;
        private final CRC32C crc = new CRC32C();
        private final byte[] buffer = new byte[BUFFER_BYTES];
        private int buffered;
        private long length;

        SectionOutput(Disk disk, RandomAccessFile file) {
            this.disk = disk;
            this.file = file;
        }

        @Override
        public void write(int b) throws IOException {
            if (buffered == buffer.length) {
                flush();
            }
            buffer[buffered++] = (byte) b;
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            if (count > buffer.length - buffered) {
                flush();
            }
            if (count > buffer.length) {
                put(bytes, offset, count);
            } else {
                System.arraycopy(bytes, offset, buffer, buffered, count);
                buffered += count;
            }
        }

        @Override
        public void flush() throws IOException {
            put(buffer, 0, buffered);
            buffered = 0;
        }

        private void put(byte[] bytes, int offset, int count) throws IOException {
            crc.update(bytes, offset, count);
            disk.write(file, bytes, offset, count);
            length += count;
        }

        SectionHead head(String key) {
            return SectionHead.of(key, length, crc);
        }
    }
}
