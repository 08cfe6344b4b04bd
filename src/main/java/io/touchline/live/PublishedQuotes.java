package io.touchline.live;

import io.touchline.feed.Quote;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The quotes of a book with those who hear them, whoever makes the quotes: keeps the recent ones and tells each to the subscribers. One thread.
 *
 * <p>A quote becomes an object only when somebody hears it; the numbered objects are shared by all who do.
 */
abstract class PublishedQuotes {

    private final RecentQuotes recent;
    private final List<BookSubscription> subscriptions = new ArrayList<>();
    private final Quote read = new Quote();

    PublishedQuotes(RecentQuotes recent) {
        this.recent = recent;
    }

    abstract String symbol();

    /** The number of the last quote of a kind; 0 before the first. */
    abstract long n(Emit emit);

    /** The last quote that changed a value; only after the first quote. */
    abstract Quote lastChange();

    RecentQuotes recent() {
        return recent;
    }

    List<BookSubscription> subscriptions() {
        return subscriptions;
    }

    /** The last quote of a kind; null before the first. */
    @Nullable
    LiveQuote last(Emit emit) {
        long n = n(emit);
        if (n == 0) {
            return null;
        }
        if (emit == Emit.CHANGE) {
            return new LiveQuote(symbol(), n, lastChange(), 0);
        }
        recent.read(emit, n, read);
        return new LiveQuote(symbol(), n, read, 0);
    }

    /**
     * Publishes the next quote.
     *
     * @param packetN its number among all quotes
     * @param changeN the number of the last change, be it this quote or not
     * @param receivedNanos when its request was received, as {@link System#nanoTime()} goes; 0 when that is not known
     */
    void publish(Quote quote, long packetN, long changeN, boolean changed, long receivedNanos) {
        recent.add(quote, packetN, changeN, changed);
        if (!subscriptions.isEmpty()) {
            tell(quote, Emit.PACKET, packetN, receivedNanos);
            if (changed) {
                tell(quote, Emit.CHANGE, changeN, receivedNanos);
            }
        }
    }

    private void tell(Quote quote, Emit emit, long n, long receivedNanos) {
        LiveQuote told = null;
        for (int i = 0; i < subscriptions.size(); i++) {
            BookSubscription each = subscriptions.get(i);
            if (each.emit() == emit && each.isLive() && !each.subscription().isClosed()) {
                told = told == null ? new LiveQuote(symbol(), n, quote, receivedNanos) : told;
                each.subscription().tell(told, false);
            }
        }
    }
}
