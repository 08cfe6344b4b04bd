package io.touchline.live;

/** A subscription in force. Any thread. */
public final class Subscription implements AutoCloseable {

    private final SubscriptionRequest request;
    private final QuoteSubscriber subscriber;
    private final Runnable onClose;
    private volatile boolean closed;

    Subscription(SubscriptionRequest request, QuoteSubscriber subscriber, Runnable onClose) {
        this.request = request;
        this.subscriber = subscriber;
        this.onClose = onClose;
    }

    /** Ends it; a quote that is being told by another thread may still come. */
    @Override
    public void close() {
        closed = true;
        onClose.run();
    }

    public SubscriptionRequest request() {
        return request;
    }

    boolean isClosed() {
        return closed;
    }

    QuoteSubscriber subscriber() {
        return subscriber;
    }
}
