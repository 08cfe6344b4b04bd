package io.touchline.convert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The results that are kept: a folder each, for a limited time and up to a limited size together. Any thread.
 *
 * <p>The oldest go first, and the newest stays however large it is. A folder moves in whole and out whole, so that a start finds all that
 * were kept and nothing half. In memory is only what orders them; everything else is read when it is asked for.
 */
public final class ConversionStore {

    private static final String REPORT_FILE = "report.json";
    /** What a file takes on disk is a multiple of this. */
    private static final long DISK_BLOCK = 4096;

    private final DataDir dir;
    private final Duration expireAfter;
    private final long maxBytes;
    private final InstantSource clock;
    /** By id, the oldest first. */
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private ConversionStore(DataDir dir, Duration expireAfter, long maxBytes, InstantSource clock) {
        this.dir = dir;
        this.expireAfter = expireAfter;
        this.maxBytes = maxBytes;
        this.clock = clock;
    }

    /** Finds again what was kept in a directory, and removes what is too old, too much or damaged. */
    public static ConversionStore open(DataDir dir, Duration expireAfter, long maxBytes, InstantSource clock)
            throws IOException {
        ConversionStore store = new ConversionStore(dir, expireAfter, maxBytes, clock);
        List<Entry> found = new ArrayList<>();
        for (Path folder : DataDir.list(dir.conversions())) {
            Kept kept = read(folder);
            if (kept == null) {
                store.discard(folder);
            } else {
                found.add(new Entry(folder.getFileName().toString(), kept.created, bytesOnDisk(folder)));
            }
        }
        found.sort(Comparator.comparing(Entry::created).thenComparing(Entry::id));
        found.forEach(entry -> store.entries.put(entry.id, entry));
        store.removeExpired();
        store.removeBeyondCap();
        return store;
    }

    /** Keeps a folder that holds a finished result; it moves into the store. */
    KeptConversion keep(String id, Path folder, ConversionReport report) throws IOException {
        Instant now = clock.instant();
        long l1Bytes = Files.size(folder.resolve(KeptConversion.L1_FILE));
        Files.write(folder.resolve(REPORT_FILE), ReportJson.mapper().writeValueAsBytes(new Kept(now, l1Bytes, report)));
        synchronized (this) {
            Files.move(folder, folder(id), StandardCopyOption.ATOMIC_MOVE);
            entries.put(id, new Entry(id, now, bytesOnDisk(folder(id))));
        }
        removeBeyondCap();
        return conversion(id, now, report);
    }

    /** The kept conversion of that id, if there is one and it has not expired. */
    public Optional<KeptConversion> find(String id) throws IOException {
        Entry entry;
        synchronized (this) {
            entry = entries.get(id);
        }
        if (entry == null || isExpired(entry)) {
            return Optional.empty();
        }
        return Optional.ofNullable(read(folder(id))).map(kept -> conversion(id, kept.created, kept.report));
    }

    /** The newest kept conversions, the newest first. */
    public List<KeptConversion> newest(int limit) throws IOException {
        List<Entry> ordered;
        synchronized (this) {
            ordered = new ArrayList<>(entries.values());
        }
        List<KeptConversion> newest = new ArrayList<>();
        for (int i = ordered.size() - 1; i >= 0 && newest.size() < limit; i--) {
            find(ordered.get(i).id).ifPresent(newest::add);
        }
        return newest;
    }

    /** How many are kept. */
    public synchronized int count() {
        return entries.size();
    }

    /** Removes a kept conversion; false when there is none of that id. */
    public boolean remove(String id) throws IOException {
        Path removed;
        synchronized (this) {
            if (entries.remove(id) == null) {
                return false;
            }
            removed = moveOut(folder(id));
        }
        DataDir.delete(removed);
        return true;
    }

    /** Removes what is too old. */
    public void removeExpired() throws IOException {
        for (String id : expired()) {
            remove(id);
        }
    }

    private synchronized List<String> expired() {
        return entries.values().stream().filter(this::isExpired).map(Entry::id).toList();
    }

    private void removeBeyondCap() throws IOException {
        for (String id : beyondCap()) {
            remove(id);
        }
    }

    private synchronized List<String> beyondCap() {
        long excess = entries.values().stream().mapToLong(Entry::bytes).sum() - maxBytes;
        List<String> oldest = new ArrayList<>();
        for (Entry entry : entries.values()) {
            if (excess <= 0 || oldest.size() == entries.size() - 1) {
                break;
            }
            oldest.add(entry.id);
            excess -= entry.bytes;
        }
        return oldest;
    }

    private boolean isExpired(Entry entry) {
        return !entry.created.plus(expireAfter).isAfter(clock.instant());
    }

    private KeptConversion conversion(String id, Instant created, ConversionReport report) {
        Path l1 = folder(id).resolve(KeptConversion.L1_FILE);
        return new KeptConversion(id, created, created.plus(expireAfter), l1, report);
    }

    private Path folder(String id) {
        return dir.conversions().resolve(id);
    }

    private void discard(Path folder) throws IOException {
        DataDir.delete(moveOut(folder));
    }

    private Path moveOut(Path folder) throws IOException {
        return Files.move(
                folder, dir.temp().resolve("removed-" + folder.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }

    /** What a folder says of itself; null when it is damaged or gone. */
    private static @Nullable Kept read(Path folder) throws IOException {
        Path report = folder.resolve(REPORT_FILE);
        Path l1 = folder.resolve(KeptConversion.L1_FILE);
        if (!Files.isRegularFile(report) || !Files.isRegularFile(l1)) {
            return null;
        }
        try {
            Kept kept = ReportJson.mapper().readValue(Files.readAllBytes(report), Kept.class);
            return kept.l1Bytes == Files.size(l1) ? kept : null;
        } catch (JacksonException | NoSuchFileException e) {
            return null;
        }
    }

    private static long bytesOnDisk(Path folder) throws IOException {
        long bytes = DISK_BLOCK;
        for (Path file : DataDir.list(folder)) {
            long size = Files.isDirectory(file) ? bytesOnDisk(file) : Files.size(file);
            bytes += (size + DISK_BLOCK - 1) / DISK_BLOCK * DISK_BLOCK;
        }
        return bytes;
    }

    private record Entry(String id, Instant created, long bytes) {}

    /** What is written beside a result. */
    private record Kept(Instant created, long l1Bytes, ConversionReport report) {}
}
