package io.touchline.live;

import io.touchline.feed.Quote;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The quotes of books that are kept elsewhere, published as those of books that are kept here: recent ones are at hand, and subscribers are told the
 * same in the same way.
 *
 * <p>Any thread may call any method; one thread of its own publishes. Bounded: who delivers waits for room, and a subscription that finds none is a
 * {@link BooksBusyException}.
 */
public final class FollowedBooks {

    private static final int MOST_WAITING = 256;
    private static final long IDLE_MILLIS = 1_000;
    private static final long BEHIND_MILLIS = 2;

    private final LiveSettings.RecentSettings recent;
    private final RecentMemory memory;
    private final Map<String, FollowedBook> books = new ConcurrentHashMap<>();
    private final Subscribers subscribers = new Subscribers();
    private final Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();
    private final AtomicLong changes = new AtomicLong();
    private final BlockingQueue<Runnable> work = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread thread = new Thread(this::run, "touchline-quotes");
    private volatile boolean anyClosed;
    private volatile boolean closed;

    /** No books; call {@link #start} once they may be published. */
    public FollowedBooks(LiveSettings.RecentSettings recent) {
        this.recent = recent;
        memory = new RecentMemory(recent.bytes());
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Has quotes published, each of them the next of its book; waits for room. */
    public void deliver(List<FollowedQuote> quotes) throws InterruptedException {
        while (!closed && !work.offer(() -> quotes.forEach(this::follow), IDLE_MILLIS, TimeUnit.MILLISECONDS)) {
            // there is no room yet
        }
    }

    /** Waits until all that was delivered is published. */
    public void awaitPublished() throws InterruptedException {
        CountDownLatch published = new CountDownLatch(1);
        work.put(published::countDown);
        published.await();
    }

    /** The symbols of all books, sorted. */
    public List<String> symbols() {
        return books.keySet().stream().sorted().toList();
    }

    /** How many books there are. */
    public int size() {
        return books.size();
    }

    public boolean has(String symbol) {
        return books.containsKey(symbol);
    }

    /** The last quote of a book, numbered among its changes; null when there is none. */
    public @Nullable LiveQuote quote(String symbol) {
        FollowedBook book = books.get(symbol);
        return book == null ? null : book.now();
    }

    /** How many subscriptions there are; one to all books counts once. */
    public int subscriptions() {
        return subscriptions.size();
    }

    /** How many quotes were published that changed a value. */
    public long changes() {
        return changes.get();
    }

    /** As {@link LiveBooks#subscribe}. */
    public Subscription subscribe(SubscriptionRequest request, QuoteSubscriber subscriber) {
        Subscription subscription = new Subscription(request, subscriber, ended -> {
            subscriptions.remove(ended);
            anyClosed = true;
        });
        subscriptions.add(subscription);
        if (!offer(() -> subscribers.start(subscription, books))) {
            subscription.close();
            throw new BooksBusyException("too much waits to be published");
        }
        return subscription;
    }

    private boolean offer(Runnable each) {
        try {
            return !closed && work.offer(each, IDLE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void run() {
        try {
            while (!closed) {
                turn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void turn() throws InterruptedException {
        long patience = subscribers.isAnyBehind() ? BEHIND_MILLIS : IDLE_MILLIS;
        Runnable next = work.poll(patience, TimeUnit.MILLISECONDS);
        if (next != null) {
            next.run();
        }
        subscribers.catchUp();
        if (anyClosed) {
            anyClosed = false;
            subscribers.sweep(books.values());
        }
    }

    private void follow(FollowedQuote next) {
        Quote quote = next.quote();
        if (quote == null) {
            forget(next.symbol());
        } else {
            orCreate(next.symbol()).follow(next, quote);
            changes.addAndGet(next.changed() ? 1 : 0);
        }
    }

    private FollowedBook orCreate(String symbol) {
        FollowedBook known = books.get(symbol);
        if (known != null) {
            return known;
        }
        FollowedBook created = new FollowedBook(symbol, new RecentQuotes(recent.quotes(), memory));
        books.put(symbol, created);
        subscribers.created(created);
        return created;
    }

    private void forget(String symbol) {
        FollowedBook forgotten = books.remove(symbol);
        if (forgotten != null) {
            forgotten.recent().forget();
            subscribers.forgotten(forgotten);
        }
    }

    /** Publishes no more. */
    public void stop() throws InterruptedException {
        closed = true;
        thread.join();
    }
}
