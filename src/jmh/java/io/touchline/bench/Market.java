package io.touchline.bench;

import io.touchline.csv.L3Writer;
import io.touchline.feed.Message;
import io.touchline.generate.GeneratorSettings;
import io.touchline.generate.L3Generator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The made-up markets of the benchmarks: one of the reference day's shape, and one of 1,000 price levels and 200,000 resting orders. */
public enum Market {
    SHALLOW(20, 400),
    DEEP(1_000, 200_000);

    private static final int SEED = 1;

    private final int depth;
    private final int orders;

    Market(int depth, int orders) {
        this.depth = depth;
        this.orders = orders;
    }

    L3Generator messages() {
        return new L3Generator(new GeneratorSettings(Long.MAX_VALUE, SEED, 1, depth, orders));
    }

    /** A level-3 file: its image, and so many rows behind it. */
    byte[] file(int rowsBehindImage) {
        L3Generator generator = messages();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Message message = new Message();
        try (L3Writer writer = new L3Writer(file, List.of())) {
            writer.header();
            for (int left = rowsBehindImage; left > 0; left -= message.isImage() ? 0 : 1) {
                generator.next(message);
                writer.row(message, generator.position());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
