package io.touchline.beam;

import io.touchline.csv.L3Writer;
import io.touchline.feed.Message;
import io.touchline.generate.GeneratorSettings;
import io.touchline.generate.L3Generator;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Made-up level 3 in files. Static. */
final class MadeUpL3 {

    private static final int SHUFFLED = 1_000;
    private static final int ONE_IN = 5_000;
    private static final int ROWS_LATE = 40_000;

    private MadeUpL3() {}

    /** A file in order; gzip when its name says so. */
    static Path write(Path file, long rows, int symbols, long seed) throws IOException {
        GeneratorSettings settings = new GeneratorSettings(rows, seed, symbols, 10, 200);
        L3Generator generator = new L3Generator(settings);
        Message message = new Message();
        try (OutputStream out = open(file);
                L3Writer writer = new L3Writer(out, symbols == 1 ? List.of() : generator.symbols())) {
            writer.header();
            while (generator.next(message)) {
                writer.row(message, generator.position());
            }
        }
        return file;
    }

    private static OutputStream open(Path file) throws IOException {
        OutputStream out = Files.newOutputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPOutputStream(out) : out;
    }

    /** Copies a file with its rows shuffled as far as a window reaches; now and then one is late, there twice, or cut. */
    static Path shuffle(Path ordered, Path shuffled, long seed) throws IOException {
        Random random = new Random(seed);
        Deque<String> late = new ArrayDeque<>();
        try (BufferedReader in = Files.newBufferedReader(ordered);
                BufferedWriter out = Files.newBufferedWriter(shuffled)) {
            write(out, in.readLine());
            List<String> block = new ArrayList<>();
            int row = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (random.nextInt(ONE_IN) == 0) {
                    late.add(line);
                } else {
                    block.add(line);
                }
                addOdd(line, block, random);
                if (++row % ROWS_LATE == 0) {
                    block.addAll(late);
                    late.clear();
                }
                if (block.size() >= SHUFFLED) {
                    writeShuffled(block, out, random);
                }
            }
            writeShuffled(block, out, random);
        }
        return shuffled;
    }

    private static void addOdd(String line, List<String> block, Random random) {
        if (random.nextInt(ONE_IN) == 0) {
            block.add(line);
        }
        if (random.nextInt(ONE_IN) == 0) {
            block.add(line.substring(0, line.length() / 2));
        }
    }

    private static void writeShuffled(List<String> block, BufferedWriter out, Random random) throws IOException {
        Collections.shuffle(block, random);
        for (String line : block) {
            write(out, line);
        }
        block.clear();
    }

    private static void write(BufferedWriter out, String line) throws IOException {
        out.write(line);
        out.write('\n');
    }
}
