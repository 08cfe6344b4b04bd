package io.touchline.web.socket;

import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CompletionHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.apache.tomcat.util.net.SocketWrapperBase.BlockingMode;
import org.apache.tomcat.util.net.SocketWrapperBase.CompletionState;
import org.apache.tomcat.websocket.Constants;
import org.apache.tomcat.websocket.WsSession;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's side of a socket. Any thread.
 *
 * <p>Frames of text go straight to the TCP socket, many at once; all others are Tomcat's. It writes one thing after the other, whole, whoever asks.
 */
final class Transport {

    /** How long a close frame may find no room before the connection is cut. */
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(1);

    private static final long NO_TIMEOUT = -1;

    private final WsSession session;
    private final SocketWrapperBase<?> socket;
    private boolean closed;

    Transport(Session session, Duration stall) {
        this.session = (WsSession) session;
        this.socket = SocketUpgrade.socket(session);
        session.getUserProperties().put(Constants.BLOCKING_SEND_TIMEOUT_PROPERTY, stall.toMillis());
        session.getUserProperties().put(Constants.ABNORMAL_SESSION_CLOSE_SEND_TIMEOUT_PROPERTY, CLOSE_WAIT.toMillis());
    }

    /**
     * Writes frames without waiting: at once ({@code INLINE}), or not at all while something else is being written ({@code NOT_DONE}), or else the handler
     * is told when they are gone, or that they never will be.
     *
     * @throws IllegalStateException once the socket is closed, since nothing comes behind a close frame
     */
    synchronized CompletionState write(ByteBuffer frames, CompletionHandler<Long, @Nullable Void> handler) {
        if (closed || !session.isOpen()) {
            throw new IllegalStateException("the socket is closed");
        }
        return socket.write(
                BlockingMode.NON_BLOCK,
                NO_TIMEOUT,
                TimeUnit.MILLISECONDS,
                null,
                SocketWrapperBase.COMPLETE_WRITE,
                handler,
                frames);
    }

    /** Sends a ping; may wait for room. */
    void ping(long number) throws IOException {
        session.getBasicRemote().sendPing(ByteBuffer.allocate(Long.BYTES).putLong(0, number));
    }

    /** Sends a close frame, or cuts the connection where it finds no room; may wait for it. */
    void close(Closing closing) throws IOException {
        synchronized (this) {
            closed = true;
        }
        session.close(closing.toReason());
    }

    /** Reads no more; the client finds that its frames have no room any more. */
    void suspend() {
        session.suspend();
    }

    /** Reads again. */
    void resume() {
        session.resume();
    }
}
