package io.touchline.topic;

import io.touchline.binary.NumberReader;
import io.touchline.binary.NumberWriter;
import io.touchline.book.Outcome;
import io.touchline.feed.Action;
import io.touchline.feed.LiveFeed;
import io.touchline.feed.Message;
import io.touchline.feed.Quote;
import io.touchline.live.Applied;
import io.touchline.live.BookCounters;
import io.touchline.live.BookSection;
import io.touchline.live.FeedLimits;
import io.touchline.live.LiveBook;
import io.touchline.live.QuoteListener;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One symbol's book, as the job holds it that reads the level 3 topic: made by its first messages, forgotten, made anew. The number of a record is its
 * ordinal among those of the symbol, and one more.
 *
 * <p>Its state goes into bytes between two records, and comes back with limits that may be others. One thread at a time.
 *
 * <pre>
 * version 1 | symbol, its length before it | number of the book before | 0, or 1 and the book, as BookSection has it
 * </pre>
 */
public final class TopicBook {

    private static final int VERSION = 1;

    private final String symbol;
    private final FeedLimits limits;
    private final NumberReader body = new NumberReader();
    private final long[] received = new long[Action.COUNT];
    private @Nullable LiveBook book;
    private long previous;
    /** Whether the book may have other limits than those that hold now. */
    private boolean restored;
    /** Who hears of the record that is being applied. */
    private @Nullable TopicListener listener;

    /** A symbol without a book. */
    public TopicBook(String symbol, FeedLimits limits) {
        this.symbol = symbol;
        this.limits = limits;
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param limits those that hold from now on
     * @throws IllegalStateException when another version wrote it
     */
    public static TopicBook read(FeedLimits limits, NumberReader in) {
        int version = in.octet();
        if (version != VERSION) {
            throw new IllegalStateException("state of a book: expected version " + VERSION + ", found " + version);
        }
        TopicBook read = new TopicBook(new String(in.octets(), StandardCharsets.UTF_8), limits);
        read.previous = in.number();
        if (in.octet() != 0) {
            read.book = BookSection.read(read.symbol, in, read.new Told());
            read.restored = true;
        }
        return read;
    }

    /** Writes the state. */
    public void write(NumberWriter out) {
        out.octet(VERSION);
        out.octets(symbol.getBytes(StandardCharsets.UTF_8));
        out.number(previous);
        out.octet(book == null ? 0 : 1);
        if (book != null) {
            BookSection.write(book, book.limits(), out);
        }
    }

    /**
     * Applies the record behind the last one; answers what came of it.
     *
     * @param ordinal counts the records of the symbol, from 0 without a hole
     */
    public Reply apply(long ordinal, L3Record record, TopicListener listener) {
        this.listener = listener;
        try {
            return switch (record.kind()) {
                case MESSAGES -> messages(ordinal + 1, record);
                case FORGET -> forget(ordinal + 1, listener);
                case STATE -> state();
                case DEPTH ->
                    new Reply.Levels(
                            book == null ? null : book.depth(record.body(body).integer()));
            };
        } finally {
            this.listener = null;
        }
    }

    private Reply state() {
        LiveBook known = book;
        return known == null ? new Reply.State(null, 0) : new Reply.State(known.state(), known.firstRecord());
    }

    private Reply messages(long number, L3Record record) {
        LiveBook applied = bookFor(number);
        long[] before = counts(applied);
        applied.messages(number, record.body(body), received);
        long[] counts = counts(applied);
        for (int i = 0; i < counts.length; i++) {
            counts[i] -= before[i];
        }
        return new Reply.Messages(
                new Applied(number, BookCounters.of(counts), applied.firstRefused(), applied.lastQuote()));
    }

    /** The book, with the limits that hold now; a new one when there is none. */
    private LiveBook bookFor(long number) {
        LiveBook known = book;
        if (known == null) {
            known = new LiveBook(symbol, number, limits, new Told());
        } else if (restored && !known.limits().equals(limits)) {
            known = known.with(known.lastRecord(), limits);
        }
        restored = false;
        book = known;
        return known;
    }

    private static long[] counts(LiveBook book) {
        long[] counts = new long[LiveFeed.COUNTS];
        book.feed().copyCounts(counts);
        return counts;
    }

    private Reply forget(long number, TopicListener listener) {
        LiveBook forgotten = book;
        if (forgotten == null) {
            return new Reply.Forgotten(0);
        }
        listener.forgotten(forgotten, previous);
        previous = forgotten.firstRecord();
        book = null;
        return new Reply.Forgotten(number);
    }

    /** Tells what a book says to whoever hears of its record. */
    private final class Told implements QuoteListener {

        @Override
        public void quote(LiveBook book, Quote quote, boolean changed) {
            if (listener != null) {
                listener.quote(book, previous, quote, changed);
            }
        }

        @Override
        public void late(Message message) {
            if (listener != null) {
                listener.late(message);
            }
        }

        @Override
        public void duplicate(Message message) {
            if (listener != null) {
                listener.duplicate(message);
            }
        }

        @Override
        public void refused(Message message, Outcome outcome) {
            if (listener != null) {
                listener.refused(message, outcome);
            }
        }
    }
}
