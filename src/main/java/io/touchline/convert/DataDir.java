package io.touchline.convert;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directory where results are kept and where unfinished ones grow; belongs to one process at a time. Any thread.
 *
 * <pre>
 * lock                    held while a process uses the directory
 * conversions/&lt;id&gt;/       kept results: moved here whole, so that what stands here is finished
 * live/                   the journal of live books and their snapshots
 * temp/                   everything unfinished; emptied by the next start
 * </pre>
 */
public final class DataDir implements Closeable {

    private final Path root;
    private final FileChannel lock;

    private DataDir(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Takes a directory, made if need be, and removes what a process that ended half way left in it.
     *
     * @throws DataDirInUseException when another process holds it
     */
    public static DataDir open(Path root) throws IOException {
        Path directory = Files.createDirectories(root).toRealPath();
        DataDir opened = new DataDir(directory, lock(directory));
        Files.createDirectories(opened.conversions());
        Files.createDirectories(opened.live());
        Files.createDirectories(opened.temp());
        for (Path leftover : list(opened.temp())) {
            delete(leftover);
        }
        return opened;
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new DataDirInUseException(directory);
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Where everything unfinished grows; an absolute path. */
    public Path temp() {
        return root.resolve("temp");
    }

    /** Where live books are kept; an absolute path. */
    public Path live() {
        return root.resolve("live");
    }

    Path conversions() {
        return root.resolve("conversions");
    }

    /** Gives the directory free for another process. */
    @Override
    public void close() throws IOException {
        lock.close();
    }

    /** What a directory holds. */
    static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList();
        }
    }

    /** Deletes a file, or a directory and all in it; nothing when it is gone already. */
    static void delete(Path path) throws IOException {
        try (Stream<Path> tree = Files.walk(path)) {
            for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (NoSuchFileException e) {
            // Gone is what was asked for.
        }
    }
}
