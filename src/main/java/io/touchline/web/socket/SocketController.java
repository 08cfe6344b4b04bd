package io.touchline.web.socket;

import io.swagger.v3.oas.annotations.Hidden;
import io.touchline.live.LiveBooks;
import io.touchline.web.Problem;
import io.touchline.web.ProblemException;
import io.touchline.web.live.JsonMessages;
import io.touchline.web.security.PresentedToken;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Extension;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Makes sockets of the requests that ask for one. Who may was decided before; the extension that compresses is not offered, since it halves the rate. */
@Hidden
@RestController
final class SocketController {

    /** Buffers that Tomcat holds for each connection, whether it says much or nothing; frames are put together from parts of this size. */
    private static final int PART = 2 << 10;

    private final Sockets sockets;
    private final ServerContainer container;
    private final ServerEndpointConfig l1;
    private final ServerEndpointConfig l3;

    SocketController(Sockets sockets, LiveBooks books, JsonMessages messages, ServletContext context) {
        this.sockets = sockets;
        container = (ServerContainer) Objects.requireNonNull(context.getAttribute(ServerContainer.class.getName()));
        container.setDefaultMaxTextMessageBufferSize(PART);
        container.setDefaultMaxBinaryMessageBufferSize(PART);
        l1 = config("/ws/l1", connection -> new L1Conversation(sockets, books, connection));
        l3 = config("/ws/l3", connection -> new L3Conversation(sockets, books, messages, connection));
    }

    private ServerEndpointConfig config(String path, Conversation.Opening opening) {
        return ServerEndpointConfig.Builder.create(SocketEndpoint.class, path)
                .subprotocols(List.of(PresentedToken.SUBPROTOCOL))
                .configurator(new Endpoints(sockets, opening))
                .build();
    }

    @GetMapping("/ws/l1")
    void l1(HttpServletRequest request, HttpServletResponse response) throws IOException, DeploymentException {
        upgrade(request, response, l1);
    }

    @GetMapping("/ws/l3")
    void l3(HttpServletRequest request, HttpServletResponse response) throws IOException, DeploymentException {
        upgrade(request, response, l3);
    }

    private void upgrade(HttpServletRequest request, HttpServletResponse response, ServerEndpointConfig config)
            throws IOException, DeploymentException {
        if (!"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
            throw new ProblemException(Problem.of(
                    HttpStatus.UPGRADE_REQUIRED,
                    "upgrade-required",
                    "This is a WebSocket",
                    "expected the header Upgrade: websocket"));
        }
        if (!sockets.hasRoom()) {
            throw new ProblemException(Problem.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "too-many-sockets",
                    "Too many sockets are open",
                    "no more than " + sockets.limits().connections()
                            + " may be open at once (touchline.socket.connections)"));
        }
        container.upgradeHttpToWebSocket(SocketUpgrade.of(request), response, config, Map.of());
    }

    /** Makes the endpoint of each connection. */
    private static final class Endpoints extends ServerEndpointConfig.Configurator {

        private final Sockets sockets;
        private final Conversation.Opening opening;

        Endpoints(Sockets sockets, Conversation.Opening opening) {
            this.sockets = sockets;
            this.opening = opening;
        }

        @Override
        public <T> T getEndpointInstance(Class<T> type) {
            return type.cast(new SocketEndpoint(sockets, opening));
        }

        @Override
        public List<Extension> getNegotiatedExtensions(List<Extension> installed, List<Extension> requested) {
            return List.of();
        }
    }
}
