package io.touchline.web.socket;

import io.touchline.live.BooksBusyException;
import io.touchline.live.JournalUnavailableException;
import io.touchline.live.LiveBooks;
import io.touchline.live.SubscriptionRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The subscriptions of a connection: symbols, or all books. Any thread.
 *
 * <p>A symbol that is subscribed to again begins anew. All books take the place of the symbols named before.
 */
final class Streams {

    private final Sockets sockets;
    private final LiveBooks books;
    private final Outbox outbox;
    private final Map<String, QuoteStream> byName = new LinkedHashMap<>();
    private boolean ended;

    Streams(Sockets sockets, LiveBooks books, Outbox outbox) {
        this.sockets = sockets;
        this.books = books;
        this.outbox = outbox;
    }

    /** Starts one, or says why not. */
    void start(String name, StreamOptions options, long from, List<String> errors) {
        boolean all = name.equals(SubscriptionRequest.ALL);
        if (all && from != SubscriptionRequest.NOW) {
            errors.add(error(name, ErrorCode.BAD_FIELD, "field from: expected none with *"));
        } else if (!all && has(SubscriptionRequest.ALL)) {
            errors.add(error(name, ErrorCode.COVERED, "* is subscribed to, which has every symbol"));
        } else if (isFull(name)) {
            errors.add(error(
                    name,
                    ErrorCode.TOO_MANY_SUBSCRIPTIONS,
                    "more than " + sockets.limits().subscriptions() + " (touchline.socket.subscriptions)"));
        } else {
            replace(name, all);
            subscribe(new SubscriptionRequest(name, options.emit(), from), options, errors);
        }
    }

    private synchronized boolean has(String name) {
        return byName.containsKey(name);
    }

    private synchronized boolean isFull(String name) {
        return !name.equals(SubscriptionRequest.ALL)
                && !byName.containsKey(name)
                && byName.size() >= sockets.limits().subscriptions();
    }

    private void replace(String name, boolean all) {
        for (QuoteStream old : all ? takeAll() : take(name)) {
            old.end();
        }
    }

    private void subscribe(SubscriptionRequest request, StreamOptions options, List<String> errors) {
        QuoteStream stream =
                new QuoteStream(request.symbol(), options, outbox, sockets.counters(), sockets.timer(), this::remove);
        if (!put(stream)) {
            return;
        }
        try {
            stream.subscription(books.subscribe(request, stream));
        } catch (BooksBusyException e) {
            remove(stream);
            errors.add(error(request.symbol(), ErrorCode.BUSY, String.valueOf(e.getMessage())));
        } catch (JournalUnavailableException e) {
            remove(stream);
            errors.add(error(request.symbol(), ErrorCode.UNAVAILABLE, String.valueOf(e.getMessage())));
        }
    }

    private synchronized boolean put(QuoteStream stream) {
        if (!ended) {
            byName.put(stream.name(), stream);
        }
        return !ended;
    }

    /** Ends one; all books stand for all that there is. */
    void stop(String name, List<String> errors) {
        List<QuoteStream> stopped = name.equals(SubscriptionRequest.ALL) ? takeAll() : take(name);
        if (stopped.isEmpty()) {
            errors.add(error(name, ErrorCode.NOT_SUBSCRIBED, "there is no such subscription"));
        }
        stopped.forEach(QuoteStream::end);
    }

    private synchronized List<QuoteStream> take(String name) {
        QuoteStream taken = byName.remove(name);
        return taken == null ? List.of() : List.of(taken);
    }

    private synchronized List<QuoteStream> takeAll() {
        List<QuoteStream> taken = List.copyOf(byName.values());
        byName.clear();
        return taken;
    }

    private synchronized void remove(QuoteStream stream) {
        byName.remove(stream.name(), stream);
    }

    /** What is subscribed to, in the order in which it was. */
    synchronized List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** Ends all; none starts any more. */
    void end() {
        List<QuoteStream> ending;
        synchronized (this) {
            ended = true;
            ending = takeAll();
        }
        ending.forEach(QuoteStream::end);
    }

    static String error(String symbol, ErrorCode code, String detail) {
        return Json.object()
                .text("symbol", symbol)
                .text("code", code.toString())
                .text("detail", detail)
                .end();
    }
}
