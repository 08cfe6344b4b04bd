package io.touchline.web.socket;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client's socket: what comes in, what goes out, and its end.
 *
 * <p>Frames come in by one thread at a time; all other methods may be called by any thread. While many answers wait, or much is under way, the socket is
 * not read.
 */
final class Connection {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final long GRACE_SECONDS = 5;

    private final Sockets sockets;
    private final Transport transport;
    private final Outbox outbox;
    private final Liveness liveness;
    private final Transmission transmission;
    private final Conversation conversation;
    private final TextParts parts;
    private final AtomicReference<@Nullable Closing> closing = new AtomicReference<>();
    private final Object reading = new Object();
    private volatile boolean suspended;

    Connection(Sockets sockets, Transport transport, Outbox outbox, Conversation.Opening opening) {
        this.sockets = sockets;
        this.transport = transport;
        this.outbox = outbox;
        parts = new TextParts(sockets.limits().frameCharacters());
        liveness = new Liveness(sockets.limits().stall().toNanos(), System.nanoTime());
        transmission = new Transmission(this, outbox, transport, liveness, sockets);
        conversation = opening.open(this);
        outbox.sender(transmission::start);
    }

    Outbox outbox() {
        return outbox;
    }

    /** A part of a frame of text came. */
    void received(String part, boolean last) {
        if (closing.get() != null) {
            return;
        }
        if (!parts.add(part)) {
            finish(Closing.tooBig(sockets.limits().frameCharacters()));
        } else if (last) {
            converse(parts.take());
        }
    }

    private void converse(String text) {
        try {
            conversation.received(text);
            regulate();
        } catch (RuntimeException e) {
            LOG.error("socket=failed", e);
            finish(Closing.FAILED);
        }
    }

    /** A ping came back. */
    void pong(long number) {
        liveness.pong(number, System.nanoTime());
    }

    /** Stops reading the socket, or goes on. */
    void regulate() {
        synchronized (reading) {
            int most = suspended ? Outbox.MANY_CHARACTERS / 2 : Outbox.MANY_CHARACTERS;
            boolean stop = outbox.characters() > most || conversation.isFull();
            if (stop != suspended && closing.get() == null) {
                suspended = stop;
                liveness.deaf(stop, System.nanoTime());
                if (stop) {
                    transport.suspend();
                } else {
                    transport.resume();
                }
            }
        }
    }

    /** Frames were sent. */
    void sent(int frames) {
        sockets.counters().sent(frames);
        if (suspended) {
            regulate();
        }
    }

    /** Nothing is there to be sent. */
    void idle() {
        if (outbox.isDone()) {
            Closing why = closing.get();
            sockets.closeLater(this, why == null ? Closing.FAILED : why);
        }
    }

    /** Does what is due: a heartbeat, a ping, the end of a client that does not read. */
    void tick(long nowNanos, String heartbeat) {
        if (closing.get() != null) {
            return;
        }
        if (liveness.isStalled(nowNanos)) {
            abandon(Closing.slow(sockets.limits().stall().toSeconds()));
        } else if (outbox.characters() > Outbox.MOST_CHARACTERS) {
            abandon(Closing.backlog());
        } else if (isHeartbeatDue(nowNanos)) {
            outbox.send(heartbeat);
        } else if (liveness.isPingDue(nowNanos)) {
            outbox.wakeAnyway();
        }
    }

    private boolean isHeartbeatDue(long nowNanos) {
        return conversation.hasHeartbeat()
                && nowNanos - transmission.lastSentNanos()
                        >= sockets.limits().heartbeat().toNanos()
                && outbox.characters() == 0;
    }

    /** The service stops. */
    void goAway() {
        conversation.goAway();
    }

    /** Ends the connection once what waits is sent, or after a while. */
    void finish(Closing why) {
        finish(why, GRACE_SECONDS);
    }

    /** Ends the connection of a client that does not read: forgets what waits. It is told why should it read again soon. */
    private void abandon(Closing why) {
        sockets.counters().slow();
        LOG.debug("socket=slow reason=\"{}\"", why.reason());
        sockets.counters().dropped(outbox.drop());
        finish(why, sockets.limits().stall().toSeconds() + GRACE_SECONDS);
    }

    private void finish(Closing why, long graceSeconds) {
        if (closing.compareAndSet(null, why)) {
            conversation.ended();
            outbox.finish();
            outbox.wakeAnyway();
            sockets.timer().later(() -> sockets.closeLater(this, why), TimeUnit.SECONDS.toNanos(graceSeconds));
        }
    }

    /** Sends the close frame; may block. */
    void close(Closing why) {
        try {
            transport.close(why);
        } catch (IOException | IllegalStateException e) {
            LOG.debug("socket=gone", e);
        }
    }

    /** The socket failed. */
    void lost() {
        ended();
        sockets.closeLater(this, Closing.FAILED);
    }

    /** The socket is closed, by whomever. */
    void ended() {
        closing.compareAndSet(null, Closing.GOING_AWAY);
        conversation.ended();
        sockets.counters().dropped(outbox.drop());
        sockets.remove(this);
    }
}
