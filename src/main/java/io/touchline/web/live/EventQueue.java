package io.touchline.web.live;

import io.touchline.live.LiveQuote;
import java.util.ArrayDeque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent to one stream, bounded: once that many events wait, quotes that come later are merged into the newest of them, which goes
 * when all before it have gone. Any thread; never blocks for long.
 */
final class EventQueue {

    private static final int MOST = 1024;

    private final ArrayDeque<Supplier<byte[]>> events = new ArrayDeque<>();
    private @Nullable LiveQuote newest;
    private long merged;
    private long mergedEver;

    /** Puts a quote in. */
    synchronized void quote(LiveQuote quote, boolean snapshot) {
        if (newest != null) {
            merged++;
            mergedEver++;
            newest = quote;
        } else if (events.size() < MOST) {
            events.add(() -> EventText.quote(quote, snapshot, 0));
        } else {
            events.add(() -> EventText.LAGGING);
            newest = quote;
        }
    }

    /**
     * Puts another event in, behind all quotes.
     *
     * @return false when even these wait in great numbers, so that it has no room
     */
    synchronized boolean event(byte[] event) {
        if (events.size() >= 2 * MOST) {
            return false;
        }
        LiveQuote last = newest;
        if (last != null) {
            long standsFor = merged;
            events.add(() -> EventText.quote(last, false, standsFor));
            forgetNewest();
        }
        events.add(() -> event);
        return true;
    }

    /** The next event; null when none waits. */
    synchronized byte @Nullable [] poll() {
        Supplier<byte[]> next = events.poll();
        if (next != null) {
            return next.get();
        }
        LiveQuote last = newest;
        if (last == null) {
            return null;
        }
        byte[] event = EventText.quote(last, false, merged);
        forgetNewest();
        return event;
    }

    private void forgetNewest() {
        newest = null;
        merged = 0;
    }

    /** How many quotes have room. */
    synchronized int room() {
        return newest == null ? Math.max(0, MOST - events.size()) : 0;
    }

    synchronized boolean isEmpty() {
        return events.isEmpty() && newest == null;
    }

    /** How many quotes were merged into others so far. */
    synchronized long merged() {
        return mergedEver;
    }
}
