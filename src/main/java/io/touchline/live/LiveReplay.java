package io.touchline.live;

import io.touchline.binary.NumberReader;
import io.touchline.journal.Journal;
import io.touchline.journal.RecordConsumer;
import io.touchline.journal.ReplayStart;
import io.touchline.journal.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings the books back at the start: from a snapshot, then from the journal, whose records go to the partitions as those of requests do. One thread,
 * beside those of the partitions.
 */
final class LiveReplay implements RecordConsumer {

    private static final int CHUNK_BYTES = 1 << 20;
    private static final int CHUNK_RECORDS = 4_096;

    private final Partitions partitions;
    private final List<JournalEntry> entries = new ArrayList<>();
    private byte[] chunk = new byte[CHUNK_BYTES];
    private int filled;
    private @Nullable JournalEntry last;
    private @Nullable FeedLimits limits;
    private long records;
    /** The last record that a book of the snapshot knows: sections are written while more messages come. */
    private long known;

    LiveReplay(Partitions partitions) {
        this.partitions = partitions;
    }

    /** Reads a snapshot, before the partitions start; answers where the replay starts, and what has to be there. */
    ReplayStart read(Optional<Snapshot> snapshot) throws IOException {
        if (snapshot.isEmpty()) {
            return ReplayStart.FIRST;
        }
        snapshot.get().read(this::section);
        return ReplayStart.at(snapshot.get().record()).knowing(known);
    }

    private void section(String symbol, InputStream data) throws IOException {
        byte[] bytes = data.readAllBytes();
        NumberReader in = new NumberReader().moveTo(bytes, 0, bytes.length);
        if (!symbol.equals(SnapshotKeeper.LIMITS)) {
            known = Math.max(known, partitions.of(symbol).unstarted().restore(symbol, in));
            return;
        }
        FeedLimits read = FeedLimits.read(in);
        limits = read;
        partitions.all().forEach(each -> each.unstarted().restore(read));
    }

    @Override
    public void record(long number, ByteBuffer payload) {
        int length = payload.remaining();
        if (filled + length > chunk.length || entries.size() == CHUNK_RECORDS) {
            deliver(length);
        }
        int from = filled;
        payload.get(chunk, from, length);
        filled += length;
        JournalEntry entry = JournalEntry.replayed(number, chunk, from, filled, last);
        if (entry.kind() == RecordKind.SETTINGS) {
            limits = FeedLimits.read(entry.body(new NumberReader()));
        }
        entries.add(entry);
        last = entry;
        records++;
    }

    private void deliver(int next) {
        partitions.deliver(List.copyOf(entries));
        entries.clear();
        chunk = new byte[Math.max(CHUNK_BYTES, next)];
        filled = 0;
    }

    /** Notes limits other than those that held so far, and waits until all is applied. */
    void finish(Journal journal, FeedLimits now) throws IOException, InterruptedException {
        if (!now.equals(limits)) {
            RecordWriter record = RecordWriter.settings(now);
            JournalEntry entry = JournalEntry.of("", record);
            entry.written(journal.append(entry.bytes(), 0, entry.length()));
            journal.force();
            entries.add(entry);
        }
        deliver(0);
        partitions.awaitApplied();
        partitions.askEach(books -> {
            books.replayed();
            return books;
        });
    }

    /** How many records were replayed. */
    long records() {
        return records;
    }
}
