package io.touchline.live;

import io.touchline.csv.L1Format;
import io.touchline.csv.L1Writer;
import io.touchline.journal.Journal;
import io.touchline.journal.ReplayStart;
import io.touchline.journal.Snapshots;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The live books of a directory: takes requests, makes them durable in its journal, applies them and publishes quotes.
 *
 * <p>No caller's thread touches a book. What is asked of the books after they are closed is a {@link JournalUnavailableException}.
 */
public final class JournalledBooks implements LiveBooks {

    private final Shared shared;
    private final Partitions partitions;
    private final Journal journal;
    private final Snapshots snapshots;
    private final SnapshotKeeper keeper;
    private final Journalling journalling;
    private final long replayed;
    private final Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();
    private boolean closed;

    private JournalledBooks(Shared shared, Partitions partitions, Journal journal, Snapshots snapshots, long replayed) {
        this.shared = shared;
        this.partitions = partitions;
        this.journal = journal;
        this.snapshots = snapshots;
        this.replayed = replayed;
        keeper = new SnapshotKeeper(shared, journal, snapshots, partitions);
        journalling = new Journalling(shared, journal, partitions, keeper, symbols());
    }

    /**
     * Opens the books of a directory: reads the newest snapshot, replays the journal behind it; then they are ready.
     *
     * @throws IOException when the directory cannot be read or written, or the journal is damaged in its middle
     */
    public static JournalledBooks open(LiveSettings settings, Path dir, InstantSource clock, LiveEvents events)
            throws IOException {
        Shared shared = Shared.of(settings, clock, events);
        Partitions partitions = new Partitions(shared);
        try {
            Snapshots snapshots = Snapshots.open(dir);
            LiveReplay replay = new LiveReplay(partitions);
            ReplayStart start = replay.read(snapshots.newest());
            partitions.start();
            Journal journal = Journal.open(dir, settings.journal().ofFiles(settings.queue()), start, replay);
            finish(replay, shared, journal);
            JournalledBooks books = new JournalledBooks(shared, partitions, journal, snapshots, replay.records());
            books.journalling.start();
            books.keeper.start();
            return books;
        } catch (InterruptedException e) {
            partitions.closeQuietly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the books were opened", e);
        } catch (Throwable e) {
            partitions.closeQuietly();
            throw e;
        }
    }

    /** Waits for the end of the replay. */
    private static void finish(LiveReplay replay, Shared shared, Journal journal)
            throws IOException, InterruptedException {
        try {
            replay.finish(journal, FeedLimits.of(shared.settings().book()));
            shared.health().checkNotBroken();
        } catch (Throwable e) {
            journal.close();
            throw e;
        }
    }

    @Override
    public LiveRequest request(String symbol) {
        return new LiveRequest(symbol, shared.settings().queue().requestBytes());
    }

    @Override
    public CompletableFuture<Applied> submit(LiveRequest request) {
        return submit(request, Duration.ZERO);
    }

    @Override
    public CompletableFuture<Applied> submit(LiveRequest request, Duration wait) {
        return submit(JournalEntry.of(request), wait);
    }

    private CompletableFuture<Applied> submit(JournalEntry entry, Duration wait) {
        shared.health().check();
        try {
            if (!shared.requests().offer(entry, wait.toNanos())) {
                throw new BooksBusyException("too many requests wait for the journal (touchline.live.queue)");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BooksBusyException("interrupted while waiting for room");
        }
        return entry.future();
    }

    @Override
    public List<String> symbols() {
        return partitions.askEach(PartitionBooks::symbols).stream()
                .flatMap(List::stream)
                .sorted()
                .toList();
    }

    @Override
    public @Nullable LiveQuote quote(String symbol) {
        BookState state = state(symbol);
        return state == null ? null : state.quote();
    }

    @Override
    public @Nullable BookState state(String symbol) {
        return partitions.of(symbol).ask(books -> books.state(symbol)).join().orElse(null);
    }

    @Override
    public CompletableFuture<Optional<Depth>> depth(String symbol, int levels) {
        return partitions.of(symbol).ask(books -> books.depth(symbol, levels));
    }

    @Override
    public CompletableFuture<Boolean> forget(String symbol) {
        JournalEntry entry = JournalEntry.of(symbol, new RecordWriter(RecordKind.FORGET, symbol));
        return submit(entry, Duration.ZERO).thenApply(applied -> applied.record() > 0);
    }

    @Override
    public void history(String symbol, long fromNanos, long toNanos, Emit emit, OutputStream out) throws IOException {
        L1Writer writer = new L1Writer(out, L1Format.CSV, null);
        long firstRecord =
                partitions.of(symbol).ask(books -> books.firstRecord(symbol)).join();
        if (firstRecord > 0) {
            BookHistory.Range range = new BookHistory.Range(fromNanos, toNanos, emit);
            new BookHistory(symbol, firstRecord, range, writer).write(journal, snapshots.list());
        }
        writer.flush();
    }

    @Override
    public Subscription subscribe(SubscriptionRequest request, QuoteSubscriber subscriber) {
        List<Partition> told = request.isAll() ? partitions.all() : List.of(partitions.of(request.symbol()));
        Subscription subscription = new Subscription(request, subscriber, ended -> {
            subscriptions.remove(ended);
            told.forEach(Partition::sweepSoon);
        });
        subscriptions.add(subscription);
        try {
            told.forEach(each -> each.tell(books -> books.subscribe(subscription)));
        } catch (RuntimeException e) {
            subscription.close();
            throw e;
        }
        return subscription;
    }

    @Override
    public boolean isWritable() {
        return shared.health().isWritable();
    }

    @Override
    public LiveCounters counters() {
        long[] sums = Totals.sums();
        partitions.all().forEach(each -> each.totals().addTo(sums));
        return new LiveCounters(
                BookCounters.of(Totals.counts(sums)),
                Arrays.stream(Totals.actions(sums)).boxed().toList(),
                Totals.requests(sums),
                Totals.changes(sums),
                Totals.forgotten(sums),
                Totals.books(sums),
                subscriptions.size(),
                shared.requests().size(),
                new LiveCounters.JournalCounters(
                        journal.bytes(),
                        journal.segments(),
                        journalling.records(),
                        journalling.forces(),
                        journal.tornBytes(),
                        journal.tornRecords(),
                        replayed));
    }

    /** A digest of all books, the same for the same messages: orders, price levels, counters, numbers of quotes, last sequence numbers. */
    public long digest() {
        return partitions.askEach(PartitionBooks::digest).stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** As promised; it writes a snapshot, too. */
    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (journal) {
            shared.requests().close();
            journalling.join();
            keeper.finish(journalling::force);
            partitions.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while closing", e);
        }
    }
}
