package io.touchline.web.live;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.touchline.book.Outcome;
import io.touchline.feed.Action;
import io.touchline.live.LiveBooks;
import io.touchline.live.LiveCounters;
import io.touchline.live.LiveCounters.JournalCounters;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/**
 * Shows the counters of live books.
 *
 * <p>All actions of {@code touchline.live.messages} together are all outcomes of {@code touchline.live.outcomes} together and those held.
 */
@Component
class BookMetrics implements MeterBinder {

    private final LiveBooks books;
    private final EventStreams streams;

    BookMetrics(LiveBooks books, EventStreams streams) {
        this.books = books;
        this.streams = streams;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (int code = 0; code < Action.COUNT; code++) {
            messages(registry, Action.of(code));
        }
        for (Outcome outcome : Outcome.values()) {
            outcomes(registry, outcome.name(), all -> all.messages().of(outcome));
        }
        outcomes(registry, "DUPLICATE_ROW", all -> all.messages().duplicateRows());
        outcomes(registry, "LATE_ROW", all -> all.messages().lateRows());
        outcomes(registry, "FORGOTTEN", LiveCounters::forgotten);
        gauge(registry, "touchline.live.held", "messages held back", all -> all.messages()
                .held());
        count(registry, "touchline.live.requests", "requests applied", LiveCounters::requests);
        count(registry, "touchline.live.packets", "packets, one quote each", all -> all.messages()
                .packets());
        count(registry, "touchline.live.quotes", "quotes that changed a value", LiveCounters::changes);
        gauge(registry, "touchline.live.books", "books", LiveCounters::books);
        gauge(registry, "touchline.live.subscriptions", "subscriptions of all kinds", LiveCounters::subscriptions);
        gauge(registry, "touchline.live.queued", "requests that wait for the journal", LiveCounters::queuedRequests);
        if (!books.counters().journal().equals(JournalCounters.NONE)) {
            bindJournal(registry);
        }
        bindStreams(registry);
    }

    private void bindJournal(MeterRegistry registry) {
        gauge(registry, "touchline.live.journal.size", "bytes of all journal files", all -> all.journal()
                .bytes());
        gauge(registry, "touchline.live.journal.files", "journal files", all -> all.journal()
                .segments());
        count(registry, "touchline.live.journal.records", "records written", all -> all.journal()
                .records());
    }

    private void bindStreams(MeterRegistry registry) {
        Gauge.builder("touchline.live.streams", streams, EventStreams::size)
                .description("open streams of server-sent events")
                .register(registry);
        FunctionCounter.builder("touchline.live.streams.merged", streams, EventStreams::merged)
                .description("quotes that slow streams had merged into later ones")
                .register(registry);
    }

    private void messages(MeterRegistry registry, Action action) {
        FunctionCounter.builder("touchline.live.messages", books, each -> each.counters()
                        .received(action))
                .tag("action", lowered(action.name()))
                .description("messages received")
                .register(registry);
    }

    private void outcomes(MeterRegistry registry, String name, ToDoubleFunction<LiveCounters> count) {
        FunctionCounter.builder("touchline.live.outcomes", books, each -> count.applyAsDouble(each.counters()))
                .tag("outcome", lowered(name))
                .description("what became of messages")
                .register(registry);
    }

    private void count(MeterRegistry registry, String name, String what, ToDoubleFunction<LiveCounters> count) {
        FunctionCounter.builder(name, books, each -> count.applyAsDouble(each.counters()))
                .description(what)
                .register(registry);
    }

    private void gauge(MeterRegistry registry, String name, String what, ToDoubleFunction<LiveCounters> value) {
        Gauge.builder(name, books, each -> value.applyAsDouble(each.counters()))
                .description(what)
                .register(registry);
    }

    private static String lowered(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
