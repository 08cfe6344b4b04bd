package io.touchline.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.touchline.convert.CancelledException;
import io.touchline.convert.ConversionReport;
import io.touchline.convert.Conversions;
import io.touchline.convert.InputFailedException;
import io.touchline.convert.TooBusyException;
import io.touchline.csv.UnreadableInputException;
import io.touchline.feed.LimitExceededException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Counts conversions by what became of them, their rows and their time. Any thread. */
@Component
class ConversionMetrics {

    private final MeterRegistry registry;
    private final Counter rows;
    private final Timer time;

    ConversionMetrics(MeterRegistry registry, Conversions conversions) {
        this.registry = registry;
        this.rows = Counter.builder("touchline.conversion.rows")
                .description("rows of level 3 read by finished conversions")
                .register(registry);
        this.time = Timer.builder("touchline.conversion")
                .description("time that finished conversions took")
                .register(registry);
        Gauge.builder("touchline.conversions.running", conversions, Conversions::busy)
                .description("conversions under way")
                .register(registry);
    }

    /** Runs a conversion and counts it. */
    <T> T count(Run<T> run, Function<T, ConversionReport> report) throws IOException {
        long start = System.nanoTime();
        try {
            T result = run.run();
            rows.increment((double) report.apply(result).rows());
            time.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            outcome("finished");
            return result;
        } catch (IOException | RuntimeException e) {
            outcome(outcomeOf(e));
            throw e;
        }
    }

    private void outcome(String outcome) {
        registry.counter("touchline.conversions", "outcome", outcome).increment();
    }

    private static String outcomeOf(Exception e) {
        if (e instanceof UnreadableInputException) {
            return "unreadable";
        }
        if (e instanceof LimitExceededException) {
            return "limit";
        }
        if (e instanceof CancelledException) {
            return "cancelled";
        }
        if (e instanceof InputFailedException) {
            return "disconnected";
        }
        return e instanceof TooBusyException ? "busy" : "failed";
    }

    /** A conversion to be counted. */
    @FunctionalInterface
    interface Run<T> {
        T run() throws IOException;
    }
}
