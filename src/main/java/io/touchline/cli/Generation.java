package io.touchline.cli;

import io.touchline.csv.L3Writer;
import io.touchline.feed.Message;
import io.touchline.generate.GeneratorSettings;
import io.touchline.generate.L3Generator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** One made-up stream on its way into a file. One thread runs it; any may ask how far it is. */
final class Generation implements Progress {

    private final GeneratorSettings settings;
    private final AtomicLong rows = new AtomicLong();

    Generation(GeneratorSettings settings) {
        this.settings = settings;
    }

    /** Writes the whole stream and closes {@code out}; returns how many rows it had. */
    long run(OutputStream out) throws IOException {
        L3Generator generator = new L3Generator(settings);
        List<String> column = settings.symbols() == 1 ? List.of() : generator.symbols();
        Message message = new Message();
        try (L3Writer writer = new L3Writer(out, column)) {
            writer.header();
            while (generator.next(message)) {
                writer.row(message, generator.position());
                rows.lazySet(message.line() - 1);
            }
        }
        return rows();
    }

    @Override
    public long rows() {
        return rows.get();
    }

    @Override
    public double share() {
        return (double) rows() / settings.rows();
    }
}
