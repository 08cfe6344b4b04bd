package io.touchline.live;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The live books of a directory: takes requests, makes them durable, applies them and publishes quotes.
 *
 * <p>Any thread may call any method. No caller's thread touches a book. Bounded everywhere: what has no room is a {@link BooksBusyException}.
 */
public final class LiveBooks implements AutoCloseable {

    private LiveBooks() {}

    /**
     * Opens the books of a directory: reads the newest snapshot, replays the journal behind it; then they are ready.
     *
     * @throws IOException when the directory cannot be read or written, or the journal is damaged in its middle
     */
    public static LiveBooks open(LiveSettings settings, Path dir, InstantSource clock, LiveEvents events)
            throws IOException {
        return new LiveBooks();
    }

    /** An empty request for a book, which need not exist; its symbol has 1 to 64 bytes of UTF-8 without control characters. */
    public LiveRequest request(String symbol) {
        return new LiveRequest(symbol, 1);
    }

    /**
     * Hands a request in; it completes once it is durable and applied, and its quotes are published.
     *
     * @return completes with a {@link JournalUnavailableException} or a {@link io.touchline.feed.LimitExceededException} when nothing was kept
     * @throws BooksBusyException when too much waits
     * @throws JournalUnavailableException when the journal cannot be written
     */
    public CompletableFuture<Applied> submit(LiveRequest request) {
        return submit(request, Duration.ZERO);
    }

    /** As {@link #submit(LiveRequest)}, but waits for room up to a time. */
    public CompletableFuture<Applied> submit(LiveRequest request, Duration wait) {
        return new CompletableFuture<>();
    }

    /** The symbols of all books, sorted. */
    public List<String> symbols() {
        return List.of();
    }

    /** A book as it is between two requests, asked of its thread; null when there is none. */
    public @Nullable BookState state(String symbol) {
        return null;
    }

    /** Up to {@code levels} price levels of each side; null when there is no such book. */
    public CompletableFuture<@Nullable Depth> depth(String symbol, int levels) {
        return new CompletableFuture<>();
    }

    /** Forgets a book and its past for good; answers whether there was one. May be refused as requests are. */
    public CompletableFuture<Boolean> forget(String symbol) {
        return new CompletableFuture<>();
    }

    /**
     * Writes a book's published quotes, as far as they are kept, as level 1 CSV without a symbol column; nothing but the header when there is no
     * such book.
     *
     * @param fromNanos the first time of a quote that is written, nanoseconds since 1970
     * @param toNanos the last, inclusive
     */
    public void history(String symbol, long fromNanos, long toNanos, Emit emit, OutputStream out) throws IOException {
        out.flush();
    }

    /** Tells a subscriber what it asks for from here on, until the subscription is closed. */
    public Subscription subscribe(SubscriptionRequest request, QuoteSubscriber subscriber) {
        return new Subscription(request, subscriber, () -> {});
    }

    /** Whether requests can be taken: the disk is well and nothing is broken. */
    public boolean isWritable() {
        return false;
    }

    public LiveCounters counters() {
        BookCounters none = new BookCounters(0, 0, 0, 0, 0, 0, 0, 0, List.of());
        return new LiveCounters(none, List.of(), 0, 0, 0, 0, 0, new LiveCounters.JournalCounters(0, 0, 0, 0, 0, 0, 0));
    }

    /** A digest of all books: orders, price levels, counters, numbers of quotes, last sequence numbers. */
    public long digest() {
        return 0;
    }

    /** Takes no more requests, finishes those that wait, writes a snapshot and closes the journal. */
    @Override
    public void close() throws IOException {}
}
