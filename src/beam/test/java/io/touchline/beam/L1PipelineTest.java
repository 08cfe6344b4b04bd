package io.touchline.beam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.touchline.convert.BadOptionException;
import io.touchline.convert.ConversionOptions;
import io.touchline.convert.ConversionReport.Counters;
import io.touchline.csv.UnreadableInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The pipeline on the engine that is on the class path, against the command line. */
@DisabledIfSystemProperty(named = "beam.runner", matches = "dataflow", disabledReason = "it runs elsewhere")
class L1PipelineTest {

    private static final Path REFERENCE = Path.of(System.getProperty("touchline.reference"));

    private final Path folder;

    L1PipelineTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void referenceDayGivesTheBytesOfTheCommandLine() throws IOException {
        assumeThat(REFERENCE).as("the real day is not here").isDirectory();
        Path l3 = REFERENCE.resolve("l3.csv.gz");
        CommandLine expected = CommandLine.convert(l3, folder.resolve("expected.csv"), ConversionOptions.DEFAULT);

        Engine.convert(l3.toString(), folder.resolve("out"));

        assertThat(expected.report().quotes()).isEqualTo(25_640);
        assertThat(Files.mismatch(folder.resolve("out/l3.csv"), expected.l1())).isEqualTo(-1);
    }

    @Test
    void aMillionShuffledRowsOfFiftySymbolsGiveTheBytesOfTheCommandLinePerSymbol() throws IOException {
        Path ordered = MadeUpL3.write(folder.resolve("ordered.csv"), 1_000_000, 50, 3);
        Path l3 = MadeUpL3.shuffle(ordered, folder.resolve("l3.csv"), 4);
        CommandLine expected = commandLine(l3, "errors", "skip");

        PipelineResult result = Engine.convert(
                l3.toString(), folder.resolve("out"), "--errors=skip", "--dropped=" + folder.resolve("dropped-"));

        assertSame(CommandLine.files(folder.resolve("out/l3")), expected.bySymbol());
        assertThat(expected.bySymbol()).hasSize(50);
        assertCounters(counters(result), expected);
        Counters counters = expected.report().counters();
        assertThat(rows("dropped-late.csv")).isEqualTo(counters.latePacket()).isPositive();
        assertThat(rows("dropped-duplicate.csv"))
                .isEqualTo(counters.duplicateRow())
                .isPositive();
        assertThat(rows("dropped-unreadable.csv")).isEqualTo(counters.skipped()).isPositive();
    }

    @Test
    void whatIsDroppedIsCountedWhenNobodyAsksForIt() throws IOException {
        Path ordered = MadeUpL3.write(folder.resolve("ordered.csv"), 60_000, 3, 3);
        Path l3 = MadeUpL3.shuffle(ordered, folder.resolve("l3.csv"), 4);
        CommandLine expected = commandLine(l3, "errors", "skip");

        PipelineResult result = Engine.convert(l3.toString(), folder.resolve("out"), "--errors=skip");

        assertSame(CommandLine.files(folder.resolve("out/l3")), expected.bySymbol());
        Counters dropped = expected.report().counters();
        assertThat(List.of(dropped.latePacket(), dropped.duplicateRow(), dropped.skipped()))
                .doesNotContain(0L);
        assertThat(counters(result))
                .containsEntry("late_packet", dropped.latePacket())
                .containsEntry("duplicate_row", dropped.duplicateRow())
                .containsEntry("skipped", dropped.skipped());
    }

    @Test
    void eachFileOfAPatternIsAFeedOfItsOwn() throws IOException {
        Files.createDirectory(folder.resolve("in"));
        Path monday = MadeUpL3.write(folder.resolve("in/monday.csv.gz"), 20_000, 3, 1);
        Path tuesday = MadeUpL3.write(folder.resolve("in/tuesday.csv"), 20_000, 3, 2);

        Engine.convert(folder + "/in/*.csv*", folder.resolve("out"), "--emit=change", "--sides=both", "--window=7");

        for (Path day : List.of(monday, tuesday)) {
            CommandLine expected = commandLine(day, "emit", "change", "sides", "both", "window", "7");
            String name = day.getFileName().toString().replaceFirst("\\..*", "");
            assertSame(CommandLine.files(folder.resolve("out").resolve(name)), expected.bySymbol());
        }
    }

    @Test
    void aRowPerMessageIsWrittenWhenAskedFor() throws IOException {
        Path l3 = MadeUpL3.write(folder.resolve("l3.csv"), 20_000, 3, 5);

        Engine.convert(l3.toString(), folder.resolve("out"), "--emit=message");

        assertSame(
                CommandLine.files(folder.resolve("out/l3")),
                commandLine(l3, "emit", "message").bySymbol());
    }

    @Test
    void fileWithoutRowsGivesAHeader() throws IOException {
        Path l3 = MadeUpL3.write(folder.resolve("empty.csv"), 0, 1, 1);

        Engine.convert(l3.toString(), folder.resolve("out"));

        assertThat(folder.resolve("out/empty.csv")).hasContent("time,bid_price,ask_price,bid_size,ask_size,seq_num\n");
    }

    @Test
    void symbolMayHoldWhatAFileNameMayNot() throws IOException {
        Path made = MadeUpL3.write(folder.resolve("made.csv"), 200, 2, 1);
        String text = Files.readString(made);
        String symbol = commandLine(made).bySymbol().keySet().iterator().next();
        Path l3 = Files.writeString(folder.resolve("l3.csv"), text.replace(symbol, "A/B *"));

        Engine.convert(l3.toString(), folder.resolve("out"));

        assertThat(folder.resolve("out/l3/A%2FB+*.csv"))
                .hasContent(commandLine(l3).bySymbol().get("A/B *"));
    }

    @Test
    void unreadableRowEndsThePipelineAndIsNamed() throws IOException {
        Path l3 = MadeUpL3.write(folder.resolve("bad.csv"), 100, 1, 1);
        Files.writeString(l3, "what,is,this\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);

        assertThatMessages(() -> Engine.convert(l3.toString(), folder.resolve("out")))
                .contains("bad: line 102: expected");
        assertThat(folder.resolve("out/bad.csv")).doesNotExist();
    }

    @Test
    void rowThatItsBookRefusesIsUnreadable() throws IOException {
        Path l3 = Files.writeString(folder.resolve("refused.csv"), """
                time,seq_num,add_order_id,add_side,add_price,add_qty,update_order_id,update_side,update_price,update_qty,\
                delete_order_id,delete_side,trade_order_id,trade_side,trade_price,trade_qty
                2026-01-05T09:00:00Z,1,1,BUY,10,92233720368,,,,,,,,,,
                2026-01-05T09:00:01Z,2,2,BUY,10,92233720368,,,,,,,,,,
                2026-01-05T09:00:02Z,3,3,SELL,11,5,,,,,,,,,,
                """);
        String problem = "line 3, column add_qty: expected a quantity with which";

        assertThatMessages(() -> Engine.convert(l3.toString(), folder.resolve("out")))
                .contains("refused: " + problem);
        Engine.convert(l3.toString(), folder.resolve("skipped"), "--errors=skip");
        PipelineResult skipped = Engine.convert(
                l3.toString(), folder.resolve("out"), "--errors=skip", "--dropped=" + folder.resolve("dropped-"));

        CommandLine expected = commandLine(l3, "errors", "skip");
        assertThat(folder.resolve("out/refused.csv")).hasSameTextualContentAs(expected.l1());
        assertThat(folder.resolve("skipped/refused.csv")).hasSameTextualContentAs(expected.l1());
        assertThat(folder.resolve("dropped-unreadable.csv")).content().contains("refused,3,add_qty,");
        assertThat(counters(skipped))
                .containsEntry("rows", 3L)
                .containsEntry("applied", 2L)
                .containsEntry("skipped", 1L)
                .containsEntry("quotes", 2L);
    }

    @Test
    void refusedRowIsToldAsOnTheCommandLineWhateverItsColumnsAreCalled() throws IOException {
        Path l3 = Files.writeString(folder.resolve("shouted.csv"), """
                TIME,SEQ_NUM,ADD_ORDER_ID,ADD_SIDE,ADD_PRICE,ADD_QTY,UPDATE_ORDER_ID,UPDATE_SIDE,UPDATE_PRICE,Update_Qty,\
                DELETE_ORDER_ID,DELETE_SIDE,TRADE_ORDER_ID,TRADE_SIDE,TRADE_PRICE,TRADE_QTY
                2026-01-05T09:00:00Z,1,1,BUY,10,92233720368,,,,,,,,,,
                2026-01-05T09:00:01Z,2,2,BUY,10,92233720368,,,,,,,,,,
                2026-01-05T09:00:02Z,3,,,,,3,BUY,10,92233720368,,,,,,
                """);
        List<String> told = commandLine(l3, "errors", "skip").report().skippedRows().stream()
                .map(row -> Dropped.unreadable("shouted", row))
                .toList();

        Engine.convert(
                l3.toString(), folder.resolve("out"), "--errors=skip", "--dropped=" + folder.resolve("dropped-"));

        assertThat(told).hasSize(2).satisfies(rows -> assertThat(rows.get(1)).contains("Update_Qty"));
        assertThat(Files.readAllLines(folder.resolve("dropped-unreadable.csv")))
                .containsExactlyInAnyOrder(Dropped.UNREADABLE_HEADER, told.get(0), told.get(1));
        assertThatMessages(() -> Engine.convert(l3.toString(), folder.resolve("out")))
                .contains(thrownByTheCommandLine(l3));
    }

    @Test
    void cutGzipEndsThePipeline() throws IOException {
        Path l3 = MadeUpL3.write(folder.resolve("cut.csv.gz"), 5_000, 1, 1);
        byte[] bytes = Files.readAllBytes(l3);
        Files.write(l3, Arrays.copyOf(bytes, bytes.length / 2));

        assertThatMessages(() -> Engine.convert(l3.toString(), folder.resolve("out"), "--errors=skip"))
                .contains("cut: ");
    }

    @Test
    void twoFilesOfOneNameAreRefused() throws IOException {
        MadeUpL3.write(folder.resolve("day.csv"), 10, 1, 1);
        MadeUpL3.write(folder.resolve("day.csv.gz"), 10, 1, 1);

        assertThatMessages(() -> Engine.convert(folder + "/day.csv*", folder.resolve("out")))
                .contains("expected one file of the name day");
    }

    @Test
    void patternWithoutAFileIsRefused() {
        String pattern = folder + "/" + UUID.randomUUID() + "-*.csv";

        assertThatMessages(() -> Engine.convert(pattern, folder.resolve("out"))).contains(pattern);
    }

    @Test
    void optionOfAnotherValueIsRefusedBeforeAnythingRuns() {
        assertThatThrownBy(() -> Engine.convert("in.csv", folder.resolve("out"), "--emit=often"))
                .isInstanceOf(BadOptionException.class);
    }

    private CommandLine commandLine(Path l3, String... options) throws IOException {
        Map<String, List<String>> texts = new HashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            texts.put(options[i], List.of(options[i + 1]));
        }
        return CommandLine.convert(l3, folder.resolve("expected.csv"), ConversionOptions.of(texts));
    }

    private String thrownByTheCommandLine(Path l3) {
        return String.valueOf(catchThrowableOfType(UnreadableInputException.class, () -> commandLine(l3))
                .getMessage());
    }

    /** Compares texts without printing them. */
    private static void assertSame(Map<String, String> actual, Map<String, String> expected) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach((symbol, text) ->
                assertThat(text.equals(actual.get(symbol))).as(symbol).isTrue());
    }

    private static void assertCounters(Map<String, Long> counted, CommandLine commandLine) {
        Counters expected = commandLine.report().counters();
        assertThat(counted)
                .containsEntry("rows", commandLine.report().rows())
                .containsEntry("quotes", commandLine.report().quotes())
                .containsEntry("applied", expected.applied())
                .containsEntry("skipped", expected.skipped())
                .containsEntry("duplicate_row", expected.duplicateRow())
                .containsEntry("late_packet", expected.latePacket())
                .containsEntry("late_row", expected.lateRow())
                .containsEntry("unknown_delete", expected.unknownDelete())
                .containsEntry("unknown_trade", expected.unknownTrade());
    }

    private static Map<String, Long> counters(PipelineResult result) {
        Map<String, Long> counters = new TreeMap<>();
        result.metrics()
                .queryMetrics(MetricsFilter.builder().build())
                .getCounters()
                .forEach(counter -> counters.merge(counter.getName().getName(), counter.getAttempted(), Long::sum));
        return counters;
    }

    /** How many lines stand behind the header. */
    private long rows(String file) throws IOException {
        try (var lines = Files.lines(folder.resolve(file))) {
            return lines.count() - 1;
        }
    }

    /** The messages of what is thrown and of its causes: each engine wraps in its own way. */
    private static AbstractStringAssert<?> assertThatMessages(ThrowingCallable call) {
        StringBuilder messages = new StringBuilder();
        assertThatThrownBy(call).satisfies(thrown -> {
            for (Throwable each = thrown; each != null; each = each.getCause()) {
                messages.append(each.getMessage()).append('\n');
            }
        });
        return assertThat(messages.toString());
    }
}
