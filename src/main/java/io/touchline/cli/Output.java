package io.touchline.cli;

import java.io.Closeable;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file to write, compressed when its name ends in {@code .gz}, or the standard output.
 *
 * <p>A file is written under another name beside its own and takes its name in {@link #keep}; closed before that, or when the process is
 * interrupted, it goes, and whatever had the name stays untouched. What is no regular file, such as a device or a pipe, is written as
 * it is.
 */
final class Output implements Closeable {

    static final String STANDARD = "-";

    private static final int GZIP_BUFFER_BYTES = 1 << 16;

    private final OutputStream stream;
    private final @Nullable Path part;
    private final Path target;
    private boolean done;

    private Output(OutputStream stream, @Nullable Path part, Path target) {
        this.stream = stream;
        this.part = part;
        this.target = target;
    }

    /** @throws OutputFailedException when the file cannot be made */
    static Output open(String name, OutputStream standard) throws IOException {
        if (name.equals(STANDARD)) {
            return new Output(standard, null, Path.of(name));
        }
        Path file = Path.of(name);
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                return new Output(new FileOutputStream(name), null, file);
            }
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            return besides(target);
        } catch (IOException e) {
            throw new OutputFailedException(String.valueOf(e.getMessage()));
        }
    }

    private static Output besides(Path target) throws IOException {
        Path directory = Objects.requireNonNullElse(target.getParent(), target);
        if (!Files.isDirectory(directory)) {
            throw new IOException("no such directory: " + directory);
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new IOException(target + " is write-protected");
        }
        File part = new File(
                directory.toFile(),
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        Output output = new Output(compressed(target, new FileOutputStream(part)), part.toPath(), target);
        Runtime.getRuntime().addShutdownHook(new Thread(output::discard, "discard-output"));
        return output;
    }

    private static OutputStream compressed(Path target, OutputStream file) throws IOException {
        return target.toString().endsWith(".gz") ? new GZIPOutputStream(file, GZIP_BUFFER_BYTES) : file;
    }

    OutputStream stream() {
        return stream;
    }

    /** Ends a successful write: from now on the file has its name. */
    synchronized void keep() throws IOException {
        stream.close();
        if (part != null && !done) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
        done = true;
    }

    /** Ends a failed write, of which nothing stays; does nothing after {@link #keep}. */
    @Override
    public synchronized void close() throws IOException {
        if (!done) {
            done = true;
            deletePart();
            stream.close();
        }
    }

    private synchronized void discard() {
        try {
            if (!done) {
                done = true;
                deletePart();
            }
        } catch (IOException e) {
            done = true; // the process ends here and nobody is left to be told
        }
    }

    private void deletePart() throws IOException {
        if (part != null) {
            Files.deleteIfExists(part);
        }
    }
}
