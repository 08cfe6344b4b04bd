package io.touchline.live;

import io.touchline.binary.NumberReader;
import io.touchline.binary.NumberWriter;
import io.touchline.feed.Quote;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A book with those who hear it: keeps its recent quotes and tells each to the subscribers. One thread, the book's.
 *
 * <p>A quote becomes an object only when somebody hears it; the numbered objects are shared by all who do.
 */
final class PublishedBook implements QuoteListener {

    private final RecentQuotes recent;
    private final HoldMarks marks = new HoldMarks();
    private final List<BookSubscription> subscriptions = new ArrayList<>();
    private final Quote read = new Quote();
    private LiveBook book;
    private @Nullable JournalEntry release;
    private long receivedNanos;

    /** A book without messages or quotes. */
    PublishedBook(String symbol, long firstRecord, FeedLimits limits, RecentQuotes recent) {
        this.recent = recent;
        book = new LiveBook(symbol, firstRecord, limits, this);
    }

    /** The book of a snapshot's section, whose recent quotes are read as well. */
    PublishedBook(String symbol, NumberReader section, RecentQuotes recent) {
        this.recent = recent;
        book = BookSection.read(symbol, section, this);
        RecentSection.read(section, recent);
    }

    void write(NumberWriter section) {
        BookSection.write(book, book.limits(), section);
        RecentSection.write(recent, section);
    }

    LiveBook book() {
        return book;
    }

    RecentQuotes recent() {
        return recent;
    }

    HoldMarks marks() {
        return marks;
    }

    List<BookSubscription> subscriptions() {
        return subscriptions;
    }

    /** From now on the book has other limits. */
    void change(long record, FeedLimits limits) {
        book = book.with(record, limits);
    }

    /** Says when the request was received that is applied next. */
    void receivedAt(long nanos) {
        receivedNanos = nanos;
    }

    /** The record that lets held packets go and is not applied yet, if any. */
    @Nullable
    JournalEntry release() {
        return release;
    }

    void release(JournalEntry entry) {
        release = entry;
    }

    /** The last quote of a kind; null before the first. */
    @Nullable
    LiveQuote last(Emit emit) {
        long n = book.n(emit);
        if (n == 0) {
            return null;
        }
        if (emit == Emit.CHANGE) {
            return book.lastQuote();
        }
        recent.read(emit, n, read);
        return new LiveQuote(book.symbol(), n, read, 0);
    }

    BookState state() {
        return book.state();
    }

    Depth depth(int levels) {
        return book.depth(levels);
    }

    @Override
    public void quote(LiveBook of, Quote quote, boolean changed) {
        recent.add(quote, of.n(Emit.PACKET), of.n(Emit.CHANGE), changed);
        if (!subscriptions.isEmpty()) {
            tell(of, quote, Emit.PACKET);
            if (changed) {
                tell(of, quote, Emit.CHANGE);
            }
        }
    }

    private void tell(LiveBook of, Quote quote, Emit emit) {
        LiveQuote told = null;
        for (int i = 0; i < subscriptions.size(); i++) {
            BookSubscription each = subscriptions.get(i);
            if (each.emit() == emit && each.isLive() && !each.subscription().isClosed()) {
                told = told == null ? new LiveQuote(of.symbol(), of.n(emit), quote, receivedNanos) : told;
                each.subscription().tell(told, false);
            }
        }
    }
}
