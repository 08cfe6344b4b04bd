package io.touchline.demo;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the demo is.
 *
 * @param speed of the last run; null before the first
 * @param messages that were handed in by the last run
 * @param time for which it has played
 * @param failure why it failed; null when it did not
 */
public record DemoState(
        Phase phase,
        @Nullable DemoSpeed speed,
        long messages,
        Duration time,
        @Nullable String failure) {

    static final DemoState IDLE = new DemoState(Phase.IDLE, null, 0, Duration.ZERO, null);

    /** How far a run is. */
    public enum Phase {
        /** There was none yet. */
        IDLE,
        RUNNING,
        /** Somebody stopped it. */
        STOPPED,
        /** It came to one of its limits. */
        FINISHED,
        /** The books took no more. */
        FAILED
    }
}
