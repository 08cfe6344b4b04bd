package io.touchline.live;

import io.touchline.feed.Quote;
import java.util.Objects;

/** A subscription at one book: how far it was told. One thread, the book's. */
final class BookSubscription {

    /** How many quotes of the past are told in one go, so that other books of the thread are not kept waiting. */
    private static final int MOST_AT_ONCE = 1_024;

    private final Subscription subscription;
    private final Emit emit;
    private long next;
    private boolean live;

    BookSubscription(Subscription subscription) {
        this.subscription = subscription;
        this.emit = subscription.request().emit();
        this.next = subscription.request().from();
    }

    Subscription subscription() {
        return subscription;
    }

    Emit emit() {
        return emit;
    }

    /** Whether all of the past was told, so that quotes are told as they come. */
    boolean isLive() {
        return live;
    }

    /** Starts with the first quote of a book that has none. */
    void start() {
        live = true;
    }

    /** Tells as much of the past as there is room for; answers how many quotes. */
    int catchUp(PublishedQuotes book) {
        if (next == SubscriptionRequest.NOW) {
            return tellLast(book);
        }
        if (next < book.recent().oldest(emit) || next > book.n(emit) + 1) {
            subscription.closeTooOld(book.symbol(), book.recent().oldest(emit));
            return 0;
        }
        return tellPast(book);
    }

    private int tellLast(PublishedQuotes book) {
        if (book.n(emit) == 0) {
            live = true;
            return 0;
        }
        if (subscription.room() <= 0) {
            return 0;
        }
        live = true;
        subscription.tell(Objects.requireNonNull(book.last(emit)), true);
        return 1;
    }

    private int tellPast(PublishedQuotes book) {
        Quote quote = new Quote();
        String symbol = book.symbol();
        long last = book.n(emit);
        int room = Math.min(MOST_AT_ONCE, subscription.room());
        int told = 0;
        for (; next <= last && told < room; told++) {
            book.recent().read(emit, next, quote);
            subscription.tell(new LiveQuote(symbol, next, quote, 0), false);
            next++;
        }
        live = next > last;
        return told;
    }
}
