package io.touchline.web.socket;

import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Sends what is in an outbox, one frame after the other. Never two threads at once; never waits for the client.
 *
 * <p>A frame that finds room is sent by the thread that runs this, which then goes on with the next. One that does not is sent once there is room, and
 * the thread goes on with other connections meanwhile. After some frames others have their turn.
 */
final class Transmission implements Runnable {

    private static final int MOST_IN_A_ROW = 64;

    private final Connection connection;
    private final Outbox outbox;
    private final Transport transport;
    private final Liveness liveness;
    private final Executor senders;
    private final Executor pingers;
    private volatile long lastSentNanos = System.nanoTime();

    Transmission(
            Connection connection,
            Outbox outbox,
            Transport transport,
            Liveness liveness,
            Executor senders,
            Executor pingers) {
        this.connection = connection;
        this.outbox = outbox;
        this.transport = transport;
        this.liveness = liveness;
        this.senders = senders;
        this.pingers = pingers;
    }

    /** Has a sender run this. */
    void start() {
        try {
            senders.execute(this);
        } catch (RejectedExecutionException e) {
            connection.lost();
        }
    }

    @Override
    public void run() {
        try {
            sendSome();
        } catch (RuntimeException e) {
            connection.lost();
        }
    }

    private void sendSome() {
        for (int i = 0; i < MOST_IN_A_ROW; i++) {
            if (liveness.isPingDue(System.nanoTime()) && isPinging()) {
                return;
            }
            Frame frame = outbox.take();
            if (frame == null) {
                connection.idle();
                return;
            }
            if (!send(frame.text())) {
                return;
            }
        }
        start();
    }

    /** Sends a frame; answers whether it is sent already. */
    private boolean send(String text) {
        Sending sending = new Sending();
        liveness.sent(text.length());
        transport.send(text, sending);
        return sending.isSentAtOnce();
    }

    private void sent() {
        lastSentNanos = System.nanoTime();
        connection.sent();
    }

    /** Leaves a ping, which may block, to a thread that does not send; when there is none, the ping has to wait. */
    private boolean isPinging() {
        try {
            pingers.execute(this::ping);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    private void ping() {
        try {
            transport.ping(liveness.ping(System.nanoTime()));
            start();
        } catch (IOException | RuntimeException e) {
            connection.lost();
        }
    }

    /** When a frame was sent last, as {@link System#nanoTime()} goes. */
    long lastSentNanos() {
        return lastSentNanos;
    }

    private enum Phase {
        STARTED,
        LEFT_TO_THE_SOCKET,
        SENT
    }

    /** A frame on its way: whoever is later, the thread that sends or the socket, goes on. */
    private final class Sending implements SendHandler {

        private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.STARTED);

        boolean isSentAtOnce() {
            if (phase.get() == Phase.SENT) {
                return true;
            }
            liveness.blocked(System.nanoTime());
            if (phase.compareAndSet(Phase.STARTED, Phase.LEFT_TO_THE_SOCKET)) {
                return false;
            }
            liveness.notBlocked();
            return true;
        }

        @Override
        public void onResult(SendResult result) {
            if (!result.isOK()) {
                connection.lost();
                return;
            }
            sent();
            if (!phase.compareAndSet(Phase.STARTED, Phase.SENT)) {
                liveness.unblocked(System.nanoTime());
                start();
            }
        }
    }
}
