package io.touchline.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.feed.LimitExceededException;
import io.touchline.feed.LimitExceededException.Limit;
import io.touchline.feed.Message;
import io.touchline.feed.MessageBatch;
import io.touchline.feed.Symbols;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The three ways through a row, the edges of the buffer, and the limits. */
class L3ReaderTest {

    private static final int ROWS = 3_000;
    private static final ReaderLimits LIMITS = new ReaderLimits(4_096, 256, Long.MAX_VALUE, 1_000);
    private static final String ADD = "2019-09-16 22:10:16 UTC,1,,11,BUY,0.5,7,,,BUY,,,,,BUY,,BUY,,";

    @ParameterizedTest
    @ValueSource(strings = {RandomRows.LAYOUT_A, RandomRows.LAYOUT_B, "symbol," + RandomRows.LAYOUT_A})
    void rowGivesTheSameMessageOnEachOfTheThreeWays(String header) throws IOException {
        for (int seed = 1; seed <= 3; seed++) {
            Random random = new Random(seed);
            List<String> rows = RandomRows.of(seed, header, ROWS);
            List<String> quoted =
                    rows.stream().map(row -> RandomRows.quoted(row, random)).toList();

            List<String> byCells = decoded(header, rows);

            assertThat(read(file(header, rows, "\n"))).as("seed %d", seed).isEqualTo(byCells);
            assertThat(read(file(header, quoted, "\r\n"))).as("seed %d", seed).isEqualTo(byCells);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {RandomRows.LAYOUT_A, RandomRows.LAYOUT_B, "symbol," + RandomRows.LAYOUT_A})
    void rowWithOneOddByteIsReadOrRefusedAlikeOnTheShortWayAndTheLong(String header) throws IOException {
        for (int seed = 1; seed <= 5; seed++) {
            Random random = new Random(seed);
            List<String> rows = new ArrayList<>();
            for (String row : RandomRows.of(seed, header, ROWS)) {
                rows.add(row);
                rows.add(RandomRows.spoilt(row, random));
            }

            assertThat(read(file(header, rows, "\n"))).as("seed %d", seed).isEqualTo(decoded(header, rows));
        }
    }

    @Test
    void columnsInAnyOrderGiveTheSameMessages() throws IOException {
        String header = RandomRows.LAYOUT_B;
        List<String> rows = RandomRows.of(5, header, ROWS);
        List<String> turned = rows.stream().map(L3ReaderTest::turned).toList();

        assertThat(withoutRest(read(file(turned(header), turned, "\n"))))
                .isEqualTo(withoutRest(read(file(header, rows, "\n"))));
    }

    @Test
    void rowsOfAnyLengthMayStraddleAnyRead() throws IOException {
        String header = "note," + RandomRows.LAYOUT_A;
        Random random = new Random(6);
        List<String> rows = new ArrayList<>();
        for (String row : RandomRows.of(6, RandomRows.LAYOUT_A, ROWS)) {
            rows.add("x".repeat(random.nextInt(random.nextInt(20) == 0 ? 3_500 : 20)) + "," + row);
        }
        byte[] file = file(header, rows, "\r\n");
        List<String> expected = decoded(header, rows);

        assertThat(read(file)).isEqualTo(expected);
        assertThat(read(new ShortReads(file, 1), LIMITS)).isEqualTo(expected);
        assertThat(read(new ShortReads(file, 4_999), LIMITS)).isEqualTo(expected);
    }

    @Test
    void quotedCellMayRunOverLines() throws IOException {
        String row = "\"a \"\"note\"\"\r\nof three,\n lines\"," + ADD;
        byte[] file = file("note," + RandomRows.LAYOUT_A, List.of("plain," + ADD, row, "plain," + ADD), "\n");

        assertThat(read(file))
                .satisfiesExactly(
                        L3ReaderTest::isReadAtLine2,
                        message -> assertThat(message).startsWith("line 3"),
                        message -> assertThat(message).startsWith("line 6"));
    }

    private static void isReadAtLine2(String message) {
        assertThat(message).startsWith("line 2");
    }

    @Test
    void quoteThatIsNotClosedCostsOneLineWhereRowsAreSkipped() throws IOException {
        byte[] file = file(RandomRows.LAYOUT_A, List.of(ADD, "\"" + ADD, ADD), "\n");

        assertThat(read(file))
                .hasSize(3)
                .element(1)
                .isEqualTo("line 3: expected a closing quote, found none before the end of the row");
    }

    @Test
    void blankLinesAreNoRowsAndAreCountedAsLines() throws IOException {
        byte[] file = (RandomRows.LAYOUT_A + "\n\n\r\n" + ADD + "\n\n" + ADD).getBytes(StandardCharsets.UTF_8);
        L3Reader reader = new L3Reader(new ByteArrayInputStream(file), LIMITS, null);
        MessageBatch batch = new MessageBatch(10);

        reader.read(batch);

        assertThat(messages(batch)).hasSize(2);
        assertThat(messages(batch).get(0)).startsWith("line 4:");
        assertThat(messages(batch).get(1)).startsWith("line 6:");
        assertThat(reader.rows()).isEqualTo(2);
    }

    @Test
    void rowAsLongAsTheLimitIsReadAndALongerOneIsNot() throws IOException {
        String header = "note," + RandomRows.LAYOUT_A;
        String longest = "x".repeat(4_096 - ADD.length() - 1) + "," + ADD;
        for (String lineEnd : List.of("\n", "\r\n")) {
            assertThat(read(file(header, List.of(longest, longest), lineEnd))).hasSize(2);
            assertThat(read(file(header, List.of(longest, "x" + longest, longest), lineEnd)))
                    .hasSize(3)
                    .element(1)
                    .isEqualTo("line 3: expected a row of at most 4096 bytes (touchline.limits.line-bytes), "
                            + "found a longer one");
        }
    }

    @Test
    void longLineEndsTheReadingWithItsLine() {
        byte[] file = file(RandomRows.LAYOUT_A, List.of(ADD, ADD, "x".repeat(10 << 20), ADD), "\n");

        assertLimit(file, LIMITS, Limit.LINE_BYTES, 4);
    }

    @Test
    void longHeaderEndsTheReadingAtLine1() {
        assertLimit(file("x".repeat(10 << 20), List.of(), "\n"), LIMITS, Limit.LINE_BYTES, 1);
    }

    @Test
    void tooManyColumnsEndTheReadingAtLine1() {
        ReaderLimits limits = new ReaderLimits(4_096, 18, Long.MAX_VALUE, 1_000);

        assertLimit(file(RandomRows.LAYOUT_A, List.of(ADD), "\n"), limits, Limit.COLUMNS, 1);
    }

    @Test
    void tooManyRowsEndTheReadingAtTheFirstTooMany() throws IOException {
        ReaderLimits limits = new ReaderLimits(4_096, 256, 3, 1_000);
        List<String> rows = List.of(ADD, ADD, ADD, ADD);

        assertLimit(file(RandomRows.LAYOUT_A, rows, "\n"), limits, Limit.ROWS, 5);
        assertThat(read(new ByteArrayInputStream(file(RandomRows.LAYOUT_A, rows.subList(1, 4), "\n")), limits))
                .hasSize(3);
    }

    @Test
    void tooManySymbolsEndTheReadingAtTheFirstTooMany() {
        ReaderLimits limits = new ReaderLimits(4_096, 256, Long.MAX_VALUE, 2);
        List<String> rows = List.of("A," + ADD, "B," + ADD, "A," + ADD, "B," + ADD, "C," + ADD);

        assertLimit(file("symbol," + RandomRows.LAYOUT_A, rows, "\n"), limits, Limit.SYMBOLS, 6);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "x", " ", "."})
    void timeWithoutAColonIsRefusedThoughItsMinuteIsKnown(String colon) throws IOException {
        String odd = ADD.replace("22:10:16", "22:10" + colon + "16");

        assertThat(read(file(RandomRows.LAYOUT_A, List.of(ADD, ADD, odd), "\n")))
                .element(2)
                .asString()
                .startsWith("line 4, column HOST: expected a UTC time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-09-16 22:10", "1,,11"})
    void nulsAreRefusedThoughNothingIsKnownOfTheTextBefore(String replaced) throws IOException {
        String digits = replaced.startsWith("1,") ? "12345678901,,11" : "";
        String odd = ADD.replace(replaced, "\0".repeat(replaced.startsWith("1,") ? 8 : replaced.length()) + digits);

        assertThat(read(file(RandomRows.LAYOUT_A, List.of(ADD, odd), "\n")))
                .element(1)
                .asString()
                .startsWith("line 3, column ");
    }

    private static void assertLimit(byte[] file, ReaderLimits limits, Limit limit, long line) {
        assertThatThrownBy(() -> {
                    L3Reader reader = new L3Reader(new ByteArrayInputStream(file), limits, null);
                    reader.read(new MessageBatch(100));
                })
                .isInstanceOfSatisfying(LimitExceededException.class, thrown -> {
                    assertThat(thrown.limit()).isEqualTo(limit);
                    assertThat(thrown.line()).isEqualTo(line);
                    assertThat(thrown).hasMessageContaining(limit.setting());
                });
    }

    /** What the decoder of cells makes of each row. */
    private static List<String> decoded(String header, List<String> rows) {
        L3Header columns = new L3Header(List.of(header.split(",")), 1);
        Symbols symbols = new Symbols();
        RowDecoder decoder = new RowDecoder(columns, symbols, LIMITS.symbols());
        Cells cells = new Cells(columns.columns());
        List<String> messages = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            byte[] row = rows.get(i).getBytes(StandardCharsets.UTF_8);
            byte[] padded = Arrays.copyOf(row, row.length + LineBuffer.PADDING);
            cells.split(padded, 0, row.length);
            messages.add(decoded(decoder, cells, i + 2));
        }
        return messages;
    }

    private static String decoded(RowDecoder decoder, Cells cells, long line) {
        Message message = new Message();
        try {
            decoder.decode(cells, line, message);
            return text(message);
        } catch (UnreadableInputException e) {
            return e.row().toString();
        }
    }

    private static List<String> read(byte[] file) throws IOException {
        return read(new ByteArrayInputStream(file), LIMITS);
    }

    /** All messages of a file, and in their places the rows that nobody can read. */
    private static List<String> read(InputStream file, ReaderLimits limits) throws IOException {
        SkippedRows skipped = new SkippedRows(Integer.MAX_VALUE);
        L3Reader reader = new L3Reader(file, limits, skipped);
        List<String> messages = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        MessageBatch batch = new MessageBatch(64);
        while (reader.read(batch)) {
            messages.addAll(messages(batch));
            batch.clear();
        }
        messages.forEach(message -> lines.add(line(message)));
        for (UnreadableRow row : skipped.first()) {
            int at = insertionPoint(lines, row.line());
            lines.add(at, row.line());
            messages.add(at, row.toString());
        }
        return messages;
    }

    private static int insertionPoint(List<Long> lines, long line) {
        int at = Collections.binarySearch(lines, line);
        assertThat(at).as("line %d is read and refused", line).isNegative();
        return -at - 1;
    }

    private static long line(String message) {
        return Long.parseLong(message.substring(5, message.indexOf(':')));
    }

    private static List<String> messages(MessageBatch batch) {
        List<String> messages = new ArrayList<>();
        Message message = new Message();
        for (int at = batch.begin(); at < batch.end(); at += message.length()) {
            messages.add(text(message.moveTo(batch.words(), at)));
        }
        return messages;
    }

    private static String text(Message message) {
        return String.format(
                "line %d: seq %d time %d %s %s id %s price %d quantity %d image %s symbol %d rest %x",
                message.line(),
                message.seqNum(),
                message.timeNanos(),
                message.action(),
                message.side(),
                message.hasTextId() ? textId(message) : Long.toUnsignedString(message.orderId()),
                message.price(),
                message.quantity(),
                message.isImage(),
                message.symbol(),
                message.words()[message.at() + 5]);
    }

    private static String textId(Message message) {
        List<String> words = new ArrayList<>();
        for (int i = Message.WORDS; i < Message.WORDS_WITH_TEXT_ID; i++) {
            words.add(Long.toHexString(message.words()[message.at() + i]));
        }
        return words.toString();
    }

    private static List<String> withoutRest(List<String> messages) {
        return messages.stream()
                .map(message -> message.replaceAll("rest .*", ""))
                .toList();
    }

    /** The cells of a row from the last to the first. */
    private static String turned(String row) {
        List<String> cells = new ArrayList<>(List.of(row.split(",", -1)));
        Collections.reverse(cells);
        return String.join(",", cells);
    }

    private static byte[] file(String header, List<String> rows, String lineEnd) {
        return (header + lineEnd + String.join(lineEnd, rows)).getBytes(StandardCharsets.UTF_8);
    }

    /** A stream that gives a few bytes at a time. */
    private static final class ShortReads extends ByteArrayInputStream {

        private final int longest;

        ShortReads(byte[] bytes, int longest) {
            super(bytes);
            this.longest = longest;
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(longest, length));
        }
    }
}
