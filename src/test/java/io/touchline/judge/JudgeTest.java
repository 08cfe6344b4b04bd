package io.touchline.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.touchline.convert.ConversionOptions;
import io.touchline.convert.ConversionOptions.Crossed;
import io.touchline.convert.ConversionOptions.Emit;
import io.touchline.convert.ConversionOptions.Errors;
import io.touchline.convert.ConversionOptions.Sides;
import io.touchline.convert.ConversionReport.Counters;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Conversions of random level 3, judged: level 1 byte for byte, every counter, and the place of what cannot be read. */
class JudgeTest {

    private static final int SEEDS = 400;
    /** Enough for a few megabytes, so that all buffers are refilled many times. */
    private static final int LONG_PACKETS = 5_000;

    private static final int SHOWN_CHARS = 20_000;

    @Test
    void conversionOfRandomLevel3IsWhatTheJudgeSays() throws IOException {
        for (long seed = 1; seed <= SEEDS; seed++) {
            judge(Case.of(seed));
        }
    }

    @Test
    void conversionOfLongRandomLevel3IsWhatTheJudgeSays() throws IOException {
        for (int seed = 1; seed <= 3; seed++) {
            RandomL3.Kinds kinds =
                    new RandomL3.Kinds(LONG_PACKETS, seed - 1, 40 * seed, true, true, true, false, false);
            judge(new Case(seed, ConversionOptions.DEFAULT, kinds));
            judge(new Case(seed, new ConversionOptions(Emit.CHANGE, Sides.ANY, Crossed.KEEP, 70, Errors.ABORT), kinds));
        }
    }

    @Test
    void conversionEndsAtTheRowWhereTheJudgeEndsWhetherItIsReadOrApplied() throws IOException {
        for (int seed = 1; seed <= SEEDS; seed++) {
            RandomL3.Kinds kinds = new RandomL3.Kinds(40, seed % 3, seed % 7, true, false, true, true, true);
            int window = seed % 2 == 0 ? seed % 5 : ConversionOptions.DEFAULT_WINDOW;
            judge(new Case(
                    seed, new ConversionOptions(Emit.PACKET, Sides.ANY, Crossed.KEEP, window, Errors.ABORT), kinds));
        }
    }

    @Test
    void randomLevel3MeetsEveryKindOfOddity() {
        List<Counters> counters = new ArrayList<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            Case random = Case.of(seed);
            counters.add(NaiveConverter.convert(random.l3(), random.options()).counters());
        }

        assertTrue(counters.stream().anyMatch(c -> c.skipped() > 0), "skipped");
        assertTrue(counters.stream().anyMatch(c -> c.duplicateRow() > 0), "duplicate rows");
        assertTrue(counters.stream().anyMatch(c -> c.latePacket() > 0), "late packets");
        assertTrue(counters.stream().anyMatch(c -> c.lateRow() > c.latePacket()), "late packets of several rows");
        assertTrue(counters.stream().anyMatch(c -> c.duplicateAdd() > 0), "duplicate adds");
        assertTrue(counters.stream().anyMatch(c -> c.unknownUpdate() > 0), "unknown updates");
        assertTrue(counters.stream().anyMatch(c -> c.unknownDelete() > 0), "unknown deletes");
        assertTrue(counters.stream().anyMatch(c -> c.unknownTrade() > 0), "unknown trades");
        assertTrue(counters.stream().anyMatch(c -> c.overfill() > 0), "overfills");
    }

    private static void judge(Case random) throws IOException {
        byte[] l3 = random.l3();

        Verdict expected = NaiveConverter.convert(l3, random.options());
        Verdict whole = Production.convert(new ByteArrayInputStream(l3), random.options());
        Verdict byteByByte = Production.convert(new OneByteReads(l3), random.options());

        assertSame(expected, whole, random);
        assertSame(expected, byteByByte, random);
    }

    private static void assertSame(Verdict expected, Verdict found, Case random) {
        assertEquals(expected.l1(), found.l1(), random::toString);
        assertEquals(expected, found, random::toString);
    }

    /** One random input and its options, both of one seed. */
    private record Case(long seed, ConversionOptions options, RandomL3.Kinds kinds) {

        static Case of(long seed) {
            Random random = RandomL3.random(~seed);
            Errors errors = random.nextInt(4) == 0 ? Errors.SKIP : Errors.ABORT;
            boolean unreadable = errors == Errors.SKIP || random.nextInt(8) == 0;
            ConversionOptions options = new ConversionOptions(
                    List.of(Emit.PACKET, Emit.CHANGE, Emit.MESSAGE).get(random.nextInt(3)),
                    random.nextInt(3) == 0 ? Sides.BOTH : Sides.ANY,
                    random.nextInt(3) == 0 ? Crossed.DROP : Crossed.KEEP,
                    random.nextInt(4) == 0 ? ConversionOptions.DEFAULT_WINDOW : random.nextInt(10),
                    errors);
            return new Case(seed, options, RandomL3.Kinds.any(random, unreadable));
        }

        byte[] l3() {
            return RandomL3.bytes(seed, kinds);
        }

        @Override
        public String toString() {
            String text = RandomL3.text(seed, kinds);
            String shown = text.substring(0, Math.min(SHOWN_CHARS, text.length()));
            return "seed " + seed + ", " + options + ", " + kinds + ":\n" + shown;
        }
    }
}
