package io.touchline.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.touchline.feed.Action;
import io.touchline.journal.DamagedJournalException;
import io.touchline.journal.Snapshot;
import io.touchline.journal.SnapshotWriter;
import io.touchline.journal.Snapshots;
import io.touchline.live.LiveSettings.History;
import io.touchline.live.LiveSettings.JournalSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The files of a session with any damage: the books start as they were after some record, and then only a torn tail is missing, or they refuse to
 * start and name the place. They never start as they never were.
 */
class LiveDamageTest {

    private static final int GROUPS = 150;
    private static final int CASES = 250;
    private static final int TAIL = 15;
    private static final String SYMBOL = "S0";
    private static final String FORGOTTEN = "S4";

    private final Path dir;
    private final Written snapshots = new Written();
    /** By number of the last record: what the books were like. */
    private final Map<Long, Long> digests = new TreeMap<>();

    private LiveSettings settings = settings(0);
    private Map<String, byte[]> files = new TreeMap<>();
    private List<String> rows = List.of();
    private long last;

    LiveDamageTest(@TempDir Path dir) {
        this.dir = dir;
    }

    private static LiveSettings settings(int window) {
        JournalSettings journal = new JournalSettings(Durability.GROUP, Duration.ofSeconds(1), 4_000);
        return TestBooks.with(TestBooks.settings(TestBooks.book(window, 1_000, 64)), journal, History.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void anyDamageLeavesAPrefixOrIsRefusedWithItsPlace(int window) throws Exception {
        session(window);
        Map<String, Integer> outcomes = new TreeMap<>();
        for (int seed = 1; seed <= CASES; seed++) {
            Damage damage = Damage.of(files, new Random(seed));
            String outcome = outcome(damage);
            outcomes.merge(outcome, 1, Integer::sum);
        }
        assertThat(outcomes)
                .containsOnlyKeys("whole", "torn", "refused")
                .allSatisfy((outcome, count) -> assertThat(count).isGreaterThan(CASES / 20));
    }

    @Test
    void booksAreMadeOfTheJournalAloneWhenAllSnapshotsAreDamaged() throws Exception {
        session(0);
        files.replaceAll((name, bytes) -> Damage.isSegment(name) ? bytes : Arrays.copyOf(bytes, bytes.length - 1));

        try (JournalledBooks books = TestBooks.open(settings, written(files))) {
            assertThat(books.digest()).isEqualTo(digests.get(last));
            assertThat(books.counters().journal().replayed()).isEqualTo(last);
            assertThat(TestBooks.rows(books, SYMBOL, Emit.PACKET)).isEqualTo(rows);
        }
    }

    @Test
    void snapshotThatKnowsARecordWhichTheJournalLostIsRefused() throws Exception {
        try (JournalledBooks books = TestBooks.open(settings, dir)) {
            for (int seqNum = 1; seqNum <= 4; seqNum++) {
                TestBooks.add(books, SYMBOL, seqNum, 10 + seqNum);
            }
        }
        nameTheSnapshotAfterRecord(3);
        Path segment = dir.resolve("segment-0000000000000000001");
        byte[] whole = Files.readAllBytes(segment);
        byte[] torn = Arrays.copyOf(whole, whole.length - 1);
        Files.write(segment, torn);

        assertThatExceptionOfType(DamagedJournalException.class)
                .isThrownBy(() -> TestBooks.open(settings, dir).close())
                .withMessage(dir + ", byte 0: expected record 5, found record 4 as the last");
        assertThat(segment).hasBinaryContent(torn);

        Files.write(segment, whole);
        try (JournalledBooks books = TestBooks.open(settings, dir)) {
            assertThat(TestBooks.add(books, SYMBOL, 5, 9).record()).isEqualTo(6);
        }
    }

    /** As when the book's section was written while more messages came. */
    private void nameTheSnapshotAfterRecord(long record) throws IOException {
        Snapshots snapshots = Snapshots.open(dir);
        Snapshot whole = snapshots.newest().orElseThrow();
        try (SnapshotWriter earlier = snapshots.begin(record)) {
            whole.read((key, data) -> {
                byte[] section = data.readAllBytes();
                earlier.section(key, out -> out.write(section));
            });
            earlier.finish();
        }
        snapshots.delete(whole.record());
    }

    /** Leaves the files of a session as the end of its process would, and what the books were like after each record. */
    private void session(int window) throws Exception {
        settings = settings(window);
        Random random = new Random(window);
        try (JournalledBooks books =
                        JournalledBooks.open(settings, dir.resolve("session"), InstantSource.system(), snapshots);
                JournalledBooks straight = TestBooks.open(settings, dir.resolve("straight"))) {
            last = 1;
            digests.put(last, straight.digest());
            for (int group = 0; group < GROUPS; group++) {
                group(books, straight, random, 10L * group);
            }
            while (!endsWithRecordsThatNoSnapshotKnows(books, straight)) {
                assertThat(files).hasSizeLessThan(GROUPS);
            }
            assertThat(books.digest()).isEqualTo(straight.digest());
            rows = TestBooks.rows(books, SYMBOL, Emit.PACKET);
        }
    }

    /** Waits for the snapshot of the last segment, and adds to that segment; answers whether no further one was begun meanwhile. */
    private boolean endsWithRecordsThatNoSnapshotKnows(JournalledBooks books, JournalledBooks straight)
            throws Exception {
        String segment = Damage.lastSegment(read(dir.resolve("session")));
        snapshots.await(Long.parseLong(segment.substring(segment.indexOf('-') + 1)));
        for (int i = 0; i < TAIL; i++) {
            long seqNum = 100L * GROUPS + last;
            last = TestBooks.add(books, SYMBOL, seqNum, 7 + i % 5).record();
            TestBooks.add(straight, SYMBOL, seqNum, 7 + i % 5);
            digests.put(last, straight.digest());
        }
        files = read(dir.resolve("session"));
        return Damage.lastSegment(files).equals(segment);
    }

    /** Hands some requests in at once, so that they become durable together; the straight books get them one by one. */
    private void group(JournalledBooks books, JournalledBooks straight, Random random, long seqNum) {
        List<CompletableFuture<Applied>> together = new ArrayList<>();
        List<LiveRequest> alone = new ArrayList<>();
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
            String symbol = "S" + random.nextInt(5);
            Action action = random.nextInt(3) == 0 ? Action.DELETE : Action.UPDATE;
            long[] idsAndPrices = random.longs(2L << random.nextInt(5), 1, 50).toArray();
            long number = seqNum + random.nextInt(10);
            together.add(books.submit(TestBooks.request(books, symbol, number, action, idsAndPrices)));
            alone.add(TestBooks.request(straight, symbol, number, action, idsAndPrices));
        }
        for (int i = 0; i < together.size(); i++) {
            last = Objects.requireNonNull(together.get(i).join()).record();
            straight.submit(alone.get(i)).join();
            digests.put(last, straight.digest());
        }
        if (random.nextInt(10) == 0 && books.forget(FORGOTTEN).join()) {
            straight.forget(FORGOTTEN).join();
            digests.put(++last, straight.digest());
        }
    }

    private static Map<String, byte[]> read(Path from) throws IOException {
        Map<String, byte[]> read = new TreeMap<>();
        try (Stream<Path> paths = Files.list(from)) {
            for (Path path : paths.toList()) {
                try {
                    read.put("" + path.getFileName(), Files.readAllBytes(path));
                } catch (NoSuchFileException e) {
                    assertThat(path.toString()).endsWith(".new");
                }
            }
        }
        return read;
    }

    private Path written(Map<String, byte[]> image) throws IOException {
        Path to = Files.createTempDirectory(dir, "image");
        for (Map.Entry<String, byte[]> file : image.entrySet()) {
            Files.write(to.resolve(file.getKey()), file.getValue());
        }
        return to;
    }

    private String outcome(Damage damage) throws Exception {
        Map<String, byte[]> image = new TreeMap<>(files);
        image.put(damage.file(), damage.bytes());
        try (JournalledBooks books = TestBooks.open(settings, written(image))) {
            return started(damage, books);
        } catch (DamagedJournalException e) {
            assertNamed(damage, e);
            return "refused";
        }
    }

    private String started(Damage damage, JournalledBooks books) throws IOException {
        long digest = books.digest();
        assertHistory(damage, books);
        long found = TestBooks.add(books, "NEXT", 1, 10).record() - 1;

        assertThat(digest).as("%s", damage).isEqualTo(digests.get(found));
        if (found == last) {
            return "whole";
        }
        assertTorn(damage, found);
        boolean nothingIsTorn = books.counters().journal().tornRecords() == 0;
        assertThat(nothingIsTorn).as("%s", damage).isEqualTo(damage.isCutBetweenRecords());
        return "torn";
    }

    /** The rows of the live stream, or the place of the damage. */
    private void assertHistory(Damage damage, JournalledBooks books) throws IOException {
        BookState state = books.state(SYMBOL);
        try {
            assertThat(TestBooks.rows(books, SYMBOL, Emit.PACKET))
                    .as("%s", damage)
                    .isEqualTo(rows.subList(0, state == null ? 0 : (int) state.packetN()));
        } catch (DamagedJournalException e) {
            assertNamed(damage, e);
        }
    }

    /** Only records of the last segment may be missing, from the first damaged one on, and none behind it that was begun after others were durable. */
    private void assertTorn(Damage damage, long found) {
        assertThat(damage.file()).as("%s", damage).isEqualTo(Damage.lastSegment(files));
        assertThat(found).as("%s", damage).isEqualTo(damage.recordsBefore());
        assertThat(damage.leavesDurableRecordsBehind()).as("%s", damage).isFalse();
    }

    /** Where records are missing, the place is that of the ones behind, or the directory when a snapshot knows one of them. */
    private void assertNamed(Damage damage, DamagedJournalException e) {
        boolean mayBeMissed = damage.isCut() || damage.file().equals(Damage.lastSegment(files));
        if (mayBeMissed && !e.file().endsWith(damage.file())) {
            assertThat(e).as("%s", damage).hasMessageContaining("expected record");
        } else {
            assertThat(e.file()).as("%s", damage).endsWith(damage.file());
            assertThat(e.offset()).as("%s: %s", damage, e).isBetween(damage.recordStart(), damage.lastOffset());
        }
    }

    /** Up to which record there is a snapshot. */
    private static final class Written implements LiveEvents {

        private static final Duration LONG = Duration.ofSeconds(30);

        private final AtomicLong behind = new AtomicLong();

        @Override
        public void snapshotWritten(long record, long nanos) {
            behind.set(record);
        }

        void await(long record) throws InterruptedException {
            long end = System.nanoTime() + LONG.toNanos();
            while (behind.get() <= record) {
                assertThat(System.nanoTime()).isLessThan(end);
                Thread.sleep(1);
            }
        }
    }
}
