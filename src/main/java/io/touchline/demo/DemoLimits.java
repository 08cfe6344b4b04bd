package io.touchline.demo;

import java.time.Duration;

/**
 * When a demo ends by itself, whichever comes first, so that one that is forgotten does not fill the disk.
 *
 * @param messages how many it plays, about: the last packet is played whole; 1 to {@value #MOST_MESSAGES}
 * @param time how long it plays
 */
public record DemoLimits(long messages, Duration time) {

    /** More than a disk has room for, and few enough that no number runs out. */
    public static final long MOST_MESSAGES = 1_000_000_000_000L;

    public static final DemoLimits DEFAULT = new DemoLimits(20_000_000, Duration.ofMinutes(15));

    public DemoLimits {
        if (messages < 1 || messages > MOST_MESSAGES) {
            throw new IllegalArgumentException("messages: expected 1 to " + MOST_MESSAGES + ", found " + messages);
        }
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("time: expected more than none, found " + time);
        }
    }
}
