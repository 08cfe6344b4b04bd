package io.touchline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandsTest {

    private static final String L3 = """
            HOST,seq_num,is_image,add_orderid,add_side,add_price,add_qty,add_position,update_orderid,update_side,update_price,\
            update_qty,update_position,delete_orderid,delete_side,trade_orderid,trade_side,trade_qty,trade_price
            2019-09-16 22:10:16.494563 UTC,1,true,11,BUY,0.27,100,1,,BUY,,,,,BUY,,BUY,,
            2019-09-16 22:10:17 UTC,2,,12,SELL,0.275,50,1,,BUY,,,,,BUY,,BUY,,
            2019-09-16 22:10:18 UTC,4,,,BUY,,,,,BUY,,,,99,SELL,,BUY,,
            """;

    private static final String L1 = """
            time,bid_price,ask_price,bid_size,ask_size,seq_num
            2019-09-16 22:10:16.494563 UTC,0.27,,100,0,1
            2019-09-16 22:10:17 UTC,0.27,0.275,100,50,2
            2019-09-16 22:10:18 UTC,0.27,0.275,100,50,4
            """;

    private final Path directory;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    CommandsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void convertsTheStandardInputToTheStandardOutputAndReports() {
        assertThat(run(L3, "convert", "-", "-")).isZero();

        assertThat(text(out)).isEqualTo(L1);
        assertThat(text(err))
                .containsPattern("(?m)^rows +3$")
                .containsPattern("(?m)^packets +3$")
                .containsPattern("(?m)^quotes +3$")
                .containsPattern("(?m)^unknown_delete +1$")
                .containsPattern("(?m)^first +2019-09-16 22:10:16.494563 UTC  seq_num 1$");
    }

    @Test
    void takesTheOptionsThatHttpTakes() {
        assertThat(run(L3, "convert", "--emit", "change", "--sides=BOTH", "--window", "0", "-q", "-", "-"))
                .isZero();

        assertThat(text(out).lines()).hasSize(2);
        assertThat(text(err)).isEmpty();
    }

    @Test
    void reportsTheDigestsOfInputAndOutputWhenAsked() {
        assertThat(run(L3, "convert", "--sha256", "-", "-")).isZero();

        assertThat(text(err))
                .containsPattern("(?m)^input sha256 +" + sha256(L3) + "$")
                .containsPattern("(?m)^output sha256 +" + sha256(L1) + "$");
    }

    @Test
    void listsTheRowsThatItSkipped() {
        String bad = L3.replace("0.275,50", "0.275,5O").replace("UTC,4", "UTC,-4");

        assertThat(run(bad, "convert", "--errors", "skip", "-", "-")).isZero();

        assertThat(text(out).lines()).hasSize(2);
        assertThat(text(err))
                .containsPattern("(?m)^  skipped +2$")
                .containsPattern("(?m)^skipped rows:\n  line 3, column add_qty: expected .*, found \"5O\"")
                .containsPattern("(?m)^  line 4, column seq_num: expected .*, found \"-4\"");
    }

    @Test
    void listsThePacketsThatCameLate() {
        String late = L3 + "2019-09-16 22:10:19 UTC,3,,13,SELL,0.3,50,1,,BUY,,,,,BUY,,BUY,,\n";

        assertThat(run(late, "convert", "--window", "0", "-", "-")).isZero();

        assertThat(text(err)).contains("late packets:\n  line 5, seq_num 3\n");
    }

    @Test
    void anUnreadableRowEndsItWithItsPlaceAndLeavesNoFile() throws IOException {
        Path file = Files.writeString(directory.resolve("l1.csv"), "old");

        assertThat(run(L3.replace("0.275", "1O.5"), "convert", "-", file.toString()))
                .isEqualTo(1);

        assertThat(text(err)).matches("touchline: line 3, column add_price: expected .*, found \"1O.5\"\n");
        assertThat(file).hasContent("old");
        assertThat(directory).isDirectoryContaining(only -> only.equals(file));
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aLimitThatIsPassedIsNamedAsTheOptionThatSetsIt() {
        assertThat(run(L3, "convert", "--columns", "5", "-", "-")).isEqualTo(1);

        assertThat(text(err)).startsWith("touchline: ").contains("more than 5 columns (--columns)");
    }

    @Test
    void generatesWhatItCanConvertWithoutAnythingOdd() {
        assertThat(run("", "generate", "--rows", "20000", "--symbols", "3", "--depth", "10", "-"))
                .isZero();
        String l3 = text(out);
        out.reset();

        assertThat(run(l3, "convert", "-", "-")).isZero();

        assertThat(text(out)).startsWith("symbol,time,bid_price,");
        assertThat(text(err))
                .containsPattern("(?m)^  applied +20,000$")
                .containsPattern("(?m)^duplicate_add +0$")
                .containsPattern("(?m)^unknown_update +0$")
                .containsPattern("(?m)^unknown_delete +0$")
                .containsPattern("(?m)^unknown_trade +0$")
                .containsPattern("(?m)^overfill +0$")
                .containsPattern("(?m)^  locked +0$")
                .containsPattern("(?m)^  crossed +0$");
    }

    @Test
    void generatesIntoACompressedFile() throws IOException {
        Path file = directory.resolve("l3.csv.gz");

        assertThat(run("", "generate", "--rows", "10", file.toString())).isZero();

        try (GZIPInputStream unpacked = new GZIPInputStream(Files.newInputStream(file))) {
            assertThat(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8))
                    .hasLineCount(11);
        }
    }

    @Test
    void progressIsShownWhenItIsAlwaysWanted() {
        OutputStream waiting = new OutputStream() {
            @Override
            public void write(int b) {
                while (err.size() == 0) {
                    Thread.onSpinWait();
                }
            }
        };

        assertThat(run("", waiting, "generate", "--rows", "1000", "--progress", "always", "-"))
                .isZero();

        assertThat(text(err)).contains("% [").contains(" rows/s");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "conver - -|expected one of the commands convert, generate, serve, found conver",
                "convert|expected IN and OUT, found nothing",
                "convert - - -|expected no more than IN and OUT",
                "convert --emti change - -|unknown option: --emti",
                "convert --emit sometimes - -|option --emit: expected one of packet, change, message, found sometimes",
                "convert --emit change --emit packet - -|option --emit: given twice",
                "convert --window 1000001 - -|option --window: expected a number from 0 to 1000000, found 1000001",
                "convert --rows 0 - -|option --rows: expected a number from 1 to",
                "convert --progress often - -|option --progress: expected one of auto, always, never, found often",
                "convert --quiet --progress always - -|contradict each other",
                "convert pom.xml ./pom.xml|IN and OUT are the same file: pom.xml",
                "generate --orders 3 -|option --orders: expected a number from 40 to 1000000, found 3",
                "generate --depth 999999999999 -|option --depth: expected a number from 1 to 10000"
            })
    void whatMakesNoSenseIsRefused(String line, String message) {
        assertThat(run("", line.split(" "))).isEqualTo(2);

        assertThat(text(err)).startsWith("touchline: ").contains(message).hasLineCount(2);
        assertThat(text(out)).isEmpty();
    }

    @Test
    void aMissingInputIsNamed() {
        assertThat(run("", "convert", directory.resolve("missing.csv").toString(), "-"))
                .isEqualTo(1);

        assertThat(text(err))
                .startsWith("touchline: the input cannot be read: ")
                .contains("missing.csv");
    }

    @Test
    void aReaderOfTheOutputThatGoesAwayIsNoNews() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };

        assertThat(run("", closed, "generate", "--rows", "100000", "-")).isEqualTo(1);

        assertThat(text(err)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--help,[convert | generate | serve]",
        "convert --help,--emit packet|change|message",
        "generate -h,--rows N"
    })
    void helpTellsWhatThereIs(String line, String text) {
        assertThat(run("", line.split(" "))).isZero();

        assertThat(text(out)).startsWith("Usage: ").contains(text, "Examples:");
    }

    @Test
    void helpNamesTheOptionsThatThereAreAndNoOthers() {
        assertThat(optionsIn(ConvertCommand.HELP)).isEqualTo(namesOf(ConvertCommand.options()));
        assertThat(optionsIn(GenerateCommand.HELP)).isEqualTo(namesOf(GenerateCommand.options()));
    }

    private static Set<String> optionsIn(String help) {
        return Pattern.compile("--([a-z0-9-]+)")
                .matcher(help)
                .results()
                .map(match -> match.group(1))
                .filter(name -> !name.equals("help"))
                .collect(Collectors.toSet());
    }

    private static Set<String> namesOf(Options options) {
        return options.getOptions().stream().map(Option::getLongOpt).collect(Collectors.toSet());
    }

    @Test
    void theVersionIsThatOfTouchlineAndOfJava() {
        assertThat(run("", "--version")).isZero();

        assertThat(text(out)).startsWith("touchline ").contains("\nJava " + Runtime.version());
    }

    private int run(String in, String... args) {
        return run(in, out, args);
    }

    private int run(String in, OutputStream to, String... args) {
        PrintStream told = new PrintStream(err, true, StandardCharsets.UTF_8);
        ByteArrayInputStream from = new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8));
        return Commands.run(new StandardStreams(from, to, told, false), args);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
