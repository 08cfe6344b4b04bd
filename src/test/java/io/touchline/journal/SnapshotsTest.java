package io.touchline.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A snapshot is there whole or not at all, and one that is damaged is passed over. */
class SnapshotsTest {

    @TempDir
    Path temp = Path.of("");

    private final FailingDisk disk = new FailingDisk();

    @Test
    void directoryWithoutSnapshotsHasNoNewest() throws IOException {
        Snapshots snapshots = open();

        assertThat(snapshots.newest()).isEmpty();
        assertThat(snapshots.list()).isEmpty();
        assertThat(snapshots.damaged()).isZero();
    }

    @Test
    void sectionsComeBackInTheirOrder() throws IOException {
        write(17, "ABC", "first", "", "", "Ünï", "third", "ABC", "again");

        Snapshot newest = open().newest().orElseThrow();

        assertThat(newest.record()).isEqualTo(17);
        assertThat(sections(newest)).containsExactly("ABC=first", "=", "Ünï=third", "ABC=again");
    }

    @Test
    void sectionsOfOneKeyAreReadWithoutTheOthers() throws IOException {
        write(17, "ABC", "first", "XYZ", "second", "ABC", "again");
        List<String> read = new ArrayList<>();

        open().newest()
                .orElseThrow()
                .read(
                        "ABC",
                        (key, data) -> read.add(key + "=" + new String(data.readAllBytes(), StandardCharsets.UTF_8)));

        assertThat(read).containsExactly("ABC=first", "ABC=again");
    }

    @Test
    void snapshotWithoutSectionsIsWhole() throws IOException {
        write(0);

        assertThat(sections(open().newest().orElseThrow())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void dataOfAnyLengthWrittenInAnyPiecesComesBack(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] data = new byte[300_000 + random.nextInt(300_000)];
        random.nextBytes(data);
        try (SnapshotWriter writer = open().begin(1)) {
            writer.section("all", out -> {
                int at = 0;
                while (at < data.length) {
                    int length = Math.min(data.length - at, random.nextInt(3) * random.nextInt(50_000));
                    out.write(data, at, length);
                    at += length;
                    if (at < data.length) {
                        out.write(data[at++]);
                    }
                }
            });
            writer.section("end", out -> out.write('.'));
            writer.finish();
        }

        List<byte[]> read = new ArrayList<>();
        open().newest().orElseThrow().read((key, in) -> read.add(in.readAllBytes()));

        assertThat(Arrays.equals(read.get(0), data)).as("seed %d", seed).isTrue();
        assertThat(read.get(1)).containsExactly('.');
    }

    @Test
    void dataThatIsLeftUnreadIsPassedOver() throws IOException {
        write(1, "ABC", "first", "XYZ", "second");
        List<Integer> firsts = new ArrayList<>();

        open().newest().orElseThrow().read((key, data) -> firsts.add(data.read()));

        assertThat(firsts).containsExactly((int) 'f', (int) 's');
    }

    @Test
    void newestUpToARecordIsFound() throws IOException {
        write(5, "ABC", "old");
        write(1_000_000, "ABC", "new");
        write(70, "ABC", "middle");
        Snapshots snapshots = open();

        assertThat(snapshots.list()).extracting(Snapshot::record).containsExactly(5L, 70L, 1_000_000L);
        assertThat(snapshots.newest()).map(Snapshot::record).contains(1_000_000L);
        assertThat(snapshots.newest(999_999)).map(Snapshot::record).contains(70L);
        assertThat(snapshots.newest(70)).map(Snapshot::record).contains(70L);
        assertThat(snapshots.newest(4)).isEmpty();
        assertThat(snapshots.damaged()).isZero();
    }

    @Test
    void deletedSnapshotIsGone() throws IOException {
        write(5, "ABC", "old");
        write(70, "ABC", "new");
        Snapshots snapshots = open();

        snapshots.delete(70);
        snapshots.delete(71);

        assertThat(snapshots.list()).extracting(Snapshot::record).containsExactly(5L);
    }

    @Test
    void snapshotOfTheSameRecordIsReplaced() throws IOException {
        write(5, "ABC", "old");
        write(5, "ABC", "new");

        assertThat(sections(open().newest().orElseThrow())).containsExactly("ABC=new");
    }

    @Test
    void snapshotWithAnyByteChangedIsPassedOverAndCounted() throws IOException {
        write(5, "ABC", "old");
        write(70, "ABC", "new", "XYZ", "", "X", "other");
        Path file = temp.resolve("snapshot-0000000000000000070");
        byte[] whole = Files.readAllBytes(file);

        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x41;
            Files.write(file, changed);

            assertPassedOver();
        }
    }

    @Test
    void snapshotCutAtAnyByteOrGrownIsPassedOver() throws IOException {
        write(5, "ABC", "old");
        write(70, "ABC", "new", "XYZ", "", "X", "other");
        Path file = temp.resolve("snapshot-0000000000000000070");
        byte[] whole = Files.readAllBytes(file);

        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));

            assertPassedOver();
        }
        Files.write(file, Arrays.copyOf(whole, whole.length + 1));
        assertPassedOver();
    }

    @Test
    void snapshotUnderAnotherNameIsPassedOver() throws IOException {
        write(5, "ABC", "old");
        write(6, "ABC", "new");
        Files.move(temp.resolve("snapshot-0000000000000000006"), temp.resolve("snapshot-0000000000000000070"));

        assertPassedOver();
    }

    @Test
    void snapshotThatLacksASectionIsPassedOver() throws IOException {
        write(5, "ABC", "old");
        write(70, "ABC", "same", "XYZ", "same");
        Path file = temp.resolve("snapshot-0000000000000000070");
        byte[] whole = Files.readAllBytes(file);
        int section = 14 + 3 + 4;
        byte[] shorter = Arrays.copyOf(whole, whole.length - section);
        System.arraycopy(whole, 24 + section, shorter, 24, shorter.length - 24);
        Files.write(file, shorter);

        assertPassedOver();
    }

    @Test
    void snapshotOfAnotherVersionIsRefusedByItsVersion() throws IOException {
        write(5, "ABC", "old");
        Path file = temp.resolve("snapshot-0000000000000000005");
        byte[] whole = Files.readAllBytes(file);
        ByteBuffer.wrap(whole).putInt(8, 2);
        CRC32C crc = new CRC32C();
        crc.update(whole, 0, 20);
        ByteBuffer.wrap(whole).putInt(20, (int) crc.getValue());
        Files.write(file, whole);

        assertThatExceptionOfType(FormatVersionException.class)
                .isThrownBy(() -> open().newest())
                .withMessage(file + ": expected version 1 of the format, found version 2");
    }

    @Test
    void damagedSectionIsTold() throws IOException {
        write(5, "ABC", "old");
        Path file = temp.resolve("snapshot-0000000000000000005");
        Snapshot newest = open().newest().orElseThrow();
        byte[] changed = Files.readAllBytes(file);
        changed[24 + 14 + 3] ^= 1;
        Files.write(file, changed);

        assertThatExceptionOfType(DamagedJournalException.class)
                .isThrownBy(() -> sections(newest))
                .withMessage(file + ", byte 24: expected section ABC with its checksum, found another");
    }

    @Test
    void snapshotThatIsNotFinishedLeavesNothing() throws IOException {
        try (SnapshotWriter writer = open().begin(5)) {
            writer.section("ABC", out -> out.write(1));
        }

        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void whatACrashLeftUnfinishedIsRemoved() throws IOException {
        Files.writeString(temp.resolve("snapshot-0000000000000000005.new"), "TCHL");

        assertThat(open().list()).isEmpty();

        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void snapshotOfWhichASectionFailedIsNeverFinished() throws IOException {
        try (SnapshotWriter writer = open().begin(5)) {
            disk.writes = 1;
            assertThatIOException().isThrownBy(() -> writer.section("ABC", out -> out.write(1)));
            disk.isBack();
            writer.section("XYZ", out -> out.write(1));

            assertThatIllegalStateException().isThrownBy(writer::finish);
        }
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void snapshotThatCannotBeMadeDurableLeavesTheOneBefore() throws IOException {
        write(5, "ABC", "old");
        try (SnapshotWriter writer = open().begin(5)) {
            writer.section("ABC", out -> out.write(1));
            disk.forces = 0;
            assertThatIOException().isThrownBy(writer::finish);
        }

        disk.isBack();
        assertThat(sections(open().newest().orElseThrow())).containsExactly("ABC=old");
    }

    @Test
    void snapshotThatCannotBeBegunLeavesNothing() {
        disk.writes = 0;

        assertThatIOException().isThrownBy(() -> open().begin(5));

        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void keyThatIsTooLongIsRefused() throws IOException {
        try (SnapshotWriter writer = open().begin(5)) {
            writer.section("x".repeat(65_534), out -> {});
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> writer.section("x".repeat(65_535), out -> {}))
                    .withMessage("expected a key of at most 65534 bytes");
            writer.finish();
        }

        assertThat(sections(open().newest().orElseThrow())).hasSize(1);
    }

    private void assertPassedOver() throws IOException {
        Snapshots snapshots = open();
        assertThat(snapshots.newest()).map(Snapshot::record).contains(5L);
        assertThat(snapshots.damaged()).isEqualTo(1);
    }

    private void write(long record, String... keysAndData) throws IOException {
        try (SnapshotWriter writer = open().begin(record)) {
            for (int i = 0; i < keysAndData.length; i += 2) {
                byte[] data = keysAndData[i + 1].getBytes(StandardCharsets.UTF_8);
                writer.section(keysAndData[i], out -> out.write(data));
            }
            writer.finish();
        }
    }

    private static List<String> sections(Snapshot snapshot) throws IOException {
        List<String> sections = new ArrayList<>();
        snapshot.read((key, data) -> sections.add(key + "=" + new String(data.readAllBytes(), StandardCharsets.UTF_8)));
        return sections;
    }

    private Snapshots open() throws IOException {
        return Snapshots.open(disk, temp);
    }
}
