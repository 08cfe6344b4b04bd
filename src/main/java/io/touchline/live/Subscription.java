package io.touchline.live;

import java.util.function.Consumer;

/** A subscription in force. Any thread. */
public final class Subscription implements AutoCloseable {

    private final SubscriptionRequest request;
    private final QuoteSubscriber subscriber;
    private final Consumer<Subscription> onClose;
    private volatile boolean closed;

    Subscription(SubscriptionRequest request, QuoteSubscriber subscriber, Consumer<Subscription> onClose) {
        this.request = request;
        this.subscriber = subscriber;
        this.onClose = onClose;
    }

    /** Ends it; a quote that is being told by another thread may still come. Closing again does nothing. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        onClose.accept(this);
    }

    public SubscriptionRequest request() {
        return request;
    }

    public boolean isClosed() {
        return closed;
    }

    void tell(LiveQuote quote, boolean snapshot) {
        try {
            subscriber.quote(quote, snapshot);
        } catch (RuntimeException e) {
            close();
        }
    }

    void tellForgotten(String symbol) {
        try {
            subscriber.forgotten(symbol);
        } catch (RuntimeException e) {
            close();
        }
    }

    void closeTooOld(String symbol, long oldest) {
        try {
            subscriber.tooOld(symbol, oldest);
        } catch (RuntimeException e) {
            // Its own fault: it is over in either case.
        }
        close();
    }

    int room() {
        try {
            return subscriber.room();
        } catch (RuntimeException e) {
            close();
            return 0;
        }
    }
}
