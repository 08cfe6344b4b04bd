package io.touchline.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.touchline.convert.ConversionOptions;
import io.touchline.convert.ConversionReport;
import io.touchline.convert.KeptConversion;
import io.touchline.convert.RunningConversion;
import io.touchline.csv.Times;
import java.time.Instant;

/** A conversion as it is shown: finished with its report, or running with how far it is. */
sealed interface ConversionView {

    /** How far a conversion is. */
    record Running(String id, String state, String started, ConversionOptions options, long bytes, long rows)
            implements ConversionView {}

    /** What a finished conversion did; the report's fields stand beside the others. */
    record Finished(
            String id,
            String state,
            String created,
            String expires,
            @JsonUnwrapped ConversionReport report) implements ConversionView {}

    static ConversionView of(RunningConversion running) {
        return new Running(
                running.id(),
                "running",
                time(running.started()),
                running.options(),
                running.conversion().bytesRead(),
                running.conversion().rowsRead());
    }

    static ConversionView of(KeptConversion kept) {
        return new Finished(kept.id(), "finished", time(kept.created()), time(kept.expires()), kept.report());
    }

    /** To the millisecond: more digits would say nothing. */
    private static String time(Instant instant) {
        return Times.text(Math.multiplyExact(instant.toEpochMilli(), 1_000_000L));
    }
}
