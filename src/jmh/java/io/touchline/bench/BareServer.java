package io.touchline.bench;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsContextListener;

/** What the machine's HTTP and sockets allow: answers every request with a constant, and sends a constant to all sockets as fast as they take it. */
public final class BareServer {

    private static final byte[] ANSWER = "x".repeat(400).getBytes(StandardCharsets.US_ASCII);
    private static final String FRAME =
            "{\"type\":\"quote\",\"symbol\":\"FANOUT\",\"n\":1000000,\"time\":\"2026-01-05 09:00:00 UTC\","
                    + "\"bid_price\":10.0,\"ask_price\":null,\"bid_size\":1000000,\"ask_size\":0,\"seq_num\":\"1000000\"}";
    private static final List<Session> SESSIONS = new CopyOnWriteArrayList<>();

    private BareServer() {}

    public static void main(String[] args) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory("bare").toString());
        tomcat.setPort(Integer.parseInt(args[0]));
        tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
        Context context = tomcat.addContext("", null);
        context.addApplicationListener(WsContextListener.class.getName());
        Tomcat.addServlet(context, "answer", new Answer()).addMapping("/");
        tomcat.start();
        Object container = context.getServletContext().getAttribute(ServerContainer.class.getName());
        ((ServerContainer) container)
                .addEndpoint(ServerEndpointConfig.Builder.create(Listener.class, "/ws")
                        .build());
        sendForEver();
    }

    private static void sendForEver() throws InterruptedException {
        while (true) {
            if (SESSIONS.isEmpty()) {
                Thread.sleep(10);
            }
            SESSIONS.removeIf(session -> !send(session));
        }
    }

    /** Sends to a session; answers whether it is still there. */
    private static boolean send(Session session) {
        try {
            session.getBasicRemote().sendText(FRAME);
            return true;
        } catch (IOException | IllegalStateException e) {
            return false;
        }
    }

    /** Answers with a constant. */
    private static final class Answer extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            request.getInputStream().readAllBytes();
            response.setContentLength(ANSWER.length);
            response.getOutputStream().write(ANSWER);
        }
    }

    /** A socket that is sent to from its first frame on. */
    public static final class Listener extends Endpoint {

        @Override
        public void onOpen(Session session, EndpointConfig config) {
            session.addMessageHandler(String.class, (String text) -> SESSIONS.add(session));
        }
    }
}
