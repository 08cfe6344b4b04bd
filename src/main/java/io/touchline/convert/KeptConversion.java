package io.touchline.convert;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A finished conversion whose result is kept.
 *
 * @param created when it was finished
 * @param expires when it will be removed, at the latest
 * @param l1 the file of its level 1; it may be removed at any time, and whoever has it open reads on
 */
public record KeptConversion(String id, Instant created, Instant expires, Path l1, ConversionReport report) {

    static final String L1_FILE = "l1.csv";

    /** Reads its chart; see {@link ChartIndex#chart}. */
    public Chart chart(ChartQuery query) throws IOException {
        return ChartIndex.of(l1.resolveSibling(ChartIndex.FOLDER)).chart(query);
    }
}
