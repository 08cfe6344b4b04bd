package io.touchline.web.socket;

import io.touchline.live.LiveQuote;
import org.jspecify.annotations.Nullable;

/**
 * The newest unsent quote of one symbol of a conflated stream. All methods are called with the outbox locked.
 *
 * <p>At its turn whatever is newest is sent, so the last quote of a symbol always arrives. With a pace it takes its turn at once when the best bid or ask
 * price is another one than that sent last, else once the pace allows.
 */
final class Slot implements Entry {

    private final QuoteStream stream;
    private @Nullable LiveQuote newest;
    private @Nullable LiveQuote sent;
    private long sentNanos;
    private long merged;
    private boolean snapshot;
    private boolean queued;
    private boolean timed;

    Slot(QuoteStream stream) {
        this.stream = stream;
    }

    /** Takes a quote in place of the one that waits. */
    void put(LiveQuote quote, boolean snapshot) {
        if (newest != null) {
            merged++;
            stream.counters().merged();
        }
        newest = quote;
        this.snapshot |= snapshot;
        if (!queued) {
            queueOrWait(quote);
        }
    }

    private void queueOrWait(LiveQuote quote) {
        long wait = isOtherPrice(quote) ? 0 : nanosToWait();
        if (wait <= 0) {
            queue();
        } else if (!timed) {
            timed = true;
            stream.later(this, wait);
        }
    }

    private boolean isOtherPrice(LiveQuote quote) {
        LiveQuote last = sent;
        return last == null || last.bidPrice() != quote.bidPrice() || last.askPrice() != quote.askPrice();
    }

    private long nanosToWait() {
        return stream.everyNanos() == 0 ? 0 : sentNanos + stream.everyNanos() - System.nanoTime();
    }

    /** Takes its turn at once, if anything waits. */
    void queue() {
        if (newest != null && !queued) {
            queued = true;
            stream.outbox().add(this);
        }
    }

    /** The time that it had to wait is over; another quote may have gone meanwhile. */
    void due() {
        timed = false;
        LiveQuote waiting = newest;
        if (waiting != null && !queued && !stream.isEnded()) {
            queueOrWait(waiting);
        }
    }

    @Override
    public @Nullable Frame take() {
        queued = false;
        LiveQuote taken = newest;
        if (taken == null || stream.isEnded()) {
            return null;
        }
        QuoteFrame frame = new QuoteFrame(taken, snapshot, merged);
        sent = taken;
        sentNanos = System.nanoTime();
        newest = null;
        snapshot = false;
        merged = 0;
        return frame;
    }
}
