package io.touchline.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** A disk that fails when it is told to; a write then leaves half of its bytes, as on a full disk. */
final class FailingDisk extends Disk {

    static final String WORDS = "No space left on device";

    /** How many more calls of a kind succeed. */
    int writes = Integer.MAX_VALUE;

    int forces = Integer.MAX_VALUE;
    int cuts = Integer.MAX_VALUE;
    int renames = Integer.MAX_VALUE;
    int directoryForces = Integer.MAX_VALUE;
    /** Whether a write fails as an {@link OutOfMemoryError}, as when the JDK finds no memory to copy the bytes to. */
    boolean withoutMemory;

    void isBack() {
        writes = Integer.MAX_VALUE;
        forces = Integer.MAX_VALUE;
        cuts = Integer.MAX_VALUE;
        renames = Integer.MAX_VALUE;
        directoryForces = Integer.MAX_VALUE;
        withoutMemory = false;
    }

    @Override
    void write(RandomAccessFile file, byte[] bytes, int offset, int length) throws IOException {
        if (withoutMemory) {
            throw new OutOfMemoryError(WORDS);
        }
        if (writes-- <= 0) {
            super.write(file, bytes, offset, length / 2);
            throw new IOException(WORDS);
        }
        super.write(file, bytes, offset, length);
    }

    @Override
    void force(RandomAccessFile file) throws IOException {
        failUnless(forces-- > 0);
        super.force(file);
    }

    @Override
    void cut(RandomAccessFile file, long length) throws IOException {
        failUnless(cuts-- > 0);
        super.cut(file, length);
    }

    @Override
    void rename(Path directory, String from, String to) throws IOException {
        failUnless(renames-- > 0);
        super.rename(directory, from, to);
    }

    @Override
    void forceDirectory(Path directory) throws IOException {
        failUnless(directoryForces-- > 0);
        super.forceDirectory(directory);
    }

    private static void failUnless(boolean works) throws IOException {
        if (!works) {
            throw new IOException(WORDS);
        }
    }
}
