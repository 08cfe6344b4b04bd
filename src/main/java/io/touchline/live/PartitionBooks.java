package io.touchline.live;

import io.touchline.binary.NumberReader;
import io.touchline.feed.Action;
import io.touchline.feed.LiveFeed;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The books of one partition: applies records to them, in their order. One thread, the partition's.
 *
 * <p>A record that a book has from a snapshot already is passed over. Allocates per request, nothing per message once warm.
 */
final class PartitionBooks {

    private final Shared shared;
    private final Map<String, PublishedBook> books = new HashMap<>();
    private final Subscribers subscribers = new Subscribers();
    private final Totals totals = new Totals();
    private final NumberReader in = new NumberReader();
    private final long[] before = new long[LiveFeed.COUNTS];
    private final long[] counts = new long[LiveFeed.COUNTS];
    private final long[] actions = new long[Action.COUNT];
    private FeedLimits limits;

    PartitionBooks(Shared shared) {
        this.shared = shared;
        this.limits = FeedLimits.of(shared.settings().book());
    }

    /** Takes the limits of a snapshot over. */
    void restore(FeedLimits limits) {
        this.limits = limits;
    }

    /** Takes a book of a snapshot over; answers the last record that it knows. */
    long restore(String symbol, NumberReader section) {
        PublishedBook book = new PublishedBook(symbol, section, recentQuotes());
        books.put(symbol, book);
        totals.books(books.size());
        return book.book().lastRecord();
    }

    /** Applies a record and completes it. */
    void apply(JournalEntry entry) {
        switch (entry.kind()) {
            case MESSAGES -> messages(entry, orCreate(entry));
            case RELEASE -> release(entry, books.get(entry.symbol()));
            case FORGET -> forget(entry, books.get(entry.symbol()));
            case SETTINGS -> change(entry);
        }
    }

    private PublishedBook orCreate(JournalEntry entry) {
        PublishedBook known = books.get(entry.symbol());
        if (known != null) {
            return known;
        }
        PublishedBook created = new PublishedBook(entry.symbol(), entry.number(), limits, recentQuotes());
        books.put(entry.symbol(), created);
        totals.books(books.size());
        subscribers.created(created);
        return created;
    }

    private RecentQuotes recentQuotes() {
        return new RecentQuotes(shared.settings().book().recent().quotes(), shared.recentMemory());
    }

    private void messages(JournalEntry entry, PublishedBook book) {
        if (isKnown(entry, book)) {
            return;
        }
        begin(entry, book);
        long changes = book.book().n(Emit.CHANGE);
        book.book().messages(entry.number(), entry.body(in), actions);
        end(entry, book, changes);
    }

    private void release(JournalEntry entry, @Nullable PublishedBook book) {
        if (book == null || isKnown(entry, book)) {
            return;
        }
        begin(entry, book);
        long changes = book.book().n(Emit.CHANGE);
        book.book().release(entry.number(), entry.body(in));
        end(entry, book, changes);
    }

    private static boolean isKnown(JournalEntry entry, PublishedBook book) {
        return entry.number() <= book.book().lastRecord();
    }

    private void begin(JournalEntry entry, PublishedBook book) {
        book.receivedAt(entry.receivedNanos());
        book.book().feed().copyCounts(before);
        Arrays.fill(actions, 0);
    }

    private void end(JournalEntry entry, PublishedBook book, long changesBefore) {
        if (entry.isReplayed()) {
            return;
        }
        LiveBook live = book.book();
        live.feed().copyCounts(counts);
        for (int i = 0; i < counts.length; i++) {
            counts[i] -= before[i];
        }
        totals.request(counts, actions, live.n(Emit.CHANGE) - changesBefore);
        noteHeld(book);
        shared.events().published(System.nanoTime() - entry.receivedNanos());
        entry.future()
                .complete(new Applied(
                        entry.number(), BookCounters.of(counts), live.firstRefused(), book.last(Emit.CHANGE)));
    }

    private void noteHeld(PublishedBook book) {
        long hold = shared.settings().book().hold().toNanos();
        LiveFeed feed = book.book().feed();
        if (hold > 0 && feed.heldPackets() > 0) {
            book.marks().add(System.nanoTime(), feed.highestHeld(), hold);
        }
    }

    private void forget(JournalEntry entry, @Nullable PublishedBook book) {
        boolean forgotten = book != null && !isKnown(entry, book);
        if (book != null && forgotten) {
            books.remove(entry.symbol());
            book.recent().forget();
            totals.books(books.size());
            totals.forgotten(entry.isReplayed() ? 0 : book.book().feed().heldRows());
            subscribers.forgotten(book);
        }
        entry.future().complete(Applied.nothing(forgotten ? entry.number() : 0));
    }

    private void change(JournalEntry entry) {
        limits = FeedLimits.read(entry.body(in));
        for (PublishedBook book : books.values()) {
            if (!isKnown(entry, book)) {
                book.change(entry.number(), limits);
            }
        }
    }

    /** Replay is over: what is held is held from now on. */
    void replayed() {
        books.values().forEach(this::noteHeld);
    }

    /**
     * Asks for the release of what is held for too long.
     *
     * @param now as {@link System#nanoTime()} goes
     */
    void releaseDue(long now) {
        long hold = shared.settings().book().hold().toNanos();
        for (PublishedBook book : books.values()) {
            if (!book.marks().isEmpty()) {
                releaseDue(book, book.marks().due(now, hold));
            }
        }
    }

    private void releaseDue(PublishedBook book, long due) {
        LiveFeed feed = book.book().feed();
        book.marks().dropBelow(feed.heldPackets() == 0 ? Long.MAX_VALUE : feed.lowestHeld());
        JournalEntry asked = book.release();
        if (due < 0
                || feed.heldPackets() == 0
                || feed.lowestHeld() > due
                || (asked != null && !asked.future().isDone())) {
            return;
        }
        JournalEntry release = JournalEntry.of(book.book().symbol(), RecordWriter.release(book.book(), due));
        if (shared.health().isWritable() && shared.requests().offerNow(release)) {
            book.release(release);
        }
    }

    List<String> symbols() {
        return List.copyOf(books.keySet());
    }

    Optional<BookState> state(String symbol) {
        return Optional.ofNullable(books.get(symbol)).map(PublishedBook::state);
    }

    Optional<Depth> depth(String symbol, int levels) {
        return Optional.ofNullable(books.get(symbol)).map(book -> book.depth(levels));
    }

    /** The number of the record that created a book; 0 when there is none. */
    long firstRecord(String symbol) {
        PublishedBook book = books.get(symbol);
        return book == null ? 0 : book.book().firstRecord();
    }

    long digest() {
        return books.values().stream()
                .mapToLong(book -> BookDigest.of(book.book()))
                .sum();
    }

    void subscribe(Subscription subscription) {
        subscribers.start(subscription, books);
    }

    @Nullable
    PublishedBook find(String symbol) {
        return books.get(symbol);
    }

    Collection<PublishedBook> all() {
        return books.values();
    }

    Subscribers subscribers() {
        return subscribers;
    }

    Totals totals() {
        return totals;
    }
}
