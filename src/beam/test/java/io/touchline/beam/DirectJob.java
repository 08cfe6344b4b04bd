package io.touchline.beam;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricsFilter;

/** A stream on the direct engine, whose threads are of this process. */
final class DirectJob implements RunningJob {

    private final PipelineResult result;

    DirectJob(Pipeline pipeline) {
        result = pipeline.run();
    }

    @Override
    public void check() {
        PipelineResult.State state = result.getState();
        if (state != PipelineResult.State.RUNNING) {
            result.waitUntilFinish();
            throw new IllegalStateException("job: expected it to run, found " + state);
        }
    }

    /** The counters so far. */
    Map<String, Long> counters() {
        Map<String, Long> counters = new TreeMap<>();
        result.metrics()
                .queryMetrics(MetricsFilter.builder().build())
                .getCounters()
                .forEach(counter -> counters.merge(counter.getName().getName(), counter.getAttempted(), Long::sum));
        return counters;
    }

    @Override
    public void close() throws IOException {
        result.cancel();
    }
}
