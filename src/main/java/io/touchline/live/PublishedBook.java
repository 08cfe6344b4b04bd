package io.touchline.live;

import io.touchline.binary.NumberReader;
import io.touchline.binary.NumberWriter;
import io.touchline.feed.Quote;
import org.jspecify.annotations.Nullable;

/** A book whose quotes are published as it makes them. One thread, the book's. */
final class PublishedBook extends PublishedQuotes implements QuoteListener {

    private final HoldMarks marks = new HoldMarks();
    private LiveBook book;
    private @Nullable JournalEntry release;
    private long receivedNanos;

    /** A book without messages or quotes. */
    PublishedBook(String symbol, long firstRecord, FeedLimits limits, RecentQuotes recent) {
        super(recent);
        book = new LiveBook(symbol, firstRecord, limits, this);
    }

    /** The book of a snapshot's section, whose recent quotes are read as well. */
    PublishedBook(String symbol, NumberReader section, RecentQuotes recent) {
        super(recent);
        book = BookSection.read(symbol, section, this);
        RecentSection.read(section, recent);
    }

    void write(NumberWriter section) {
        BookSection.write(book, book.limits(), section);
        RecentSection.write(recent(), section);
    }

    LiveBook book() {
        return book;
    }

    HoldMarks marks() {
        return marks;
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

    @Override
    String symbol() {
        return book.symbol();
    }

    @Override
    long n(Emit emit) {
        return book.n(emit);
    }

    @Override
    Quote lastChange() {
        return book.lastChange();
    }

    BookState state() {
        return book.state();
    }

    Depth depth(int levels) {
        return book.depth(levels);
    }

    @Override
    public void quote(LiveBook of, Quote quote, boolean changed) {
        publish(quote, of.n(Emit.PACKET), of.n(Emit.CHANGE), changed, receivedNanos);
    }
}
