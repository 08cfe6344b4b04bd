package io.touchline.web.socket;

import java.util.concurrent.atomic.LongAdder;

/**
 * What all sockets did since the start. Any thread.
 *
 * <p>A quote that a subscription is told is sent in a frame of its own, merged into the frame of a later one, dropped when its connection ends before, or
 * still waiting.
 */
public final class SocketCounters {

    private final LongAdder sent = new LongAdder();
    private final LongAdder merged = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final LongAdder lagging = new LongAdder();
    private final LongAdder slow = new LongAdder();

    /** Frames of text that were sent, quotes and all else. */
    public long sentFrames() {
        return sent.sum();
    }

    /** Quotes that a later one replaced before they were sent. */
    public long mergedQuotes() {
        return merged.sum();
    }

    /** What waited to be sent when its connection ended. */
    public long droppedFrames() {
        return dropped.sum();
    }

    /** Subscriptions that became conflated since their client was slow. */
    public long lagging() {
        return lagging.sum();
    }

    /** Connections that were closed since their client read nothing. */
    public long slowClients() {
        return slow.sum();
    }

    void sent(int frames) {
        sent.add(frames);
    }

    void merged() {
        merged.increment();
    }

    void dropped(int frames) {
        dropped.add(frames);
    }

    void addLagging() {
        lagging.increment();
    }

    void slow() {
        slow.increment();
    }
}
