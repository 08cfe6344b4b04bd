package io.touchline.web.socket;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.tomcat.websocket.Constants;
import org.apache.tomcat.websocket.WsSession;

/** Tomcat's side of a socket. Any thread. */
final class Transport {

    /** How long a close frame may find no room before the connection is cut. */
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(1);

    private final WsSession session;
    private final RemoteEndpoint.Async async;

    Transport(Session session, Duration stall) {
        this.session = (WsSession) session;
        this.async = session.getAsyncRemote();
        session.getUserProperties().put(Constants.BLOCKING_SEND_TIMEOUT_PROPERTY, stall.toMillis());
        session.getUserProperties().put(Constants.ABNORMAL_SESSION_CLOSE_SEND_TIMEOUT_PROPERTY, CLOSE_WAIT.toMillis());
    }

    /** Sends a frame without waiting; the handler may be told by the caller's thread. */
    void send(String text, SendHandler handler) {
        async.sendText(text, handler);
    }

    /** Sends a ping; may wait for room. */
    void ping(long number) throws IOException {
        session.getBasicRemote().sendPing(ByteBuffer.allocate(Long.BYTES).putLong(0, number));
    }

    /** Sends a close frame, or cuts the connection where it finds no room; may wait for it. */
    void close(Closing closing) throws IOException {
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
