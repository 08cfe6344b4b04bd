package io.touchline.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A torn tail is cut off and counted; all other wrong bytes refuse the start and are named. */
class JournalDamageTest {

    private static final JournalSettings SMALL = new JournalSettings(400, 10_000);
    private static final int SECTOR = 512;
    private static final int GROUP = 4;
    private static final int GROUPS = 8;

    @TempDir
    Path temp = Path.of("");

    private final Records replayed = new Records();
    private final List<String> appended = new ArrayList<>();
    private List<Segment> segments = List.of();
    private JournalSettings settings = SMALL;

    /** Segments of three groups; the last one has two. */
    @BeforeEach
    void fill() throws IOException {
        try (Journal journal = Journal.open(temp, SMALL, ReplayStart.FIRST, replayed)) {
            for (int i = 0; i < GROUPS; i++) {
                appended.addAll(Records.appendGroup(journal, GROUP));
            }
            segments = journal.segmentList();
        }
        assertThat(segments).hasSize(3);
        assertThat(last().first()).isEqualTo(appended.size() - 2 * GROUP + 1);
    }

    @Test
    void lastRecordCutAtAnyByteIsATornTail() throws IOException {
        byte[] whole = Files.readAllBytes(lastFile());
        int start = offsetOfRecord(whole, 2 * GROUP - 1);

        for (int length = start + 1; length < whole.length; length++) {
            Files.write(lastFile(), Arrays.copyOf(whole, length));

            assertTornTail(length - start, 1, appended.size() - 1);
        }
    }

    @Test
    void lastRecordWithAnyByteChangedIsATornTail() throws IOException {
        byte[] whole = Files.readAllBytes(lastFile());
        int start = offsetOfRecord(whole, 2 * GROUP - 1);

        for (int at = start; at < whole.length; at++) {
            Files.write(lastFile(), changed(whole, at));

            assertTornTail(whole.length - start, 1, appended.size() - 1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 11, 12, 511, 100_000, 1_000_000})
    void zerosBehindTheLastRecordAreATornTail(int zeros) throws IOException {
        byte[] whole = Files.readAllBytes(lastFile());

        Files.write(lastFile(), Arrays.copyOf(whole, whole.length + zeros));

        assertTornTail(zeros, 1, appended.size());
    }

    @Test
    void journalGoesOnBehindATornTail() throws IOException {
        byte[] whole = Files.readAllBytes(lastFile());
        Files.write(lastFile(), Arrays.copyOf(whole, whole.length - 1));
        appended.remove(appended.size() - 1);

        try (Journal journal = open()) {
            appended.addAll(Records.appendGroup(journal, 1));
        }

        try (Journal journal = open()) {
            assertThat(replayed.texts).isEqualTo(appended);
            assertThat(journal.tornBytes()).isZero();
            assertThat(journal.tornRecords()).isZero();
        }
    }

    @Test
    void anyChangedByteBeforeTheLastRecordIsDamage() throws IOException {
        for (Segment segment : segments) {
            Path file = file(segment);
            byte[] whole = Files.readAllBytes(file);
            int end = segment.equals(last()) ? offsetOfRecord(whole, 2 * GROUP - 1) : whole.length;
            for (int at = 0; at < end; at++) {
                Files.write(file, changed(whole, at));

                assertDamage(file);
            }
            Files.write(file, whole);
        }
        open().close();
        assertThat(replayed.texts).isEqualTo(appended);
    }

    @Test
    void damageIsToldWithItsPlaceAndWhatIsThere() throws IOException {
        Path file = file(segments.get(0));
        byte[] whole = Files.readAllBytes(file);
        int second = offsetOfRecord(whole, 1);
        Files.write(file, changed(whole, second + 12));

        assertThatExceptionOfType(DamagedJournalException.class)
                .isThrownBy(this::open)
                .withMessage(file + ", byte " + second + ": expected record 2, found a wrong checksum")
                .satisfies(e -> {
                    assertThat(e.file()).isEqualTo(file.toString());
                    assertThat(e.offset()).isEqualTo(second);
                    assertThat(e.expected()).isEqualTo("record 2");
                    assertThat(e.found()).isEqualTo("a wrong checksum");
                });
    }

    @Test
    void recordThatWasMovedIsDamage() throws IOException {
        Path file = file(segments.get(0));
        byte[] whole = Files.readAllBytes(file);
        int second = offsetOfRecord(whole, 1);
        int third = offsetOfRecord(whole, 2);
        int fourth = offsetOfRecord(whole, 3);
        byte[] moved = whole.clone();
        System.arraycopy(whole, third, moved, second, fourth - third);
        System.arraycopy(whole, second, moved, second + fourth - third, third - second);
        Files.write(file, moved);

        assertThatExceptionOfType(DamagedJournalException.class)
                .isThrownBy(this::open)
                .withMessageEndingWith("byte " + second + ": expected record 2, found number 3");
    }

    @Test
    void segmentThatIsNotTheLastMayNotBeCutShortOrGrow() throws IOException {
        Path file = file(segments.get(0));
        byte[] whole = Files.readAllBytes(file);

        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            boolean isBetweenRecords =
                    length >= SegmentHeader.BYTES && offsetOfRecord(whole, indexOfRecord(whole, length)) == length;
            assertDamage(isBetweenRecords ? file(segments.get(1)) : file);
        }
        Files.write(file, Arrays.copyOf(whole, whole.length + 1));
        assertDamage(file);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void missingSegmentIsDamage(int index) throws IOException {
        Files.delete(file(segments.get(index)));

        assertDamage(index == 0 ? file(segments.get(1)) : file(segments.get(2)));
    }

    @Test
    void missingSegmentIsDamageThoughItsRecordsAreNotWanted() throws IOException {
        Files.delete(file(segments.get(1)));

        assertThatExceptionOfType(DamagedJournalException.class)
                .isThrownBy(() -> Journal.open(temp, SMALL, ReplayStart.at(last().first()), replayed))
                .withMessageContaining("expected the segment before to start with record "
                        + segments.get(1).first());
    }

    @Test
    void missingLastSegmentIsDamageWhenItsRecordsWereSeen() throws IOException {
        Files.delete(lastFile());

        assertThatExceptionOfType(DamagedJournalException.class)
                .isThrownBy(() -> Journal.open(temp, SMALL, ReplayStart.at(last().first() + 1), replayed))
                .withMessageContaining("expected record " + last().first());
    }

    @Test
    void journalThatLostAllItsSegmentsIsDamaged() throws IOException {
        for (Segment segment : segments) {
            Files.delete(file(segment));
        }

        assertThatExceptionOfType(DamagedJournalException.class)
                .isThrownBy(() -> Journal.open(temp, SMALL, ReplayStart.at(2), replayed))
                .withMessage(temp + ", byte 0: expected record 1, found record 0 as the last");
    }

    @Test
    void segmentUnderAnotherNameIsDamage() throws IOException {
        Files.move(lastFile(), temp.resolve("segment-0000000000000000099"));

        assertDamage(temp.resolve("segment-0000000000000000099"));
    }

    @Test
    void lastSegmentWithoutAWholeHeaderIsDamage() throws IOException {
        byte[] whole = Files.readAllBytes(lastFile());

        for (int length = 0; length < SegmentHeader.BYTES; length++) {
            Files.write(lastFile(), Arrays.copyOf(whole, length));
            assertDamage(lastFile());
        }
    }

    @Test
    void segmentThatACrashLeftUnfinishedIsRemoved() throws IOException {
        Path unfinished = temp.resolve("segment.new");
        Files.write(unfinished, Arrays.copyOf(Files.readAllBytes(lastFile()), 20));

        open().close();

        assertThat(replayed.texts).isEqualTo(appended);
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void segmentThatHoldsNoRecordYetIsGoneOnIn() throws IOException {
        Files.write(lastFile(), Arrays.copyOf(Files.readAllBytes(lastFile()), SegmentHeader.BYTES));

        try (Journal journal = open()) {
            assertThat(journal.tornBytes()).isZero();
            assertThat(Records.append(journal, "x")).isEqualTo(last().first() + ":x");
        }
    }

    @Test
    void segmentOfAnotherVersionIsRefusedByItsVersion() throws IOException {
        byte[] whole = Files.readAllBytes(lastFile());
        ByteBuffer.wrap(whole).putInt(8, 2);
        CRC32C crc = new CRC32C();
        crc.update(whole, 0, 40);
        ByteBuffer.wrap(whole).putInt(40, (int) crc.getValue());
        Files.write(lastFile(), whole);

        assertThatExceptionOfType(FormatVersionException.class)
                .isThrownBy(this::open)
                .withMessage(lastFile() + ": expected version 1 of the format, found version 2");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 10})
    void holeOfZerosInTheLastGroupIsATornTail(int sector) throws IOException {
        appendLongGroup();
        byte[] whole = Files.readAllBytes(lastFile());
        int hole = offsetOfRecord(whole, 2 * GROUP) / SECTOR * SECTOR + sector * SECTOR;
        int wrong = indexOfRecord(whole, hole);

        Files.write(lastFile(), filled(whole, hole, 0));

        int left = (int) last().first() - 1 + wrong;
        int wholeBehind = appended.size() - (int) last().first() - indexOfRecord(whole, hole + SECTOR - 1);
        assertTornTail(whole.length - offsetOfRecord(whole, wrong), 1 + wholeBehind, left);
    }

    @Test
    void holeOfZerosBeforeTheLastGroupIsDamage() throws IOException {
        appendLongGroup();
        byte[] whole = Files.readAllBytes(lastFile());
        try (Journal journal = open()) {
            appended.addAll(Records.appendGroup(journal, 1));
            assertThat(journal.segments()).isEqualTo(segments.size());
        }
        byte[] longer = Files.readAllBytes(lastFile());

        Files.write(lastFile(), filled(longer, whole.length / SECTOR * SECTOR - SECTOR, 0));

        assertDamage(lastFile());
    }

    @Test
    void sectorOfOtherBytesInTheLastGroupIsDamage() throws IOException {
        appendLongGroup();
        byte[] whole = Files.readAllBytes(lastFile());

        Files.write(lastFile(), filled(whole, 3 * SECTOR, 1));

        assertDamage(lastFile());
    }

    /** Segments are as large now as need be for the last one to take this group, and others. */
    private void appendLongGroup() throws IOException {
        settings = new JournalSettings(1 << 20, 10_000);
        try (Journal journal = open()) {
            for (int i = 0; i < 20; i++) {
                appended.add(Records.append(journal, i + " is followed by" + " much more text".repeat(20)));
            }
            journal.force();
        }
        assertThat(Files.size(lastFile())).isGreaterThan(12 * SECTOR);
    }

    private static byte[] filled(byte[] bytes, int from, int with) {
        byte[] filled = bytes.clone();
        Arrays.fill(filled, from, from + SECTOR, (byte) with);
        return filled;
    }

    private void assertTornTail(long bytes, int records, int left) throws IOException {
        byte[] torn = Files.readAllBytes(lastFile());
        try (Journal journal = open()) {
            assertThat(journal.tornBytes()).isEqualTo(bytes);
            assertThat(journal.tornRecords()).isEqualTo(records);
            assertThat(replayed.texts).isEqualTo(appended.subList(0, left));
            assertThat(Files.size(lastFile())).isEqualTo(torn.length - bytes);
        }
    }

    private void assertDamage(Path file) {
        assertThatIOException()
                .isThrownBy(this::open)
                .isInstanceOfSatisfying(
                        DamagedJournalException.class, e -> assertThat(e.file()).isEqualTo(file.toString()));
    }

    private Journal open() throws IOException {
        replayed.texts.clear();
        return Journal.open(temp, settings, ReplayStart.FIRST, replayed);
    }

    private static byte[] changed(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at] ^= 0x41;
        return changed;
    }

    /** Where the record of an index starts in a segment. */
    private static int offsetOfRecord(byte[] segment, int index) {
        int at = SegmentHeader.BYTES;
        for (int i = 0; i < index; i++) {
            at += RecordHead.BYTES + RecordHead.length(segment, at);
        }
        return at;
    }

    /** Which record of a segment a byte belongs to. */
    private static int indexOfRecord(byte[] segment, int at) {
        int index = 0;
        while (offsetOfRecord(segment, index + 1) <= at) {
            index++;
        }
        return index;
    }

    private Segment last() {
        return segments.get(segments.size() - 1);
    }

    private Path lastFile() {
        return file(last());
    }

    private Path file(Segment segment) {
        return temp.resolve(String.format("segment-%019d", segment.first()));
    }
}
