package io.touchline.config;

import io.touchline.journal.DamagedJournalException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in plain words why the service does not start on a damaged journal. */
final class DamagedJournalAnalyzer extends AbstractFailureAnalyzer<DamagedJournalException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, DamagedJournalException cause) {
        return new FailureAnalysis(
                "The journal of live books is damaged: " + cause.getMessage() + ".",
                "Bring back the data directory from a copy. Or, to begin without live books, move its directory \"live\" away.",
                cause);
    }
}
