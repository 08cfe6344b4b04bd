package io.touchline.demo;

/**
 * Up to which time of the stream messages are due. One thread.
 *
 * <p>A stream that fell behind by more than a second goes on from where it is, and does not hurry after what it missed.
 */
final class DemoPace {

    static final long MOST_BEHIND_NANOS = 1_000_000_000L;

    private DemoSpeed speed = DemoSpeed.MAX;
    private long streamNanos;
    private long clockNanos;

    /**
     * The last time whose messages are due.
     *
     * @param wanted the speed from here on
     * @param clock as {@link System#nanoTime()} goes
     * @param next the time of the stream's next message
     */
    long due(DemoSpeed wanted, long clock, long next) {
        if (wanted != speed) {
            begin(wanted, clock, next);
        }
        if (speed == DemoSpeed.MAX) {
            return Long.MAX_VALUE;
        }
        if (due(clock) - next > MOST_BEHIND_NANOS * speed.factor()) {
            begin(wanted, clock, next);
        }
        return due(clock);
    }

    private void begin(DemoSpeed wanted, long clock, long next) {
        speed = wanted;
        clockNanos = clock;
        streamNanos = next;
    }

    private long due(long clock) {
        return streamNanos + (clock - clockNanos) * speed.factor();
    }
}
