package io.touchline.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that is full or fails: the group is gone, what was accepted before stays, and the journal goes on when the disk is back. */
class JournalFailureTest {

    private static final JournalSettings SETTINGS = new JournalSettings(2_000, 1 << 20);

    @TempDir
    Path temp = Path.of("");

    private final FailingDisk disk = new FailingDisk();
    private final List<String> kept = new ArrayList<>();

    @Test
    void groupWhoseWriteFailsIsGoneAndItsNumbersAreGivenAgain() throws IOException {
        try (Journal journal = open()) {
            kept.addAll(Records.appendGroup(journal, 3));
            Records.append(journal, "lost");
            disk.writes = 0;

            assertThatIOException().isThrownBy(journal::force).withMessage(FailingDisk.WORDS);
            assertThat(journal.lastDurable()).isEqualTo(3);
            assertThat(Records.of(journal)).isEqualTo(kept);

            disk.isBack();
            kept.addAll(Records.appendGroup(journal, 2));
            assertThat(kept).element(3).asString().startsWith("4:");
            assertThat(Records.of(journal)).isEqualTo(kept);
            assertThat(journal.segmentList()).extracting(Segment::first).containsExactly(1L, 4L);
        }
        assertReplayed();
    }

    @Test
    void groupWhoseFsyncFailsIsGone() throws IOException {
        try (Journal journal = open()) {
            kept.addAll(Records.appendGroup(journal, 3));
            Records.append(journal, "lost");
            disk.forces = 0;

            assertThatIOException().isThrownBy(journal::force);

            disk.isBack();
            kept.addAll(Records.appendGroup(journal, 1));
            assertThat(Records.of(journal)).isEqualTo(kept);
        }
        assertReplayed();
    }

    @Test
    void recordThatDoesNotFitOnTheDiskTakesItsGroupWithIt() throws IOException {
        try (Journal journal = open()) {
            kept.addAll(Records.appendGroup(journal, 3));
            Records.append(journal, "lost");
            disk.writes = 1;

            assertThatIOException().isThrownBy(() -> Records.append(journal, "x".repeat(1 << 19)));

            disk.isBack();
            kept.addAll(Records.appendGroup(journal, 1));
            assertThat(kept).element(3).asString().startsWith("4:");
        }
        assertReplayed();
    }

    @Test
    void groupIsGoneWhenAnErrorCutsItsWriteShort() throws IOException {
        try (Journal journal = open()) {
            kept.addAll(Records.appendGroup(journal, 3));
            Records.append(journal, "lost");
            disk.withoutMemory = true;

            assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(journal::force);

            disk.isBack();
            kept.addAll(Records.appendGroup(journal, 1));
        }
        assertReplayed();
    }

    @Test
    void forceWithoutAGroupTellsWhetherTheDiskIsBack() throws IOException {
        try (Journal journal = open()) {
            kept.addAll(Records.appendGroup(journal, 3));
            Records.append(journal, "lost");
            disk.forces = 0;
            assertThatIOException().isThrownBy(journal::force);

            assertThatIOException().isThrownBy(journal::force);
            disk.forces = 1;
            assertThatIOException().isThrownBy(journal::force);
            assertThat(Records.of(journal)).isEqualTo(kept);

            disk.isBack();
            journal.force();
            assertThat(journal.segments()).isEqualTo(2);
            kept.addAll(Records.appendGroup(journal, 1));
        }
        assertReplayed();
    }

    @Test
    void segmentThatCannotBeBegunIsBegunLater() throws IOException {
        try (Journal journal = open()) {
            disk.writes = 0;
            assertThatIOException().isThrownBy(() -> Records.append(journal, "lost"));
            assertThatIOException().isThrownBy(journal::force);
            disk.isBack();
            disk.renames = 0;
            assertThatIOException().isThrownBy(journal::force);
            disk.isBack();
            disk.directoryForces = 0;
            assertThatIOException().isThrownBy(journal::force);
            assertThat(journal.segments()).isZero();

            disk.isBack();
            kept.addAll(Records.appendGroup(journal, 2));
            assertThat(kept).element(0).asString().startsWith("1:");
            assertThat(journal.segments()).isEqualTo(1);
        }
        assertReplayed();
    }

    @Test
    void segmentWhoseOnlyGroupFailedIsReplaced() throws IOException {
        try (Journal journal = open()) {
            Records.append(journal, "lost");
            disk.forces = 0;
            assertThatIOException().isThrownBy(journal::force);
            disk.isBack();

            kept.addAll(Records.appendGroup(journal, 1));

            assertThat(journal.segmentList()).extracting(Segment::first).containsExactly(1L);
            assertThat(Records.of(journal)).isEqualTo(kept);
        }
        assertReplayed();
    }

    @Test
    void flushedRecordsOutliveAnFsyncThatFails() throws IOException {
        try (Journal journal = open()) {
            kept.addAll(Records.appendGroup(journal, 1));
            kept.add(Records.append(journal, "accepted"));
            journal.flush();
            Records.append(journal, "lost");
            disk.forces = 0;
            assertThatIOException().isThrownBy(journal::force);
            assertThat(journal.lastAccepted()).isEqualTo(2);
            assertThat(journal.lastDurable()).isEqualTo(1);

            disk.isBack();
            journal.force();
            assertThat(journal.lastDurable()).isEqualTo(2);
            assertThat(Records.of(journal)).isEqualTo(kept);
        }
        assertReplayed();
    }

    @Test
    void failedJournalThatIsClosedHoldsWhatWasAccepted() throws IOException {
        Journal journal = open();
        kept.addAll(Records.appendGroup(journal, 3));
        Records.append(journal, "lost");
        disk.forces = 0;
        assertThatIOException().isThrownBy(journal::force);
        disk.isBack();

        journal.close();

        assertReplayed();
    }

    @Test
    void journalThatCannotBeCutBackOpensWithWhatIsWhole() throws IOException {
        Journal journal = open();
        kept.addAll(Records.appendGroup(journal, 3));
        kept.add(Records.append(journal, "neither acknowledged nor lost"));
        disk.forces = 0;
        disk.cuts = 0;
        assertThatIOException().isThrownBy(journal::force);
        assertThatIOException().isThrownBy(journal::close);

        disk.isBack();
        open().close();

        assertReplayed();
    }

    @Test
    void directoryIsNotMadeBehindADiskThatFails() throws IOException {
        Path directory = temp.resolve("data").resolve("journal");
        disk.directoryForces = 1;

        assertThatIOException()
                .isThrownBy(() -> Journal.open(disk, directory, SETTINGS, ReplayStart.FIRST, new Records()))
                .withMessage(FailingDisk.WORDS);

        disk.isBack();
        Journal.open(disk, directory, SETTINGS, ReplayStart.FIRST, new Records())
                .close();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void openingFailsWhileTheDiskDoes() throws IOException {
        try (Journal journal = open()) {
            kept.addAll(Records.appendGroup(journal, 3));
        }
        disk.forces = 0;
        assertThatIOException().isThrownBy(this::open).withMessage(FailingDisk.WORDS);

        disk.isBack();
        assertReplayed();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void journalHoldsExactlyTheAcceptedRecordsWhateverFails(long seed) throws IOException {
        Random random = new Random(seed);
        for (int run = 0; run < 5; run++) {
            try (Journal journal = open()) {
                for (int group = 0; group < 30; group++) {
                    failSometimes(random);
                    appendRandomGroup(journal, random);
                    assertThat(Records.of(journal).equals(kept))
                            .as("seed %d, run %d, group %d", seed, run, group)
                            .isTrue();
                }
                disk.isBack();
            }
            assertReplayed();
        }
        assertThat(kept).hasSizeGreaterThan(100);
    }

    private void failSometimes(Random random) {
        disk.isBack();
        switch (random.nextInt(10)) {
            case 0 -> disk.writes = random.nextInt(3);
            case 1 -> disk.forces = random.nextInt(3);
            case 2 -> disk.cuts = 0;
            case 3 -> disk.renames = 0;
            case 4 -> disk.directoryForces = 0;
            case 5 -> disk.withoutMemory = true;
            default -> {}
        }
    }

    private void appendRandomGroup(Journal journal, Random random) throws IOException {
        List<String> group = new ArrayList<>();
        try {
            for (int i = random.nextInt(5); i >= 0; i--) {
                group.add(Records.append(journal, "x".repeat(1 + random.nextInt(300))));
            }
            if (random.nextInt(4) == 0) {
                journal.flush();
            } else {
                journal.force();
            }
            kept.addAll(group);
        } catch (IOException | OutOfMemoryError e) {
            assertThat(e).hasMessage(FailingDisk.WORDS);
        }
    }

    private Journal open() throws IOException {
        return Journal.open(disk, temp, SETTINGS, ReplayStart.FIRST, new Records());
    }

    private void assertReplayed() throws IOException {
        Records replayed = new Records();
        Journal.open(disk, temp, SETTINGS, ReplayStart.FIRST, replayed).close();
        assertThat(replayed.texts).isEqualTo(kept);
        assertThat(temp).isDirectoryNotContaining("glob:**.new");
    }
}
