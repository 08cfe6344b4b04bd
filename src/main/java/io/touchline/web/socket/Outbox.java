package io.touchline.web.socket;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * What waits to be sent to one client, in its order. Any thread; the outbox itself is the lock, under which entries are made and taken.
 *
 * <p>Bounded: at most so many quotes of streams that miss none, one entry per symbol of a conflated stream, and so many characters of answers. Whoever
 * adds something calls {@link #wake} afterwards, without the lock.
 */
final class Outbox {

    /** With more characters of answers the client's socket is not read until half of them are sent. */
    static final int MANY_CHARACTERS = 256 << 10;
    /** What is told to a client that does not read is bounded as well. */
    static final int MOST_CHARACTERS = 8 << 20;

    /** How many characters of answers are taken at once, so that a slow client shows that it reads: as many as go between two pings. */
    private static final int CHARACTERS_AT_ONCE = 64 << 10;

    private final int mostQuotes;
    private final ArrayDeque<Entry> entries = new ArrayDeque<>();
    private Runnable sender = () -> {};
    private int quotes;
    private int characters;
    private boolean sending;
    private boolean finished;

    /**
     * An empty outbox.
     *
     * @param mostQuotes how many quotes of streams that miss none may wait
     */
    Outbox(int mostQuotes) {
        this.mostQuotes = mostQuotes;
    }

    /** Names who is woken when there is something to send. */
    synchronized void sender(Runnable sender) {
        this.sender = sender;
    }

    /** Adds an answer or a notice. */
    void send(String text) {
        synchronized (this) {
            add(new TextEntry(text));
        }
        wake();
    }

    /** Keeps a place for an answer. */
    synchronized TextEntry reserve() {
        TextEntry entry = new TextEntry();
        add(entry);
        return entry;
    }

    /** Makes an answer known whose place was kept. */
    void fill(TextEntry entry, String text) {
        synchronized (this) {
            entry.fill(text);
            characters += entry.characters();
        }
        wake();
    }

    /** Adds an entry; nothing is added any more once the outbox is finished. With the lock held. */
    void add(Entry entry) {
        if (!finished) {
            entries.add(entry);
            characters += entry.characters();
        }
    }

    /** Adds a quote of a stream that misses none, when there is room; with the lock held. */
    boolean addQuote(QuoteEntry entry) {
        if (quotes >= mostQuotes) {
            return false;
        }
        if (!finished) {
            entries.add(entry);
            quotes++;
        }
        return true;
    }

    /** A quote of a stream that misses none is taken; with the lock held. */
    void quoteLeft() {
        quotes--;
    }

    /** How many quotes of streams that miss none have room. */
    synchronized int room() {
        return mostQuotes - quotes;
    }

    /** Has the sender woken when there is something to send and nobody sends it yet. */
    void wake() {
        Runnable woken = null;
        synchronized (this) {
            if (!sending && hasNext()) {
                sending = true;
                woken = sender;
            }
        }
        if (woken != null) {
            woken.run();
        }
    }

    /** Has the sender woken, though there may be nothing to send, unless it is awake. */
    void wakeAnyway() {
        Runnable woken;
        synchronized (this) {
            woken = sending ? () -> {} : sender;
            sending = true;
        }
        woken.run();
    }

    /** What is sent next, up to so many frames, fewer when they are long; empty when there is nothing now, and then the sender has to be woken again. */
    synchronized List<Frame> take(int most) {
        List<Frame> frames = new ArrayList<>();
        int before = characters;
        while (hasNext() && frames.size() < most && before - characters < CHARACTERS_AT_ONCE) {
            Entry entry = entries.remove();
            characters -= entry.characters();
            Frame frame = entry.take();
            if (frame != null) {
                frames.add(frame);
            }
        }
        sending = !frames.isEmpty();
        return frames;
    }

    /** Whether there is more to be sent; when there is not, the sender has to be woken again. */
    synchronized boolean goesOn() {
        sending = hasNext();
        return sending;
    }

    private boolean hasNext() {
        Entry next = entries.peek();
        return next != null && next.isReady();
    }

    /** Takes nothing in any more; what is in it is still sent. */
    synchronized void finish() {
        finished = true;
    }

    /** Takes nothing in any more and forgets what waits; answers how many entries that was. */
    synchronized int drop() {
        finished = true;
        int dropped = entries.size();
        entries.clear();
        return dropped;
    }

    /** Whether it is finished and empty, and nothing is being sent. */
    synchronized boolean isDone() {
        return finished && !sending && !hasNext();
    }

    synchronized int characters() {
        return characters;
    }
}
