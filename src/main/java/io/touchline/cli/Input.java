package io.touchline.cli;

import io.touchline.convert.InputFailedException;
import java.io.Closeable;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A file to read, or the standard input.
 *
 * @param bytes how long it is; {@link #UNKNOWN} for what has no length, such as a pipe
 */
record Input(InputStream stream, long bytes) implements Closeable {

    static final long UNKNOWN = -1;
    static final String STANDARD = "-";

    static Input open(String name, InputStream standard) throws IOException {
        if (name.equals(STANDARD)) {
            return new Input(standard, UNKNOWN);
        }
        File file = new File(name);
        try {
            return new Input(new FileInputStream(file), file.isFile() ? file.length() : UNKNOWN);
        } catch (IOException e) {
            throw new InputFailedException(e);
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
