package io.touchline.live;

import io.touchline.binary.MessageReader;
import io.touchline.binary.NumberReader;
import io.touchline.binary.NumberWriter;
import io.touchline.book.Outcome;
import io.touchline.book.Side;
import io.touchline.feed.Action;
import io.touchline.feed.FeedListener;
import io.touchline.feed.LiveFeed;
import io.touchline.feed.Message;
import io.touchline.feed.Quote;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One symbol's book as its records make it: the feed, and the numbers of the quotes that came of it.
 *
 * <p>It knows nothing but records, so that a request, a replay and a history go the same way. One thread. Allocates nothing per message once warm.
 */
public final class LiveBook implements FeedListener {

    private final String symbol;
    private final long firstRecord;
    private final FeedLimits limits;
    private final LiveFeed feed;
    private final QuoteListener listener;
    private final MessageReader messages = new MessageReader();

    private long lastRecord;
    private long packetN;
    private long changeN;
    /** The last quote that changed a value. */
    private final Quote lastChange = new Quote();

    private long highestTimeNanos = Long.MIN_VALUE;
    private Applied.@Nullable Refusal firstRefused;
    private long readBefore;

    /**
     * A book without messages.
     *
     * @param firstRecord the number of the record that creates it
     */
    public LiveBook(String symbol, long firstRecord, FeedLimits limits, QuoteListener listener) {
        this.symbol = symbol;
        this.firstRecord = firstRecord;
        this.limits = limits;
        this.lastRecord = firstRecord - 1;
        this.listener = listener;
        feed = new LiveFeed(limits.window(), limits.heldRows(), limits.restingOrders(), this);
    }

    /**
     * Applies the messages of a request, to their end.
     *
     * @param received counts the messages by {@link Action#code()}
     */
    public void messages(long record, NumberReader in, long[] received) {
        lastRecord = record;
        readBefore = feed.counters().read();
        firstRefused = null;
        messages.moveTo(in);
        while (in.hasMore()) {
            Message message = messages.read(feed.counters().read() + 1);
            received[message.action().code()]++;
            feed.accept(message);
        }
        feed.endRequest();
    }

    /** Applies what is held up to a sequence number, unless it was held by a book that was forgotten meanwhile. */
    void release(long record, NumberReader in) {
        lastRecord = record;
        readBefore = feed.counters().read();
        firstRefused = null;
        long upTo = in.number();
        if (in.number() == firstRecord) {
            feed.release(upTo);
        }
    }

    /** This book with other limits, as far as what it holds allows; from now on it takes the place of this one. */
    public LiveBook with(long record, FeedLimits changed) {
        FeedLimits possible = changed.atLeast(feed.heldRows(), feed.book().orders());
        NumberWriter section = new NumberWriter(1 << 10);
        BookSection.write(this, possible, section);
        NumberReader in = new NumberReader().moveTo(section.bytes(), 0, section.length());
        LiveBook book = BookSection.read(symbol, in, listener);
        book.lastRecord = record;
        book.feed.endRequest();
        return book;
    }

    @Override
    public void quote(Quote quote) {
        boolean changed = packetN == 0 || !lastChange.sameValues(quote);
        packetN++;
        if (changed) {
            changeN++;
            lastChange.of(quote);
        }
        highestTimeNanos = Math.max(highestTimeNanos, quote.timeNanos());
        listener.quote(this, quote, changed);
    }

    @Override
    public void refused(Message message, Outcome outcome) {
        if (firstRefused == null) {
            long index = message.line() - readBefore - 1;
            firstRefused = new Applied.Refusal(Math.max(-1, index), message.seqNum(), outcome);
        }
        listener.refused(message, outcome);
    }

    @Override
    public void late(Message message) {
        listener.late(message);
    }

    @Override
    public void duplicate(Message message) {
        listener.duplicate(message);
    }

    /** The book as it is between two records. */
    public BookState state() {
        long[] counts = new long[LiveFeed.COUNTS];
        feed.copyCounts(counts);
        BookState.Size size = new BookState.Size(
                feed.book().orders(),
                feed.book().levelCount(Side.BUY),
                feed.book().levelCount(Side.SELL),
                feed.heldPackets(),
                feed.heldRows());
        return new BookState(symbol, lastQuote(), packetN, feed.lastSeqNum(), size, BookCounters.of(counts));
    }

    /** The last quote that changed a value, numbered among such; null before the first. */
    public @Nullable LiveQuote lastQuote() {
        return changeN == 0 ? null : new LiveQuote(symbol, changeN, lastChange, 0);
    }

    /** Up to {@code levels} price levels of each side. */
    public Depth depth(int levels) {
        return new Depth(symbol, feed.lastSeqNum(), levels(Side.BUY, levels), levels(Side.SELL, levels));
    }

    private List<Depth.Level> levels(Side side, int most) {
        List<Depth.Level> levels = new ArrayList<>();
        feed.book()
                .forEachLevel(
                        side, most, (price, quantity, orders) -> levels.add(new Depth.Level(price, quantity, orders)));
        return List.copyOf(levels);
    }

    public String symbol() {
        return symbol;
    }

    /** The number of the record that created it: no earlier one is about this book. */
    public long firstRecord() {
        return firstRecord;
    }

    public FeedLimits limits() {
        return limits;
    }

    /** The number of the last record applied. */
    public long lastRecord() {
        return lastRecord;
    }

    public LiveFeed feed() {
        return feed;
    }

    /** The number of the last quote of a kind; 0 before the first. */
    public long n(Emit emit) {
        return emit == Emit.CHANGE ? changeN : packetN;
    }

    /** The last quote that changed a value; only after the first quote. */
    Quote lastChange() {
        return lastChange;
    }

    /** The highest time of a quote so far, nanoseconds since 1970; {@link Long#MIN_VALUE} before the first. */
    long highestTimeNanos() {
        return highestTimeNanos;
    }

    /** The first message refused in the last record. */
    public Applied.@Nullable Refusal firstRefused() {
        return firstRefused;
    }

    /** Takes numbers over that another book had. */
    void restore(long lastRecord, long packetN, long changeN, Quote lastChange, long highestTimeNanos) {
        this.lastRecord = lastRecord;
        this.packetN = packetN;
        this.changeN = changeN;
        this.lastChange.of(lastChange);
        this.highestTimeNanos = highestTimeNanos;
    }
}
