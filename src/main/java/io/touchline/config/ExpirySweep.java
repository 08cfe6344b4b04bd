package io.touchline.config;

import io.touchline.convert.ConversionStore;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes expired results from disk; that they are expired shows at once without it. */
@Component
class ExpirySweep {

    private final ConversionStore store;

    ExpirySweep(ConversionStore store) {
        this.store = store;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void sweep() throws IOException {
        store.removeExpired();
    }
}
