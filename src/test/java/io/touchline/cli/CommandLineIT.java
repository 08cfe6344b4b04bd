package io.touchline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.touchline.generate.GeneratorSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CommandLineIT {

    private static final String HEADER =
            "time,seq_num,add_order_id,add_side,add_price,add_qty,update_order_id,update_side,"
                    + "update_price,update_qty,delete_order_id,delete_side,trade_order_id,trade_side,trade_price,trade_qty\n";
    private static final String GOOD = "2019-09-16 22:10:16 UTC,1,11,BUY,0.27,100,,,,,,,,,,\n";
    private static final String L1_HEADER = "time,bid_price,ask_price,bid_size,ask_size,seq_num\n";
    private static final String L1 = L1_HEADER + "2019-09-16 22:10:16 UTC,0.27,,100,0,1\n";
    private static final int LONG_LINE = 10_000_000;
    private static final int ROWS_OF_SOME_HUNDRED_MEGABYTES = 3_000_000;

    private final Path directory;
    private final PackagedJar jar;

    CommandLineIT(@TempDir Path directory) {
        this.directory = directory;
        jar = new PackagedJar(directory);
    }

    @Test
    void convertsAFileToAFileAndReports() throws Exception {
        Files.writeString(directory.resolve("l3.csv"), HEADER + GOOD);

        assertThat(jar.run(new byte[0], "convert", "l3.csv", "l1.csv")).isZero();

        assertThat(directory.resolve("l1.csv")).hasContent(L1);
        assertThat(jar.out()).isEmpty();
        assertThat(jar.err()).containsPattern("(?m)^rows +1$").doesNotContain("Exception");
    }

    @Test
    void readsGzip() throws Exception {
        Files.write(directory.resolve("l3.csv.gz"), gzip(HEADER + GOOD));

        assertThat(jar.run(new byte[0], "convert", "-q", "l3.csv.gz", "l1.csv")).isZero();

        assertThat(directory.resolve("l1.csv")).hasContent(L1);
        assertThat(jar.err()).isEmpty();
    }

    @Test
    void convertsTheStandardInputToTheStandardOutput() throws Exception {
        assertThat(jar.run(bytes(HEADER + GOOD), "convert", "--quiet", "-", "-"))
                .isZero();

        assertThat(jar.out()).isEqualTo(L1);
    }

    @Test
    void aHeaderWithoutRowsGivesAHeaderWithoutRows() throws Exception {
        assertThat(jar.run(bytes(HEADER), "convert", "-q", "-", "-")).isZero();

        assertThat(jar.out()).isEqualTo(L1_HEADER);
    }

    static Stream<Unreadable> unreadableInputs() {
        return Stream.concat(unreadableFiles(), unreadableCells());
    }

    private static Stream<Unreadable> unreadableFiles() {
        return Stream.of(
                new Unreadable("nothing at all", "", "line 1: expected "),
                new Unreadable("no header", GOOD, "line 1, column "),
                new Unreadable(
                        "a missing column", HEADER.replace("add_price", "price") + GOOD, "line 1, column add_price: "),
                new Unreadable(
                        "binary", "\u0000\u0001\u0002\n" + GOOD, "line 1: expected CSV in UTF-8, found binary data"),
                new Unreadable("too few cells", HEADER + GOOD + "2019-09-16 22:10:17 UTC,2,12\n", "line 3: expected "),
                new Unreadable("too many cells", HEADER + GOOD.replace("\n", ",,\n"), "line 2: expected "),
                new Unreadable("an unclosed quote", HEADER + GOOD + "\"2019", "line 3: expected a closing quote"),
                new Unreadable(
                        "two actions",
                        HEADER + GOOD.replace("100,,", "100,5,"),
                        "line 2, column update_order_id: expected "),
                new Unreadable("no action", HEADER + GOOD.replace("11", ""), "line 2: expected "));
    }

    private static Stream<Unreadable> unreadableCells() {
        return Stream.of(
                cell("0.27", "O.27", "add_price"),
                cell("0.27", "0.\u00007", "add_price"),
                cell("0.27", "NaN", "add_price"),
                cell("0.27", "1e30", "add_price"),
                cell("100", "-1", "add_qty"),
                cell("100", "1e11", "add_qty"),
                cell("BUY", "BID", "add_side"),
                cell(",1,", ",-1,", "seq_num"),
                cell(",1,", ",9223372036854775808,", "seq_num"),
                cell("09-16", "02-30", "time"));
    }

    private static Unreadable cell(String good, String bad, String column) {
        return new Unreadable(bad, HEADER + GOOD.replace(good, bad), "line 2, column " + column + ": expected ");
    }

    @ParameterizedTest
    @MethodSource("unreadableInputs")
    void anUnreadableInputEndsWithItsPlaceInOneLineAndLeavesNoFile(Unreadable input) throws Exception {
        assertThat(jar.run(bytes(input.l3), "convert", "-", "l1.csv")).isEqualTo(1);

        assertThat(jar.err()).startsWith("touchline: " + input.told).hasLineCount(1);
        assertThat(files()).containsExactlyInAnyOrder("stdout", "stderr");
    }

    @Test
    void utf16IsNamed() throws Exception {
        byte[] utf16 = (HEADER + GOOD).getBytes(StandardCharsets.UTF_16);

        assertThat(jar.run(utf16, "convert", "-", "l1.csv")).isEqualTo(1);

        assertThat(jar.err()).isEqualTo("touchline: line 1: expected CSV in UTF-8, found UTF-16\n");
    }

    @Test
    void cutGzipIsNamedAndLeavesNoFile() throws Exception {
        byte[] whole = gzip(HEADER + GOOD.repeat(1000));

        assertThat(jar.run(Arrays.copyOf(whole, whole.length - 20), "convert", "-", "l1.csv"))
                .isEqualTo(1);

        assertThat(jar.err()).startsWith("touchline: line ").contains("gzip").hasLineCount(1);
        assertThat(files()).containsExactlyInAnyOrder("stdout", "stderr");
    }

    @Test
    void aLineOfTenMegabytesMeetsItsLimit() throws Exception {
        String longLine = HEADER + GOOD.replace("100", "1".repeat(LONG_LINE));

        assertThat(jar.run(bytes(longLine), "convert", "-", "l1.csv")).isEqualTo(1);

        assertThat(jar.err()).isEqualTo("touchline: line 2: more than 65536 bytes in a row (--line-bytes)\n");
    }

    @Test
    void skippedRowsAreReportedAndTheRestIsConverted() throws Exception {
        String l3 = HEADER + GOOD + GOOD.replace("0.27", "O.27") + GOOD.replace("100", "1".repeat(LONG_LINE));

        assertThat(jar.run(bytes(l3), "convert", "--errors", "skip", "-", "-")).isZero();

        assertThat(jar.out()).isEqualTo(L1);
        assertThat(jar.err())
                .containsPattern("(?m)^  skipped +2$")
                .contains("skipped rows:\n  line 3, column add_price: expected ")
                .contains("\n  line 4: ");
    }

    @ParameterizedTest
    @CsvSource({
        "--emti change,unknown option: --emti",
        "--emit a,option --emit: expected one of packet",
        "-q --quiet,given twice"
    })
    void badUsageIsRefused(String options, String told) throws Exception {
        String[] args = ("convert " + options + " - -").split(" ");

        assertThat(jar.run(bytes(HEADER + GOOD), args)).isEqualTo(2);

        assertThat(jar.err()).startsWith("touchline: ").contains(told);
    }

    @Test
    void aMissingInputAndAnUnwritableOutputAreNamed() throws Exception {
        assertThat(jar.run(new byte[0], "convert", "missing.csv", "l1.csv")).isEqualTo(1);
        assertThat(jar.err())
                .isEqualTo("touchline: the input cannot be read: missing.csv (No such file or directory)\n");

        assertThat(jar.run(bytes(HEADER), "convert", "-", "missing/l1.csv")).isEqualTo(1);
        assertThat(jar.err()).startsWith("touchline: the output cannot be written: no such directory: ");
    }

    @Test
    void aFullDiskIsNamed() throws Exception {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "no device that is always full");

        assertThat(jar.writingTo(full).run(bytes(HEADER + GOOD), "convert", "-", "-"))
                .isEqualTo(1);
        assertThat(jar.err()).isEqualTo("touchline: the output cannot be written: No space left on device\n");

        assertThat(jar.run(bytes(HEADER + GOOD), "convert", "-", full.toString()))
                .isEqualTo(1);
        assertThat(jar.err()).isEqualTo("touchline: the output cannot be written: No space left on device\n");
    }

    @Test
    void anInterruptedConversionLeavesNoFile() throws Exception {
        Process process = jar.start("convert", "-", "l1.csv");
        OutputStream to = process.getOutputStream();
        to.write(bytes(HEADER + GOOD));
        to.flush();
        while (files().noneMatch(name -> name.startsWith(".l1.csv."))) {
            Thread.sleep(20);
        }

        process.destroy();

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        assertThat(files()).containsExactlyInAnyOrder("stdout", "stderr");
    }

    @Test
    void someHundredMegabytesNeedNoMoreThan64MegabytesOfHeap() throws Exception {
        GeneratorSettings settings = new GeneratorSettings(ROWS_OF_SOME_HUNDRED_MEGABYTES, 1, 1, 20, 400);

        int exitCode = jar.jvm("-Xmx64m").run(to -> new Generation(settings).run(to), "convert", "-", "l1.csv");

        assertThat(jar.err()).containsPattern("(?m)^  applied +3,000,000$");
        assertThat(exitCode).isZero();
    }

    @Test
    void generateWritesTheSameAsInProcess() throws Exception {
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        new Generation(new GeneratorSettings(1000, 5, 2, 10, 200)).run(expected);

        assertThat(jar.run(
                        new byte[0], "generate", "--rows", "1000", "--seed=5", "--symbols", "2", "--depth", "10", "-"))
                .isZero();

        assertThat(jar.out()).isEqualTo(expected.toString(StandardCharsets.UTF_8));
    }

    private Stream<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(bytes(text));
        }
        return bytes.toByteArray();
    }

    private record Unreadable(String what, String l3, String told) {
        @Override
        public String toString() {
            return what;
        }
    }
}
