package io.touchline.web.socket;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.websocket.Extension;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.apache.tomcat.websocket.Transformation;
import org.apache.tomcat.websocket.server.WsHandshakeRequest;
import org.apache.tomcat.websocket.server.WsHttpUpgradeHandler;
import org.apache.tomcat.websocket.server.WsServerContainer;
import org.jspecify.annotations.Nullable;

/**
 * Makes a WebSocket of a request as Tomcat does, and tells its session the TCP socket below. Tomcat makes one for each.
 *
 * <p>Through a session alone every frame is a write of its own, after which a thread of Tomcat has to be woken for the next.
 */
public final class SocketUpgrade extends WsHttpUpgradeHandler {

    private static final String SOCKET = SocketUpgrade.class.getName();

    private @Nullable ServerEndpointConfig config;

    @Override
    public void preInit(
            ServerEndpointConfig config,
            WsServerContainer container,
            WsHandshakeRequest request,
            List<Extension> extensions,
            String subProtocol,
            Transformation transformation,
            Map<String, String> parameters,
            boolean secure) {
        super.preInit(config, container, request, extensions, subProtocol, transformation, parameters, secure);
        this.config = config;
    }

    /** Comes between the other two, before there is a session, which begins with what its configuration knows. */
    @Override
    public void setSocketWrapper(SocketWrapperBase<?> socket) {
        super.setSocketWrapper(socket);
        Objects.requireNonNull(config).getUserProperties().put(SOCKET, socket);
    }

    /** A request that becomes a WebSocket in this way. */
    static HttpServletRequest of(HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public <T extends HttpUpgradeHandler> T upgrade(Class<T> type) throws IOException, ServletException {
                return type.cast(super.upgrade(SocketUpgrade.class));
            }
        };
    }

    /** The TCP socket below a session. */
    static SocketWrapperBase<?> socket(Session session) {
        return (SocketWrapperBase<?>)
                Objects.requireNonNull(session.getUserProperties().get(SOCKET));
    }
}
