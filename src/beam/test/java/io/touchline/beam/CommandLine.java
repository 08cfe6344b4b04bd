package io.touchline.beam;

import io.touchline.convert.Conversion;
import io.touchline.convert.ConversionLimits;
import io.touchline.convert.ConversionOptions;
import io.touchline.convert.ConversionReport;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What {@code touchline convert} writes: the conversion that the command runs, in this process. */
record CommandLine(Path l1, ConversionReport report) {

    static CommandLine convert(Path l3, Path l1, ConversionOptions options) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(l3));
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(l1))) {
            return new CommandLine(l1, new Conversion(options, ConversionLimits.DEFAULT).run(in, out));
        }
    }

    /** The rows of each symbol with the header before them, by symbol. */
    Map<String, String> bySymbol() throws IOException {
        Map<String, StringBuilder> rows = new TreeMap<>();
        try (var lines = Files.newBufferedReader(l1)) {
            String header = lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String symbol = line.substring(0, line.indexOf(','));
                rows.computeIfAbsent(symbol, each -> new StringBuilder(header + "\n"))
                        .append(line)
                        .append('\n');
            }
        }
        Map<String, String> texts = new TreeMap<>();
        rows.forEach((symbol, text) -> texts.put(symbol, text.toString()));
        return texts;
    }

    /** The text of each file of a folder, by its name without {@code .csv}. */
    static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (var files = Files.list(folder)) {
            files.forEach(file -> texts.put(file.getFileName().toString().replaceFirst("\\.csv$", ""), text(file)));
        }
        return texts;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
