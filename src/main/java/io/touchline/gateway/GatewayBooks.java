package io.touchline.gateway;

import io.touchline.csv.L1Format;
import io.touchline.csv.L1Writer;
import io.touchline.feed.LimitExceededException;
import io.touchline.feed.LimitExceededException.Limit;
import io.touchline.live.Applied;
import io.touchline.live.BookState;
import io.touchline.live.Depth;
import io.touchline.live.Emit;
import io.touchline.live.FollowedBooks;
import io.touchline.live.Health;
import io.touchline.live.LiveBooks;
import io.touchline.live.LiveCounters;
import io.touchline.live.LiveEvents;
import io.touchline.live.LiveQuote;
import io.touchline.live.LiveRequest;
import io.touchline.live.NoAnswerException;
import io.touchline.live.NoAnswerException.Asked;
import io.touchline.live.QuoteSubscriber;
import io.touchline.live.Subscription;
import io.touchline.live.SubscriptionRequest;
import io.touchline.topic.L3Record;
import io.touchline.topic.Reply;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Live books that a job keeps, behind three topics: requests and questions go to the level 3 topic, their answers come from the answers topic, quotes
 * from the level 1 topic. Any number of gateways may stand before the same topics.
 *
 * <p>Any thread may call any method. Requests that are answered before others are handed in, be it to another gateway, are applied before them.
 */
public final class GatewayBooks implements LiveBooks {

    private final GatewaySettings settings;
    private final LiveEvents events;
    private final FollowedBooks followed;
    private final GatewayClients clients;
    private final RequestCounts counts = new RequestCounts();
    private final long changesBefore;
    private boolean closed;

    private GatewayBooks(GatewaySettings settings, LiveEvents events, FollowedBooks followed, GatewayClients clients) {
        this.settings = settings;
        this.events = events;
        this.followed = followed;
        this.clients = clients;
        changesBefore = followed.changes();
    }

    /**
     * Makes the topics that are missing and reads the level 1 topic to its end; then the gateway is ready.
     *
     * @throws TopicsUnavailableException when the brokers do not answer, or no more while the topic is read
     * @throws IOException when interrupted
     */
    public static GatewayBooks open(GatewaySettings settings, LiveEvents events) throws IOException {
        FollowedBooks followed = new FollowedBooks(settings.live().book().recent());
        followed.start();
        Health health = Health.ofTopic(events);
        try {
            return new GatewayBooks(settings, events, followed, GatewayClients.open(settings, followed, health));
        } catch (InterruptedException e) {
            stopQuietly(followed);
            throw interrupted();
        } catch (Throwable e) {
            stopQuietly(followed);
            throw e;
        }
    }

    private static void stopQuietly(FollowedBooks followed) {
        try {
            followed.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted");
    }

    @Override
    public LiveRequest request(String symbol) {
        return new LiveRequest(symbol, clients.largestRequest());
    }

    @Override
    public CompletableFuture<Applied> submit(LiveRequest request) {
        return submit(request, Duration.ZERO);
    }

    @Override
    public CompletableFuture<Applied> submit(LiveRequest request, Duration wait) {
        int most = settings.live().books();
        if (followed.size() >= most && !followed.has(request.symbol())) {
            return CompletableFuture.failedFuture(new LimitExceededException(Limit.BOOKS, most, 0));
        }
        long start = System.nanoTime();
        return clients.questions()
                .handIn(request.symbol(), question -> L3Record.messages(question, request), wait)
                .thenApply(reply -> applied(request, ((Reply.Messages) reply).applied(), start));
    }

    private Applied applied(LiveRequest request, Applied applied, long startNanos) {
        counts.add(request, applied);
        events.published(System.nanoTime() - startNanos);
        return applied;
    }

    @Override
    public List<String> symbols() {
        return followed.symbols();
    }

    @Override
    public @Nullable LiveQuote quote(String symbol) {
        return followed.quote(symbol);
    }

    @Override
    public @Nullable BookState state(String symbol) {
        return ask(symbol).state();
    }

    private Reply.State ask(String symbol) {
        try {
            return (Reply.State)
                    clients.questions().ask(symbol, L3Record::state).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public CompletableFuture<Optional<Depth>> depth(String symbol, int levels) {
        return clients.questions()
                .ask(symbol, question -> L3Record.depth(question, levels))
                .thenApply(reply -> Optional.ofNullable(((Reply.Levels) reply).depth()));
    }

    @Override
    public CompletableFuture<Boolean> forget(String symbol) {
        return clients.questions()
                .handIn(symbol, question -> L3Record.forget(question, symbol), Duration.ZERO)
                .thenApply(reply -> ((Reply.Forgotten) reply).record() > 0);
    }

    /** Waits for the quotes of all that was answered before, which the topic may not have yet. */
    @Override
    public void history(String symbol, long fromNanos, long toNanos, Emit emit, OutputStream out) throws IOException {
        L1Writer writer = new L1Writer(out, L1Format.CSV, null);
        Reply.State asked = ask(symbol);
        BookState state = asked.state();
        if (state != null && state.packetN() > 0) {
            TopicHistory.Range range = new TopicHistory.Range(fromNanos, toNanos, emit);
            TopicHistory history = new TopicHistory(symbol, place(symbol, asked.book(), state), range, writer);
            try (Consumer<byte[], byte[]> topic = clients.consumer()) {
                history.write(topic, settings.topics().l1(), settings.answerTimeout());
            }
        }
        writer.flush();
    }

    private L1Follower.Place place(String symbol, long book, BookState state) throws IOException {
        try {
            L1Follower.Place place = clients.follower().await(symbol, book, state.packetN(), settings.answerTimeout());
            if (place == null) {
                throw new NoAnswerException(Asked.QUESTION);
            }
            return place;
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    @Override
    public Subscription subscribe(SubscriptionRequest request, QuoteSubscriber subscriber) {
        return followed.subscribe(request, subscriber);
    }

    @Override
    public boolean isWritable() {
        return clients.health().isWritable();
    }

    @Override
    public LiveCounters counters() {
        return counts.counters(
                followed.changes() - changesBefore,
                followed.size(),
                followed.subscriptions(),
                clients.questions().size());
    }

    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            clients.close();
            followed.stop();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }
}
