package io.touchline.web.socket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CompletionHandler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is in an outbox, some frames at once, in their order. Never two threads at once; never waits for the client.
 *
 * <p>A sender does it, as long as the socket has room. When it has none, Tomcat tells by a thread of its own that the frames are gone; till then no thread is
 * busy with them. After many frames others have their turn.
 */
final class Transmission implements CompletionHandler<Long, @Nullable Void> {

    private static final int FRAMES_AT_ONCE = 32;
    private static final long AGAIN_NANOS = Duration.ofMillis(1).toNanos();

    private final Connection connection;
    private final Outbox outbox;
    private final Transport transport;
    private final Liveness liveness;
    private final Sockets sockets;
    private volatile int underWay;
    private volatile long lastSentNanos = System.nanoTime();

    Transmission(Connection connection, Outbox outbox, Transport transport, Liveness liveness, Sockets sockets) {
        this.connection = connection;
        this.outbox = outbox;
        this.transport = transport;
        this.liveness = liveness;
        this.sockets = sockets;
    }

    /** Has a sender begin. */
    void start() {
        execute(this::sendNext);
    }

    private void execute(Runnable task) {
        try {
            sockets.senders().execute(() -> runOrLose(task));
        } catch (RejectedExecutionException e) {
            connection.lost();
        }
    }

    private void runOrLose(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            connection.lost();
        }
    }

    private void sendNext() {
        if (liveness.isPingDue(System.nanoTime()) && isPinging()) {
            return;
        }
        List<Frame> frames = outbox.take(FRAMES_AT_ONCE);
        if (frames.isEmpty()) {
            connection.idle();
        } else {
            send(frames);
        }
    }

    private void send(List<Frame> frames) {
        ByteBuffer bytes = WireFrames.of(frames);
        underWay = frames.size();
        liveness.sending(bytes.remaining(), System.nanoTime());
        write(bytes);
    }

    private void write(ByteBuffer bytes) {
        switch (transport.write(bytes, this)) {
            case INLINE -> sent();
            case NOT_DONE -> sockets.timer().later(() -> execute(() -> write(bytes)), AGAIN_NANOS);
            default -> {
                // the handler is told
            }
        }
    }

    private void sent() {
        lastSentNanos = System.nanoTime();
        liveness.sent(lastSentNanos);
        connection.sent(underWay);
        if (outbox.goesOn()) {
            start();
        } else {
            connection.idle();
        }
    }

    /** The frames are gone, later than at once. */
    @Override
    public void completed(Long bytes, @Nullable Void attachment) {
        sent();
    }

    /** The frames will never go. */
    @Override
    public void failed(Throwable cause, @Nullable Void attachment) {
        connection.lost();
    }

    /** Leaves a ping, which may block, to a thread that does not send; when there is none, the ping has to wait. */
    private boolean isPinging() {
        try {
            sockets.pingers().execute(this::ping);
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
