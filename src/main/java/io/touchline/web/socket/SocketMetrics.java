package io.touchline.web.socket;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** Shows what {@link SocketCounters} count. */
@Component
final class SocketMetrics {

    SocketMetrics(MeterRegistry registry, Sockets sockets) {
        Gauge.builder("touchline.sockets", sockets, Sockets::size)
                .description("open sockets")
                .register(registry);
        SocketCounters counters = sockets.counters();
        count(registry, counters, "frames.sent", "frames sent", SocketCounters::sentFrames);
        count(
                registry,
                counters,
                "frames.dropped",
                "frames unsent at the end of sockets",
                SocketCounters::droppedFrames);
        count(registry, counters, "quotes.conflated", "quotes replaced before sent", SocketCounters::mergedQuotes);
        count(registry, counters, "lagging", "subscriptions conflated since slow", SocketCounters::lagging);
        count(registry, counters, "slow", "sockets closed since nothing was read", SocketCounters::slowClients);
    }

    private static void count(
            MeterRegistry registry,
            SocketCounters counters,
            String name,
            String description,
            ToDoubleFunction<SocketCounters> value) {
        FunctionCounter.builder("touchline.socket." + name, counters, value)
                .description(description)
                .register(registry);
    }
}
