package io.touchline.config;

import io.touchline.convert.DataDirInUseException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in plain words why a second service on the same data does not start. */
final class DataDirInUseAnalyzer extends AbstractFailureAnalyzer<DataDirInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, DataDirInUseException cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Stop that process, or give this one a touchline.data-dir of its own.", cause);
    }
}
