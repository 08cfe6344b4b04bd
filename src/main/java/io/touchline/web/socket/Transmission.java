package io.touchline.web.socket;

import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Sends what is in an outbox, one frame after the other. Never two threads at once; never waits for the client.
 *
 * <p>A sender begins. Tomcat tells by a thread of its own that a frame is gone, and that thread goes on with the next; between two frames others have
 * their turn. While a frame finds no room in the socket, no thread is busy with it.
 */
final class Transmission implements Runnable, SendHandler {

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
            sendNext();
        } catch (RuntimeException e) {
            connection.lost();
        }
    }

    private void sendNext() {
        if (liveness.isPingDue(System.nanoTime()) && isPinging()) {
            return;
        }
        Frame frame = outbox.take();
        if (frame == null) {
            connection.idle();
        } else {
            send(frame.text());
        }
    }

    private void send(String text) {
        liveness.sending(text.length(), System.nanoTime());
        transport.send(text, this);
    }

    /** A frame is gone, or will never go. */
    @Override
    public void onResult(SendResult result) {
        if (!result.isOK()) {
            connection.lost();
            return;
        }
        lastSentNanos = System.nanoTime();
        liveness.sent(lastSentNanos);
        connection.sent();
        run();
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
}
