package io.touchline.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is appended is read back, across restarts, segments and deletions. */
class JournalTest {

    private static final JournalSettings SMALL = new JournalSettings(200, 1_000);
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    @TempDir
    Path temp = Path.of("");

    private final Records replayed = new Records();

    @Test
    void newJournalHoldsNothing() throws IOException {
        try (Journal journal = open(1)) {
            assertThat(Records.of(journal)).isEmpty();
            assertThat(journal.lastAccepted()).isZero();
            assertThat(journal.lastDurable()).isZero();
            assertThat(journal.firstKept()).isEqualTo(1);
            assertThat(journal.segmentList()).isEmpty();
            assertThat(journal.bytes()).isZero();
        }
    }

    @Test
    void recordsComeBackWithTheirNumbersAfterRestarts() throws IOException {
        List<String> appended = new ArrayList<>();

        for (int run = 0; run < 5; run++) {
            try (Journal journal = open(1)) {
                assertThat(replayed.texts).isEqualTo(appended);
                replayed.texts.clear();
                appended.addAll(Records.appendGroup(journal, 3));
                appended.addAll(Records.appendGroup(journal, 1));
                assertThat(journal.lastDurable()).isEqualTo(appended.size());
            }
        }

        assertThat(appended).element(19).asString().startsWith("20:");
    }

    @Test
    void replayPassesOnTheRecordsFromTheOneAskedFor() throws IOException {
        List<String> appended = fill(20);

        for (int from = 1; from <= 21; from++) {
            replayed.texts.clear();
            open(from).close();
            assertThat(replayed.texts).isEqualTo(appended.subList(from - 1, 20));
        }
    }

    @Test
    void groupLiesInOneSegmentAndTheNextBeginsAnother() throws IOException {
        try (Journal journal = open(1)) {
            Records.appendGroup(journal, 1);
            Records.appendGroup(journal, 20);
            Records.appendGroup(journal, 1);
            Records.appendGroup(journal, 1);

            assertThat(journal.segmentList()).extracting(Segment::first).containsExactly(1L, 22L);
            assertThat(journal.segments()).isEqualTo(2);
            assertThat(journal.bytes())
                    .isEqualTo(Files.size(segment(1)) + Files.size(segment(22)))
                    .isGreaterThan(21 * 12);
        }
    }

    @Test
    void segmentKnowsWhenItWasBegun() throws IOException {
        long before = nowNanos();
        fill(1);
        long after = nowNanos();

        try (Journal journal = open(1)) {
            assertThat(journal.segmentList()).singleElement().satisfies(each -> assertThat(each.createdNanos())
                    .isBetween(before, after));
        }
    }

    @Test
    void flushedRecordsAreReadButNotDurableUntilForced() throws IOException {
        try (Journal journal = open(1)) {
            String record = Records.append(journal, "flushed");
            assertThat(Records.of(journal)).isEmpty();

            journal.flush();
            assertThat(Records.of(journal)).containsExactly(record);
            assertThat(journal.lastAccepted()).isEqualTo(1);
            assertThat(journal.lastDurable()).isZero();

            journal.force();
            assertThat(journal.lastDurable()).isEqualTo(1);
        }
    }

    @Test
    void segmentIsDurableBeforeTheNextBegins() throws IOException {
        try (Journal journal = open(1)) {
            for (int i = 0; i < 10; i++) {
                Records.append(journal, "a text that is long enough to fill a segment soon");
                journal.flush();
            }

            long lastSegment = journal.segmentList().get(journal.segments() - 1).first();
            assertThat(lastSegment).isGreaterThan(1);
            assertThat(journal.lastDurable()).isEqualTo(lastSegment - 1);
        }
    }

    @Test
    void closingAcceptsWhatWasAppended() throws IOException {
        Journal journal = open(1);
        String record = Records.append(journal, "last words");

        journal.close();
        journal.close();

        assertThat(journal.lastDurable()).isEqualTo(1);
        open(1).close();
        assertThat(replayed.texts).containsExactly(record);
        assertThatIllegalStateException().isThrownBy(() -> Records.append(journal, "too late"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void recordsOfAnyLengthComeBack(long seed) throws IOException {
        Random random = new Random(seed);
        JournalSettings settings = new JournalSettings(1 << 20, 1 << 20);
        List<String> appended = new ArrayList<>();

        try (Journal journal = Journal.open(temp, settings, ReplayStart.FIRST, replayed)) {
            for (int i = 0; i < 60; i++) {
                int length = 1 + (int) Math.pow(2, random.nextDouble() * 20);
                appended.add(Records.append(journal, "x".repeat(Math.min(length, 1 << 20))));
                if (random.nextInt(5) == 0) {
                    journal.force();
                }
            }
        }

        Journal.open(temp, settings, ReplayStart.FIRST, replayed).close();
        assertThat(replayed.texts.equals(appended)).as("seed %d", seed).isTrue();
    }

    @Test
    void recordThatIsEmptyOrTooLongIsRefused() throws IOException {
        try (Journal journal = open(1)) {
            assertThatIllegalArgumentException().isThrownBy(() -> Records.append(journal, ""));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Records.append(journal, "x".repeat(1_001)))
                    .withMessage("expected a record of 1 to 1000 bytes, found 1001");
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> journal.append(new byte[5], 4, 2));

            assertThat(Records.append(journal, "x")).isEqualTo("1:x");
        }
    }

    @Test
    void recordsMayBecomeLongerOrShorterWithTheSettings() throws IOException {
        List<String> appended = new ArrayList<>();
        for (int longest : new int[] {100, 1_000, 100}) {
            try (Journal journal =
                    Journal.open(temp, new JournalSettings(1 << 20, longest), ReplayStart.FIRST, new Records())) {
                appended.add(Records.append(journal, "x".repeat(longest)));
            }
        }

        open(1).close();

        assertThat(replayed.texts).isEqualTo(appended);
    }

    @Test
    void readingStartsAnywhereAndEndsAtTheLastAcceptedRecord() throws IOException {
        List<String> appended = fill(20);

        try (Journal journal = open(21)) {
            Records.append(journal, "not accepted");
            for (int from = 1; from <= 22; from++) {
                Records read = new Records();
                journal.read(from, read);
                assertThat(read.texts).isEqualTo(appended.subList(Math.min(from - 1, 20), 20));
            }
        }
    }

    @Test
    void deletingTakesOnlySegmentsThatAreWhollyBelow() throws IOException {
        List<String> appended = fill(20);

        try (Journal journal = open(21)) {
            List<Segment> segments = journal.segmentList();
            assertThat(segments).hasSizeGreaterThan(3);
            long second = segments.get(1).first();
            long third = segments.get(2).first();

            journal.deleteBefore(second - 1);
            assertThat(journal.segmentList()).isEqualTo(segments);

            journal.deleteBefore(third - 1);
            assertThat(journal.segmentList()).isEqualTo(segments.subList(1, segments.size()));
            assertThat(journal.firstKept()).isEqualTo(second);
            assertThat(Records.of(journal)).isEqualTo(appended.subList((int) second - 1, 20));
            assertThatExceptionOfType(RecordsGoneException.class)
                    .isThrownBy(() -> journal.read(second - 1, new Records()))
                    .satisfies(e -> assertThat(e.firstKept()).isEqualTo(second));

            journal.deleteBefore(Long.MAX_VALUE);
            assertThat(journal.segments()).isEqualTo(1);
            assertThat(Records.appendGroup(journal, 1)).element(0).asString().startsWith("21:");
        }
    }

    @Test
    void readerOfRecordsThatAreDeletedMeanwhileIsTold() throws IOException {
        fill(20);

        try (Journal journal = open(21)) {
            assertThatExceptionOfType(RecordsGoneException.class)
                    .isThrownBy(() -> journal.read(1, (number, payload) -> journal.deleteBefore(Long.MAX_VALUE)));
        }
    }

    @Test
    void journalWhoseStartWasDeletedOpensFromThereOn() throws IOException {
        List<String> appended = fill(20);
        long first;
        try (Journal journal = open(21)) {
            journal.deleteBefore(10);
            first = journal.firstKept();
        }

        open(first).close();

        assertThat(replayed.texts).isEqualTo(appended.subList((int) first - 1, 20));
        assertThatExceptionOfType(DamagedJournalException.class).isThrownBy(() -> open(first - 1));
    }

    @Test
    void interruptedThreadAppendsAndReads() throws IOException {
        Thread.currentThread().interrupt();

        try (Journal journal = open(1)) {
            List<String> appended = Records.appendGroup(journal, 20);
            appended.addAll(Records.appendGroup(journal, 1));

            assertThat(Records.of(journal)).isEqualTo(appended);
            assertThat(journal.segments()).isEqualTo(2);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    /** Groups of two records, in several segments. */
    private List<String> fill(int records) throws IOException {
        List<String> appended = new ArrayList<>();
        try (Journal journal = Journal.open(temp, SMALL, ReplayStart.FIRST, new Records())) {
            while (appended.size() < records) {
                appended.addAll(Records.appendGroup(journal, Math.min(2, records - appended.size())));
            }
        }
        return appended;
    }

    private Journal open(long from) throws IOException {
        return Journal.open(temp, SMALL, ReplayStart.at(from), replayed);
    }

    private Path segment(long first) {
        return temp.resolve(String.format("segment-%019d", first));
    }

    private static long nowNanos() {
        Instant now = Instant.now();
        return now.getEpochSecond() * NANOS_PER_SECOND + now.getNano();
    }
}
