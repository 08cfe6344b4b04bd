package io.touchline.convert;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A finished conversion whose result lies in a temporary file until this is closed. */
public record SpooledConversion(ConversionReport report, Path file) implements Closeable {

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
