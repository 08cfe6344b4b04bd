package io.touchline.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The subscriptions of one partition, those among them that wait for a book and those that are told the past. One thread, the partition's. */
final class Subscribers {

    /** How many quotes of the past are told, and subscriptions without room asked, before the books go on. */
    private static final int MOST_AT_ONCE = 2_048;

    private final List<Subscription> toAll = new ArrayList<>();
    private final Map<String, List<Subscription>> waiting = new HashMap<>();
    private final List<Behind> behind = new ArrayList<>();
    /** Who of these is told next. */
    private int next;

    /** Starts a subscription to all books, those given and later ones; or to one, that has to appear if it is not among them. */
    void start(Subscription subscription, Map<String, ? extends PublishedQuotes> books) {
        PublishedQuotes book = books.get(subscription.request().symbol());
        if (subscription.request().isAll()) {
            toAll.add(subscription);
            books.values().forEach(each -> attach(subscription, each));
        } else if (book != null) {
            attach(subscription, book);
        } else {
            await(subscription);
        }
    }

    private void attach(Subscription subscription, PublishedQuotes book) {
        BookSubscription added = new BookSubscription(subscription);
        book.subscriptions().add(added);
        behind.add(new Behind(book, added));
    }

    /** Keeps a subscription until there is a book of its symbol. */
    private void await(Subscription subscription) {
        waiting.computeIfAbsent(subscription.request().symbol(), symbol -> new ArrayList<>())
                .add(subscription);
    }

    /** A book appeared, without a quote yet: those who wait for it hear it from the first one. */
    void created(PublishedQuotes book) {
        toAll.forEach(subscription -> startWithFirst(subscription, book));
        List<Subscription> waited = waiting.remove(book.symbol());
        if (waited != null) {
            waited.forEach(subscription -> startWithFirst(subscription, book));
        }
    }

    private static void startWithFirst(Subscription subscription, PublishedQuotes book) {
        BookSubscription added = new BookSubscription(subscription);
        added.start();
        book.subscriptions().add(added);
    }

    /** A book is gone: those who heard it alone wait for the next one of its symbol. */
    void forgotten(PublishedQuotes book) {
        behind.removeIf(each -> each.book == book);
        for (BookSubscription each : book.subscriptions()) {
            Subscription subscription = each.subscription();
            if (!subscription.isClosed()) {
                subscription.tellForgotten(book.symbol());
                if (!subscription.request().isAll()) {
                    await(subscription);
                }
            }
        }
    }

    /** Tells more of the past to those who have room for it, some of them, the others the next time. */
    void catchUp() {
        int cost = 0;
        for (int left = behind.size(); left > 0 && cost < MOST_AT_ONCE; left--) {
            next = next < behind.size() ? next : 0;
            Behind each = behind.get(next);
            cost += 1 + each.catchUp();
            if (each.isOver()) {
                behind.set(next, behind.get(behind.size() - 1));
                behind.remove(behind.size() - 1);
            } else {
                next++;
            }
        }
    }

    boolean isAnyBehind() {
        return !behind.isEmpty();
    }

    /** Drops the closed ones. */
    void sweep(Collection<? extends PublishedQuotes> books) {
        toAll.removeIf(Subscription::isClosed);
        waiting.values().forEach(each -> each.removeIf(Subscription::isClosed));
        waiting.values().removeIf(List::isEmpty);
        books.forEach(book ->
                book.subscriptions().removeIf(each -> each.subscription().isClosed()));
    }

    /** A subscription to a book that is told the past. */
    private record Behind(PublishedQuotes book, BookSubscription subscription) {

        /** Tells more of the past; answers how many quotes. */
        int catchUp() {
            return subscription.subscription().isClosed() ? 0 : subscription.catchUp(book);
        }

        boolean isOver() {
            return subscription.isLive() || subscription.subscription().isClosed();
        }
    }
}
