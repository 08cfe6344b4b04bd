package io.touchline.web.socket;

import java.time.Duration;

/**
 * Whether a client reads. It shows so by answering pings, and by taking what was in the way of a frame. Any thread.
 *
 * <p>Pings go out with the frames, one every so many characters and one every so often. So a slow client, which takes long to come to the last of
 * them, answers one now and then, and one that reads nothing answers none, even while there is room in the buffers between.
 */
final class Liveness {

    private static final int CHARACTERS_PER_PING = 64 << 10;
    private static final long BLOCKED_NANOS = Duration.ofMillis(100).toNanos();
    private static final int PINGS_PER_STALL = 3;
    private static final int MOST_UNANSWERED = 256;

    private final long stallNanos;
    private long pinged;
    private long answered;
    private long lastPingNanos;
    private long waitingSinceNanos;
    private int characters;
    private long sendingSinceNanos;
    private boolean sending;
    private boolean deaf;

    Liveness(long stallNanos, long nowNanos) {
        this.stallNanos = stallNanos;
        lastPingNanos = nowNanos;
    }

    /** A frame is handed to the socket. */
    synchronized void sending(int characters, long nowNanos) {
        this.characters += characters;
        startWaiting(nowNanos);
        sending = true;
        sendingSinceNanos = nowNanos;
    }

    /** The frame is gone; when it took long, it is the client that made room. */
    synchronized void sent(long nowNanos) {
        sending = false;
        if (nowNanos - sendingSinceNanos > BLOCKED_NANOS) {
            waitingSinceNanos = nowNanos;
        }
    }

    synchronized boolean isPingDue(long nowNanos) {
        return pinged - answered < MOST_UNANSWERED
                && (characters >= CHARACTERS_PER_PING || nowNanos - lastPingNanos >= stallNanos / PINGS_PER_STALL);
    }

    /** Counts a ping that is about to be sent; answers its number. */
    synchronized long ping(long nowNanos) {
        startWaiting(nowNanos);
        lastPingNanos = nowNanos;
        characters = 0;
        return ++pinged;
    }

    /** A ping came back. */
    synchronized void pong(long number, long nowNanos) {
        if (number > answered && number <= pinged) {
            answered = number;
            waitingSinceNanos = nowNanos;
        }
    }

    /** Says whether the socket is not read, so that answers to pings cannot come. */
    synchronized void deaf(boolean deaf, long nowNanos) {
        this.deaf = deaf;
        waitingSinceNanos = nowNanos;
    }

    private void startWaiting(long nowNanos) {
        if (!sending && pinged == answered) {
            waitingSinceNanos = nowNanos;
        }
    }

    /** Whether the client has shown for too long that it reads nothing. */
    synchronized boolean isStalled(long nowNanos) {
        boolean waiting = sending || (pinged > answered && !deaf);
        return waiting && nowNanos - waitingSinceNanos > stallNanos;
    }
}
