package io.touchline.config;

import io.touchline.gateway.TopicsUnavailableException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in plain words why a gateway does not start. */
final class TopicsUnavailableAnalyzer extends AbstractFailureAnalyzer<TopicsUnavailableException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, TopicsUnavailableException cause) {
        return new FailureAnalysis(
                "The gateway cannot use its topics: " + cause.getMessage() + ".",
                "Check touchline.kafka.bootstrap, and that the brokers run and let this service read, write and, where a topic is missing,"
                        + " make it.",
                cause);
    }
}
