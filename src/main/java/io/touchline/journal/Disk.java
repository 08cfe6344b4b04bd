package io.touchline.journal;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * What this package asks of the file system when it writes; in one place, so that tests can make it fail. Any thread.
 *
 * <p>Its files are {@link RandomAccessFile}s: a write takes all bytes or throws, and an interrupt of the thread does not close them, as it
 * would close a channel.
 */
class Disk {

    private static final boolean IS_WINDOWS = File.separatorChar == '\\';

    /** Makes a directory, and those above it that are missing, durably. */
    void makeDirectory(Path directory) throws IOException {
        Path parent = directory.toAbsolutePath().getParent();
        if (parent != null && !Files.isDirectory(directory)) {
            makeDirectory(parent);
            Files.createDirectories(directory);
            forceDirectory(parent);
        }
    }

    /** An empty file, open for writing, in the place of any that was there. */
    RandomAccessFile create(Path path) throws IOException {
        Files.deleteIfExists(path);
        return open(path);
    }

    RandomAccessFile open(Path path) throws IOException {
        return new RandomAccessFile(path.toFile(), "rw");
    }

    void write(RandomAccessFile file, byte[] bytes, int offset, int length) throws IOException {
        file.write(bytes, offset, length);
    }

    /** Returns once what was written lies on the disk. */
    void force(RandomAccessFile file) throws IOException {
        file.getFD().sync();
    }

    void cut(RandomAccessFile file, long length) throws IOException {
        file.setLength(length);
    }

    /** Gives a file of a directory its final name, in the place of any that was there, durably. */
    void rename(Path directory, String from, String to) throws IOException {
        Files.move(
                directory.resolve(from),
                directory.resolve(to),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        forceDirectory(directory);
    }

    void delete(Path directory, String name) throws IOException {
        Files.deleteIfExists(directory.resolve(name));
        forceDirectory(directory);
    }

    /** Makes the names in a directory durable; an interrupt waits until that is done. Windows has no such call. */
    void forceDirectory(Path directory) throws IOException {
        if (IS_WINDOWS) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        while (!forcedWithoutInterrupt(directory)) {
            interrupted = Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean forcedWithoutInterrupt(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
            return true;
        } catch (ClosedByInterruptException e) {
            return false;
        }
    }
}
