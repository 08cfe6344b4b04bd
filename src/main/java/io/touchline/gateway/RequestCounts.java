package io.touchline.gateway;

import io.touchline.binary.MessageReader;
import io.touchline.binary.NumberReader;
import io.touchline.feed.Action;
import io.touchline.live.Applied;
import io.touchline.live.BookCounters;
import io.touchline.live.LiveCounters;
import io.touchline.live.LiveRequest;
import java.util.Arrays;

/** What became of the requests of this gateway, as they were answered. Any thread. */
final class RequestCounts {

    private final long[] actions = new long[Action.COUNT];
    private BookCounters messages = BookCounters.NONE;
    private long requests;

    /** Counts an answered request. */
    synchronized void add(LiveRequest request, Applied applied) {
        NumberReader in = new NumberReader().moveTo(request.bytes(), 0, request.length());
        in.octet();
        in.octets();
        MessageReader reader = new MessageReader();
        reader.moveTo(in);
        while (in.hasMore()) {
            actions[reader.read(0).action().code()]++;
        }
        messages = messages.plus(applied.counters());
        requests++;
    }

    synchronized LiveCounters counters(long changes, int books, int subscriptions, int waiting) {
        return new LiveCounters(
                messages,
                Arrays.stream(actions).boxed().toList(),
                requests,
                changes,
                0,
                books,
                subscriptions,
                waiting,
                LiveCounters.JournalCounters.NONE);
    }
}
