package io.touchline.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A finished snapshot. Any thread, several at a time.
 *
 * @param record the number in its name: what the owner of the sections gave it
 * @param file deleted at any time by {@link Snapshots#delete}, which ends in an exception for one who opens it later
 */
public record Snapshot(long record, Path file) {

    /**
     * Reads all sections.
     *
     * @throws DamagedJournalException when one is damaged, which may be found only after its data was passed on
     */
    public void read(SectionConsumer consumer) throws IOException {
        try (SnapshotReader reader = new SnapshotReader(file, record)) {
            while (reader.next()) {
                reader.pass(consumer);
            }
        }
    }

    /**
     * Reads the sections of one key, and leaves the others out.
     *
     * @throws DamagedJournalException when one of them is damaged, which may be found only after its data was passed on
     */
    public void read(String key, SectionConsumer consumer) throws IOException {
        try (SnapshotReader reader = new SnapshotReader(file, record)) {
            while (reader.next()) {
                if (reader.key().equals(key)) {
                    reader.pass(consumer);
                } else {
                    reader.skip();
                }
            }
        }
    }

    /** When it was finished, by the clock of the file system: all records before its own are older. */
    public Instant written() throws IOException {
        return Files.getLastModifiedTime(file).toInstant();
    }

    /** Whether all of it is as it was written. */
    boolean isWhole() throws IOException {
        try {
            read((key, data) -> {});
            return true;
        } catch (DamagedJournalException e) {
            return false;
        }
    }
}
