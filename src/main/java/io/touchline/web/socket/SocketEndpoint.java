package io.touchline.web.socket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tomcat's way to one {@link Connection}; there is one for each. */
final class SocketEndpoint extends Endpoint {

    private static final Logger LOG = LoggerFactory.getLogger(SocketEndpoint.class);

    private final Sockets sockets;
    private final Conversation.Opening opening;
    private volatile @Nullable Connection connection;

    SocketEndpoint(Sockets sockets, Conversation.Opening opening) {
        this.sockets = sockets;
        this.opening = opening;
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        Transport transport = new Transport(session, sockets.limits().stall());
        if (!sockets.hasRoom()) {
            refuse(transport);
            return;
        }
        Outbox outbox = new Outbox(sockets.limits().queuedQuotes());
        Connection opened = new Connection(sockets, transport, outbox, opening);
        connection = opened;
        session.addMessageHandler(String.class, opened::received);
        session.addMessageHandler(ByteBuffer.class, (part, last) -> opened.finish(Closing.BINARY));
        session.addMessageHandler(PongMessage.class, pong -> pong(opened, pong.getApplicationData()));
        sockets.add(opened);
    }

    private static void refuse(Transport transport) {
        try {
            transport.close(Closing.TOO_MANY);
        } catch (IOException e) {
            LOG.debug("socket=gone", e);
        }
    }

    private static void pong(Connection opened, ByteBuffer data) {
        if (data.remaining() == Long.BYTES) {
            opened.pong(data.getLong(data.position()));
        }
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        Connection ended = connection;
        if (ended != null) {
            ended.ended();
        }
    }

    /** What the client's network or the client itself did; the connection ends. */
    @Override
    public void onError(Session session, Throwable cause) {
        LOG.debug("socket=error", cause);
    }
}
