package io.touchline.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.touchline.convert.Conversion;
import io.touchline.convert.ConversionLimits;
import io.touchline.convert.ConversionOptions;
import io.touchline.csv.L3Reader;
import io.touchline.csv.ReaderLimits;
import io.touchline.csv.Times;
import io.touchline.feed.Message;
import io.touchline.feed.MessageBatch;
import io.touchline.live.Applied;
import io.touchline.live.BookState;
import io.touchline.live.Durability;
import io.touchline.live.Emit;
import io.touchline.live.JournalledBooks;
import io.touchline.live.LiveEvents;
import io.touchline.live.LiveRequest;
import io.touchline.live.LiveSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Live books beside the conversion of the same messages: the same rows, byte for byte, however the messages are cut into requests, whatever the window,
 * and though the process ends at any record.
 */
class LiveJudgeTest {

    private static final int SEEDS = 120;
    private static final String SYMBOL = "ABC";
    private static final Duration HOLD = Duration.ofHours(1);
    private static final Duration NO_HOLD = Duration.ofMillis(1);

    private final Path dir;

    LiveJudgeTest(@TempDir Path dir) {
        this.dir = dir;
    }

    @Test
    void historyIsTheConversionOfTheSameMessagesThoughTheProcessEndsAtAnyRecord() throws Exception {
        for (long seed = 1; seed <= SEEDS; seed++) {
            judge(Case.of(seed, 60));
        }
    }

    @Test
    void historyOfALongSessionIsTheConversionOfTheSameMessages() throws Exception {
        for (long seed = 1; seed <= 3; seed++) {
            judge(Case.of(1_000 + seed, 3_000));
        }
    }

    private void judge(Case random) throws Exception {
        List<Message> messages = messages(random.text());
        Path at = dir.resolve("seed-" + random.seed());
        JournalledBooks books = open(random, at.resolve("0"), HOLD);
        List<List<Message>> requests = requests(messages, new Random(random.seed()));
        for (int i = 0; i < requests.size(); i++) {
            submit(books, requests.get(i));
            if (new Random(random.seed() * 1_000 + i).nextInt(requests.size()) < 3) {
                books = restarted(random, books, at.resolve("" + (i + 1)), i % 2 == 0, HOLD);
            }
        }
        books = restarted(random, books, at.resolve("held"), false, NO_HOLD);
        awaitNoneHeld(random, books);

        assertHistory(random, books);
        long digest = books.digest();
        JournalledBooks again = restarted(random, books, at.resolve("last"), true, HOLD);
        assertEquals(digest, again.digest(), random::toString);
        assertHistory(random, again);
        again.close();
    }

    private void assertHistory(Case random, JournalledBooks books) throws IOException {
        assertEquals(conversion(random, ConversionOptions.Emit.PACKET), history(books, Emit.PACKET), random::toString);
        assertEquals(conversion(random, ConversionOptions.Emit.CHANGE), history(books, Emit.CHANGE), random::toString);
        assertPart(random, books);
        BookState state = Objects.requireNonNull(books.state(SYMBOL));
        assertThat(state.packetN())
                .isEqualTo(history(books, Emit.PACKET).lines().count() - 1);
        assertThat(state.changeN())
                .isEqualTo(history(books, Emit.CHANGE).lines().count() - 1);
    }

    /** A part of the history is those of its rows whose times are in it; times go back now and then. */
    private static void assertPart(Case random, JournalledBooks books) throws IOException {
        List<String> rows = history(books, Emit.CHANGE).lines().toList();
        long from = Times.nanos(time(rows.get(1 + rows.size() / 3)));
        long to = Times.nanos(time(rows.get(rows.size() - 1)));
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        books.history(SYMBOL, from, to, Emit.CHANGE, part);

        List<String> expected = rows.stream()
                .skip(1)
                .filter(row -> Times.nanos(time(row)) >= from && Times.nanos(time(row)) <= to)
                .toList();
        assertEquals(
                expected, part.toString(StandardCharsets.UTF_8).lines().skip(1).toList(), random::toString);
    }

    private static String time(String row) {
        return row.substring(0, row.indexOf(','));
    }

    /** The books of a copy of the directory, as a crash leaves it, or of the directory itself after a clean end. */
    private JournalledBooks restarted(Case random, JournalledBooks books, Path to, boolean crash, Duration hold)
            throws IOException {
        long digest = books.digest();
        Path from = to.resolveSibling("now");
        Path of = Files.exists(from) ? Path.of(Files.readString(from)) : to.resolveSibling("0");
        Path image = crash ? to : of;
        if (crash) {
            copy(of, to);
        }
        books.close();
        JournalledBooks again = open(random, image, hold);
        Files.writeString(from, image.toString());

        if (hold.equals(HOLD)) {
            assertEquals(digest, again.digest(), random::toString);
        }
        return again;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                try {
                    Files.copy(file, to.resolve(file.getFileName()));
                } catch (NoSuchFileException e) {
                    assertThat(file.toString()).endsWith(".new");
                }
            }
        }
    }

    /** All that is held goes, as at the end of a file. */
    private static void awaitNoneHeld(Case random, JournalledBooks books) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (Objects.requireNonNull(books.state(SYMBOL)).size().heldPackets() > 0) {
            assertThat(System.nanoTime())
                    .as("%s: %s", random, books.state(SYMBOL))
                    .isLessThan(deadline);
            Thread.sleep(1);
        }
    }

    private JournalledBooks open(Case random, Path directory, Duration hold) throws IOException {
        LiveSettings usual = LiveSettings.DEFAULT;
        LiveSettings settings = new LiveSettings(
                2,
                100,
                new LiveSettings.BookSettings(
                        random.window(), hold, 100_000, 100_000, new LiveSettings.RecentSettings(64, 0)),
                usual.queue(),
                new LiveSettings.JournalSettings(Durability.NONE, Duration.ofMillis(100), 2_000),
                usual.history());
        return JournalledBooks.open(settings, directory, InstantSource.system(), new Told());
    }

    private static String history(JournalledBooks books, Emit emit) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        books.history(SYMBOL, Long.MIN_VALUE, Long.MAX_VALUE, emit, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String conversion(Case random, ConversionOptions.Emit emit) throws IOException {
        ConversionOptions options = new ConversionOptions(
                emit,
                ConversionOptions.Sides.ANY,
                ConversionOptions.Crossed.KEEP,
                random.window(),
                ConversionOptions.Errors.ABORT);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] l3 = random.text().getBytes(StandardCharsets.UTF_8);
        new Conversion(options, ConversionLimits.DEFAULT).run(new ByteArrayInputStream(l3), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void submit(JournalledBooks books, List<Message> messages) {
        LiveRequest request = books.request(SYMBOL);
        for (Message message : messages) {
            Message next = request.next();
            System.arraycopy(message.words(), message.at(), next.words(), next.at(), message.length());
            request.keep();
        }
        CompletableFuture<Applied> applied = books.submit(request);
        assertThat(applied.join().counters().received()).isEqualTo(messages.size());
    }

    /** Cuts messages into requests, at random places where a packet higher than all before it starts. */
    private static List<List<Message>> requests(List<Message> messages, Random random) {
        List<List<Message>> requests = new ArrayList<>();
        long highest = -1;
        int oneIn = 1 + random.nextInt(10);
        for (Message message : messages) {
            boolean mayStart = message.seqNum() > highest;
            highest = Math.max(highest, message.seqNum());
            if (requests.isEmpty() || (mayStart && random.nextInt(oneIn) == 0)) {
                requests.add(new ArrayList<>());
            }
            requests.get(requests.size() - 1).add(message);
        }
        return requests;
    }

    private static List<Message> messages(String l3) throws IOException {
        ReaderLimits limits = new ReaderLimits(64 << 10, 256, Long.MAX_VALUE, 100);
        byte[] bytes = l3.getBytes(StandardCharsets.UTF_8);
        L3Reader reader = new L3Reader(new ByteArrayInputStream(bytes), limits, null);
        List<Message> messages = new ArrayList<>();
        MessageBatch batch = new MessageBatch(256);
        while (reader.read(batch)) {
            Message row = new Message(batch.words(), batch.begin());
            for (int at = batch.begin(); at < batch.end(); at += row.length()) {
                row.moveTo(batch.words(), at);
                long[] words = new long[Message.WORDS_WITH_TEXT_ID];
                System.arraycopy(batch.words(), at, words, 0, row.length());
                messages.add(new Message(words, 0));
            }
            batch.clear();
        }
        return messages;
    }

    /** Fails when something is told that must not happen. */
    private static final class Told implements LiveEvents {

        @Override
        public void journalFailed(Exception cause) {
            throw new AssertionError(cause);
        }

        @Override
        public void snapshotFailed(Exception cause) {
            throw new AssertionError(cause);
        }

        @Override
        public void broken(Throwable cause) {
            throw new AssertionError(cause);
        }
    }

    /** One random stream of one symbol, and the window it goes through. */
    private record Case(long seed, int window, RandomL3.Kinds kinds) {

        static Case of(long seed, int packets) {
            Random random = RandomL3.random(~seed);
            int window = random.nextInt(3) == 0 ? 0 : random.nextInt(10);
            RandomL3.Kinds any = RandomL3.Kinds.any(random, false);
            RandomL3.Kinds kinds = new RandomL3.Kinds(
                    packets, 0, any.distance(), any.apart(), any.duplicates(), any.late(), false, false);
            return new Case(seed, window, kinds);
        }

        String text() {
            return RandomL3.text(seed, kinds);
        }

        @Override
        public String toString() {
            return "seed " + seed + ", window " + window + ", " + kinds;
        }
    }
}
