package io.touchline.gateway;

import org.jspecify.annotations.Nullable;

/** The brokers do not answer, or do not let the gateway have its topics. */
public final class TopicsUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TopicsUnavailableException(String problem) {
        super(problem);
    }

    TopicsUnavailableException(@Nullable Throwable cause) {
        super(cause == null ? "no answer" : String.valueOf(cause.getMessage()), cause);
    }
}
