package io.touchline.live;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Live books, wherever they are kept: takes requests, answers once they are durable and applied, and publishes quotes.
 *
 * <p>Any thread may call any method. Bounded everywhere: what has no room is a {@link BooksBusyException}. Where the books are kept elsewhere, whatever
 * is asked of them may fail with a {@link NoAnswerException}.
 */
public interface LiveBooks extends AutoCloseable {

    /**
     * An empty request for a book, which need not exist.
     *
     * @param symbol 1 to 64 bytes of UTF-8
     */
    LiveRequest request(String symbol);

    /**
     * Hands a request in; it completes once it is durable and applied. What hangs on it runs on a thread of the books, and so must never block.
     *
     * @return completes with a {@link JournalUnavailableException} or a {@link io.touchline.feed.LimitExceededException} when nothing was kept
     * @throws BooksBusyException when too much waits
     * @throws JournalUnavailableException when requests cannot be made durable
     */
    CompletableFuture<Applied> submit(LiveRequest request);

    /** As {@link #submit(LiveRequest)}, but waits for room up to a time. */
    CompletableFuture<Applied> submit(LiveRequest request, Duration wait);

    /** The symbols of all books, sorted. */
    List<String> symbols();

    /** The last quote that was published, numbered among the changes; null when there is none. */
    @Nullable
    LiveQuote quote(String symbol);

    /** A book as it is between two requests; null when there is none. */
    @Nullable
    BookState state(String symbol);

    /** Up to {@code levels} price levels of each side; empty when there is no such book. */
    CompletableFuture<Optional<Depth>> depth(String symbol, int levels);

    /** Forgets a book and its past for good; answers whether there was one. May be refused as requests are. */
    CompletableFuture<Boolean> forget(String symbol);

    /**
     * Writes a book's published quotes, as far as they are kept, as level 1 CSV without a symbol column; nothing but the header when there is no
     * such book.
     *
     * @param fromNanos the first time of a quote that is written, nanoseconds since 1970
     * @param toNanos the last, inclusive
     */
    void history(String symbol, long fromNanos, long toNanos, Emit emit, OutputStream out) throws IOException;

    /**
     * Tells a subscriber what it asks for from here on, until the subscription is closed.
     *
     * @throws BooksBusyException when too much is asked of the books
     */
    Subscription subscribe(SubscriptionRequest request, QuoteSubscriber subscriber);

    /** Whether requests can be taken: they can be made durable, and nothing is broken. */
    boolean isWritable();

    LiveCounters counters();

    /** Takes no more requests, finishes those that wait, and lets go of all resources. Closing again does nothing. */
    @Override
    void close() throws IOException;
}
