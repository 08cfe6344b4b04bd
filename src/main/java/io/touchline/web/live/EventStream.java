package io.touchline.web.live;

import io.touchline.live.LiveBooks;
import io.touchline.live.LiveQuote;
import io.touchline.live.QuoteSubscriber;
import io.touchline.live.Subscription;
import io.touchline.live.SubscriptionRequest;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client's stream of quotes.
 *
 * <p>The book's thread only puts quotes into its queue; one of the writers sends them as far as the socket takes them, and when it takes no more, the
 * container says when it does again. So no thread ever waits for a client.
 */
final class EventStream implements QuoteSubscriber, WriteListener, AsyncListener {

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

    private final EventStreams streams;
    private final LiveBooks books;
    private final SubscriptionRequest request;
    private final ServletOutputStream out;
    private final EventQueue queue = new EventQueue();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private @Nullable AsyncContext context;
    private @Nullable Subscription subscription;
    private boolean started;
    private boolean unflushed;
    private boolean over;
    private volatile boolean ending;
    private volatile long lastEventNanos = System.nanoTime();

    /** A stream that has nothing to send yet. */
    EventStream(EventStreams streams, LiveBooks books, SubscriptionRequest request, ServletOutputStream out) {
        this.streams = streams;
        this.books = books;
        this.request = request;
        this.out = out;
    }

    /** Begins to hear the book; nothing is sent yet. When the book cannot be asked now, it throws, and there is no stream. */
    void subscribe() {
        put(EventText.START);
        try {
            subscribe(request);
        } catch (RuntimeException e) {
            release();
            throw e;
        }
    }

    /** Starts to send; from here on the container knows it. */
    void start(AsyncContext to) {
        to.addListener(this);
        out.setWriteListener(this);
        synchronized (this) {
            context = to;
            if (!over) {
                return;
            }
        }
        to.complete();
    }

    private void subscribe(SubscriptionRequest wanted) {
        Subscription made = books.subscribe(wanted, this);
        synchronized (this) {
            subscription = made;
            if (!over) {
                return;
            }
        }
        made.close();
    }

    @Override
    public void quote(LiveQuote quote, boolean snapshot) {
        queue.quote(quote, snapshot);
        wake();
    }

    /** Says what is missing, and goes on with the quote now. */
    @Override
    public void tooOld(String symbol, long oldest) {
        put(EventText.tooOld(symbol, oldest));
        streams.execute(() -> goOn(SubscriptionRequest.now(symbol, request.emit())));
    }

    /** Subscribes once more; where that cannot be, the stream ends, since it would never say anything again, and the client may come back. */
    private void goOn(SubscriptionRequest wanted) {
        try {
            subscribe(wanted);
        } catch (RuntimeException e) {
            LOG.debug("stream=ended", e);
            ending = true;
            wake();
        }
    }

    @Override
    public void forgotten(String symbol) {
        put(EventText.forgotten(symbol));
    }

    @Override
    public int room() {
        return queue.room();
    }

    /** Tells a client that heard nothing for a while that the stream lives. */
    void heartbeat(long idleNanos) {
        if (System.nanoTime() - lastEventNanos >= idleNanos && queue.isEmpty()) {
            put(EventText.HEARTBEAT);
        }
    }

    /** Ends the stream once what waits is sent. */
    void end() {
        put(EventText.CLOSING);
        ending = true;
        wake();
    }

    /** How many quotes were merged into others. */
    long merged() {
        return queue.merged();
    }

    /** Puts an event in, or ends the stream of a client that left too many unread to be told the truth. */
    private void put(byte[] event) {
        if (queue.event(event)) {
            wake();
        } else {
            streams.execute(this::close);
        }
    }

    private void wake() {
        if (scheduled.compareAndSet(false, true)) {
            streams.execute(() -> {
                scheduled.set(false);
                send();
            });
        }
    }

    @Override
    public void onWritePossible() {
        synchronized (this) {
            started = true;
        }
        send();
    }

    /** Sends as much as the socket takes. */
    private synchronized void send() {
        if (!started || over) {
            return;
        }
        try {
            while (out.isReady()) {
                byte[] event = queue.poll();
                if (event != null) {
                    out.write(event);
                    unflushed = true;
                    lastEventNanos = System.nanoTime();
                } else if (unflushed) {
                    out.flush();
                    unflushed = false;
                } else {
                    endWhenAsked();
                    return;
                }
            }
        } catch (IOException | IllegalStateException e) {
            LOG.debug("stream=gone", e);
            close();
        }
    }

    private void endWhenAsked() {
        if (ending) {
            close();
        }
    }

    /** Ends the stream at once. */
    void close() {
        AsyncContext ended;
        synchronized (this) {
            ended = release() ? context : null;
        }
        if (ended != null) {
            try {
                ended.complete();
            } catch (IllegalStateException e) {
                LOG.debug("stream=over", e);
            }
        }
    }

    private synchronized boolean release() {
        if (over) {
            return false;
        }
        over = true;
        if (subscription != null) {
            subscription.close();
        }
        streams.remove(this);
        return true;
    }

    @Override
    public void onError(Throwable cause) {
        LOG.debug("stream=gone", cause);
        close();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        release();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        close();
    }

    @Override
    public void onError(AsyncEvent event) {
        close();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // Happens once, before anybody listens.
    }
}
