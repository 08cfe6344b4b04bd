package io.touchline.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A directory of snapshots; it may be that of the journal. Any thread, but one snapshot is written at a time.
 *
 * <p>A snapshot is named after a record: the first one that a replay on top of it needs. It is durable at once, so the journal has to be forced
 * before one is finished: a snapshot that knows of records which the journal lost stops the next start.
 */
public final class Snapshots {

    static final String UNFINISHED = ".new";

    private static final String PREFIX = "snapshot-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "[0-9]{19}");
    private static final Pattern UNFINISHED_NAME = Pattern.compile(NAME.pattern() + Pattern.quote(UNFINISHED));

    private final Disk disk;
    private final Path directory;
    private volatile int damaged;

    private Snapshots(Disk disk, Path directory) {
        this.disk = disk;
        this.directory = directory;
    }

    /** Takes a directory, made if need be, and removes what a process that ended half way left in it. */
    public static Snapshots open(Path directory) throws IOException {
        return open(new Disk(), directory);
    }

    static Snapshots open(Disk disk, Path directory) throws IOException {
        disk.makeDirectory(directory);
        for (String leftover : names(directory, UNFINISHED_NAME)) {
            disk.delete(directory, leftover);
        }
        return new Snapshots(disk, directory);
    }

    private static List<String> names(Path directory, Pattern pattern) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(each -> String.valueOf(each.getFileName()))
                    .filter(pattern.asMatchPredicate())
                    .sorted()
                    .toList();
        }
    }

    private static String name(long record) {
        return String.format(PREFIX + "%019d", record);
    }

    /** Begins a snapshot; it takes the place of one of the same record when it is finished. */
    public SnapshotWriter begin(long record) throws IOException {
        return new SnapshotWriter(disk, directory, name(record), record);
    }

    /** All snapshots, the oldest first, damaged or not. */
    public List<Snapshot> list() throws IOException {
        return names(directory, NAME).stream()
                .map(each -> new Snapshot(Long.parseLong(each.substring(PREFIX.length())), directory.resolve(each)))
                .toList();
    }

    /**
     * The newest snapshot that is not damaged; each that is looked at is read to its end. Those that are damaged are counted.
     *
     * @throws FormatVersionException when another version wrote one that is looked at
     */
    public Optional<Snapshot> newest() throws IOException {
        return newest(Long.MAX_VALUE);
    }

    /** The newest snapshot that is not damaged, and of a record up to {@code record}; as {@link #newest()}. */
    public Optional<Snapshot> newest(long record) throws IOException {
        List<Snapshot> all = list();
        int passedOver = 0;
        int index = all.size() - 1;
        while (index >= 0
                && (all.get(index).record() > record || !all.get(index).isWhole())) {
            passedOver += all.get(index).record() > record ? 0 : 1;
            index--;
        }
        damaged = passedOver;
        return index < 0 ? Optional.empty() : Optional.of(all.get(index));
    }

    /** How many damaged snapshots the last search for the newest one passed over. */
    public int damaged() {
        return damaged;
    }

    /** Deletes the snapshot of a record; nothing when there is none. */
    public void delete(long record) throws IOException {
        disk.delete(directory, name(record));
    }
}
