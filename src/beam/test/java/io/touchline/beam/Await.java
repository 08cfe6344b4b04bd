package io.touchline.beam;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what a job does. Static. */
final class Await {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int PAUSE_MILLIS = 50;

    private Await() {}

    static void until(String what, RunningJob job, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            job.check();
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("expected " + what + " within " + PATIENCE + ", found none");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
