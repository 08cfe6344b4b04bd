package io.touchline.web.socket;

import io.touchline.live.LiveQuote;
import io.touchline.live.QuoteSubscriber;
import io.touchline.live.Subscription;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One subscription of a connection: puts quotes into its outbox, all of them or the newest of each symbol. The books' threads tell it; it never blocks.
 *
 * <p>One that is to miss no quote and finds no room becomes conflated for good, and the client is told.
 */
final class QuoteStream implements QuoteSubscriber {

    private final String name;
    private final StreamOptions options;
    private final Outbox outbox;
    private final SocketCounters counters;
    private final SocketTimer timer;
    private final Consumer<QuoteStream> onTooOld;
    private final Map<String, Slot> slots = new HashMap<>();
    private boolean conflated;
    private boolean ended;
    private @Nullable Subscription subscription;

    /**
     * A stream that nobody tells yet.
     *
     * @param name the symbol, or that of all books
     * @param onTooOld hears that it ended since it could not start where it was to
     */
    QuoteStream(
            String name,
            StreamOptions options,
            Outbox outbox,
            SocketCounters counters,
            SocketTimer timer,
            Consumer<QuoteStream> onTooOld) {
        this.name = name;
        this.options = options;
        this.outbox = outbox;
        this.counters = counters;
        this.timer = timer;
        this.onTooOld = onTooOld;
        conflated = options.latest();
    }

    /** The symbol, or that of all books. */
    String name() {
        return name;
    }

    /** Names what ends with this stream. */
    void subscription(Subscription subscription) {
        boolean late;
        synchronized (outbox) {
            this.subscription = subscription;
            late = ended;
        }
        if (late) {
            subscription.close();
        }
    }

    /** Ends it: nothing of it is sent any more. */
    void end() {
        Subscription ending;
        synchronized (outbox) {
            ended = true;
            ending = subscription;
            slots.clear();
        }
        if (ending != null) {
            ending.close();
        }
    }

    @Override
    public void quote(LiveQuote quote, boolean snapshot) {
        synchronized (outbox) {
            if (ended) {
                return;
            }
            if (!conflated && !outbox.addQuote(new QuoteEntry(this, quote, snapshot))) {
                lag();
            }
            if (conflated) {
                slots.computeIfAbsent(quote.symbol(), symbol -> new Slot(this)).put(quote, snapshot);
            }
        }
        outbox.wake();
    }

    private void lag() {
        conflated = true;
        counters.addLagging();
        outbox.add(new TextEntry(Json.ofType("lagging").text("symbol", name).end()));
    }

    @Override
    public void tooOld(String symbol, long oldest) {
        synchronized (outbox) {
            if (ended) {
                return;
            }
            ended = true;
            outbox.add(new TextEntry(Json.ofType("too_old")
                    .text("symbol", symbol)
                    .number("oldest", oldest)
                    .end()));
        }
        onTooOld.accept(this);
        outbox.wake();
    }

    /** Tells that a book is gone, behind its last quote. */
    @Override
    public void forgotten(String symbol) {
        synchronized (outbox) {
            if (ended) {
                return;
            }
            Slot slot = slots.remove(symbol);
            if (slot != null) {
                slot.queue();
            }
            outbox.add(new TextEntry(
                    Json.ofType("forgotten").text("symbol", symbol).end()));
        }
        outbox.wake();
    }

    /** Half of what has room, since other streams of the connection need some. */
    @Override
    public int room() {
        synchronized (outbox) {
            return conflated || ended ? Integer.MAX_VALUE : (outbox.room() + 1) / 2;
        }
    }

    /** Has a slot told when a time is over. */
    void later(Slot slot, long nanos) {
        timer.later(() -> due(slot), nanos);
    }

    private void due(Slot slot) {
        synchronized (outbox) {
            slot.due();
        }
        outbox.wake();
    }

    Outbox outbox() {
        return outbox;
    }

    SocketCounters counters() {
        return counters;
    }

    long everyNanos() {
        return options.everyNanos();
    }

    /** Whether nothing of it is sent any more; with the outbox locked. */
    boolean isEnded() {
        return ended;
    }

    StreamOptions options() {
        return options;
    }
}
