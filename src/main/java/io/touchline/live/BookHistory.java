package io.touchline.live;

import io.touchline.binary.NumberReader;
import io.touchline.csv.L1Writer;
import io.touchline.feed.Action;
import io.touchline.feed.Quote;
import io.touchline.journal.DamagedJournalException;
import io.touchline.journal.Journal;
import io.touchline.journal.RecordsGoneException;
import io.touchline.journal.Snapshot;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the quotes that a book published: makes the book once more, from a snapshot and the journal. One thread, any; it touches no live book.
 */
final class BookHistory implements QuoteListener {

    private static final long NONE = 0;

    private final String symbol;
    private final byte[] name;
    private final long firstRecord;
    private final Range range;
    private final L1Writer writer;
    private final NumberReader in = new NumberReader();
    private final long[] actions = new long[Action.COUNT];
    private byte[] bytes = new byte[1 << 10];
    private FeedLimits limits = FeedLimits.of(LiveSettings.BookSettings.DEFAULT);
    private @Nullable LiveBook book;
    private @Nullable DamagedJournalException damage;
    private boolean over;

    /**
     * The history of a book.
     *
     * @param firstRecord the number of the record that created it: what was forgotten before is none of its history
     */
    BookHistory(String symbol, long firstRecord, Range range, L1Writer writer) {
        this.symbol = symbol;
        this.name = symbol.getBytes(StandardCharsets.UTF_8);
        this.firstRecord = firstRecord;
        this.range = range;
        this.writer = writer;
    }

    /**
     * Writes them.
     *
     * @throws HistoryMovedException when some of it was deleted meanwhile, because it is no longer kept
     */
    void write(Journal journal, List<Snapshot> snapshots) throws IOException {
        try {
            journal.read(start(snapshots, journal.firstKept()), this::record);
        } catch (RecordsGoneException | FileNotFoundException e) {
            throw new HistoryMovedException(e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Starts from the newest snapshot before which there is no quote to be written, or from the oldest, or from the first record of all; passes over
     * damaged ones. Answers the first record to be read.
     */
    private long start(List<Snapshot> snapshots, long firstKept) throws IOException {
        long oldest = NONE;
        for (int i = snapshots.size() - 1; i >= 0; i--) {
            Snapshot snapshot = snapshots.get(i);
            if (isTaken(snapshot)) {
                oldest = snapshot.record();
                if (oldest <= firstRecord || isBeforeRange(book)) {
                    return oldest;
                }
            }
        }
        return oldest == NONE || firstKept == 1 ? withoutSnapshot(firstKept) : oldest;
    }

    private boolean isTaken(Snapshot snapshot) throws IOException {
        try {
            book = read(snapshot);
            return true;
        } catch (DamagedJournalException e) {
            damage = e;
            return false;
        }
    }

    private long withoutSnapshot(long firstKept) throws DamagedJournalException {
        if (firstKept > 1 && damage != null) {
            throw damage;
        }
        book = null;
        return firstKept;
    }

    private boolean isBeforeRange(@Nullable LiveBook restored) {
        return restored != null && restored.highestTimeNanos() < range.fromNanos();
    }

    /** The book as a snapshot has it; null when the snapshot has none, or one that was forgotten since. */
    private @Nullable LiveBook read(Snapshot snapshot) throws IOException {
        byte[] limitsThen = sections(snapshot, SnapshotKeeper.LIMITS).get(0);
        List<byte[]> sections = sections(snapshot, symbol);
        limits = FeedLimits.read(reader(limitsThen));
        LiveBook restored = sections.isEmpty() ? null : BookSection.read(symbol, reader(sections.get(0)), this);
        return restored == null || restored.firstRecord() != firstRecord ? null : restored;
    }

    /** The data of sections, once they are found to be right. */
    private static List<byte[]> sections(Snapshot snapshot, String of) throws IOException {
        List<byte[]> sections = new ArrayList<>();
        snapshot.read(of, (key, data) -> sections.add(data.readAllBytes()));
        return sections;
    }

    private NumberReader reader(byte[] section) {
        return in.moveTo(section, 0, section.length);
    }

    private void record(long number, ByteBuffer payload) {
        int at = payload.position();
        RecordKind kind = RecordKind.of(payload.get(at));
        if (kind == RecordKind.SETTINGS || (number >= firstRecord && isOfBook(payload, at + 1))) {
            int length = payload.remaining();
            bytes = bytes.length < length ? new byte[2 * length] : bytes;
            payload.get(bytes, 0, length);
            apply(JournalEntry.replayed(number, bytes, 0, length, null));
        }
    }

    private boolean isOfBook(ByteBuffer payload, int at) {
        if (payload.get(at) != name.length) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            if (payload.get(at + 1 + i) != name[i]) {
                return false;
            }
        }
        return true;
    }

    private void apply(JournalEntry entry) {
        LiveBook known = book;
        if (over || (known != null && entry.number() <= known.lastRecord())) {
            return;
        }
        switch (entry.kind()) {
            case MESSAGES -> orCreate(entry).messages(entry.number(), entry.body(in), actions);
            case RELEASE -> orCreate(entry).release(entry.number(), entry.body(in));
            case FORGET -> over = true;
            case SETTINGS -> change(entry.number(), FeedLimits.read(entry.body(in)), known);
        }
    }

    private LiveBook orCreate(JournalEntry entry) {
        LiveBook known = book == null ? new LiveBook(symbol, entry.number(), limits, this) : book;
        book = known;
        return known;
    }

    private void change(long record, FeedLimits changed, @Nullable LiveBook known) {
        limits = changed;
        book = known == null ? null : known.with(record, changed);
    }

    @Override
    public void quote(LiveBook of, Quote quote, boolean changed) {
        if ((changed || range.emit() == Emit.PACKET) && range.holds(quote.timeNanos())) {
            try {
                writer.write(quote);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Which quotes are written.
     *
     * @param fromNanos the first time, nanoseconds since 1970
     * @param toNanos the last, inclusive
     */
    record Range(long fromNanos, long toNanos, Emit emit) {

        boolean holds(long timeNanos) {
            return timeNanos >= fromNanos && timeNanos <= toNanos;
        }
    }
}
