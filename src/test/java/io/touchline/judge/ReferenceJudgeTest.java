package io.touchline.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.touchline.convert.ConversionOptions;
import io.touchline.convert.ConversionOptions.Crossed;
import io.touchline.convert.ConversionOptions.Emit;
import io.touchline.convert.ConversionOptions.Errors;
import io.touchline.convert.ConversionOptions.Sides;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The judge itself, judged on a real trading day; skipped where the reference files are not beside the project. */
class ReferenceJudgeTest {

    private static final Path REFERENCE = Path.of(System.getProperty("touchline.reference", "../shared/reference"));

    @Test
    void defaultOptionsGiveThePacketsOfTheReferenceByteForByte() throws IOException {
        Verdict verdict = judge(ConversionOptions.DEFAULT);

        assertEquals(unzipped("l1_per_packet.csv.gz"), verdict.l1());
        assertEquals(25_640, verdict.packets());
        assertEquals(26_066, verdict.counters().applied());
    }

    @Test
    void defaultOptionsHoldAllRowsOfThePublisherThatHaveAPacket() throws IOException {
        Set<String> rows =
                new HashSet<>(judge(ConversionOptions.DEFAULT).l1().lines().toList());

        long found = unzipped("expected_l1.csv.gz")
                .lines()
                .skip(1)
                .filter(rows::contains)
                .count();

        assertEquals(8_556, found);
    }

    @Test
    void changesOfTheReferenceAreAsManyAsStated() throws IOException {
        Verdict verdict = judge(new ConversionOptions(
                Emit.CHANGE, Sides.ANY, Crossed.KEEP, ConversionOptions.DEFAULT_WINDOW, Errors.ABORT));

        assertEquals(17_195, verdict.rows().quotes());
    }

    private static Verdict judge(ConversionOptions options) throws IOException {
        assumeTrue(Files.isDirectory(REFERENCE), "no reference files in " + REFERENCE);
        byte[] l3 = Files.readAllBytes(REFERENCE.resolve("l3.csv.gz"));
        return NaiveConverter.convert(l3, options);
    }

    private static String unzipped(String name) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(REFERENCE.resolve(name)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
