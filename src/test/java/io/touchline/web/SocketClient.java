package io.touchline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of one socket. It reads as frames come, or only those that it is let. */
final class SocketClient implements AutoCloseable, WebSocket.Listener {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int PATIENCE_SECONDS = 60;

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final AtomicInteger pongs = new AtomicInteger();
    private final StringBuilder parts = new StringBuilder();
    private final long letAtFirst;
    private final WebSocket socket;

    private SocketClient(URI uri, long letAtFirst) {
        this.letAtFirst = letAtFirst;
        this.socket = CLIENT.newWebSocketBuilder().buildAsync(uri, this).join();
    }

    /** Opens a socket, such as {@code /ws/l1}, and reads what comes. */
    static SocketClient open(RunningService service, String path) {
        return new SocketClient(uri(service, path), Long.MAX_VALUE);
    }

    /** Opens a socket and reads nothing. */
    static SocketClient frozen(RunningService service, String path) {
        return new SocketClient(uri(service, path), 0);
    }

    private static URI uri(RunningService service, String path) {
        return URI.create(service.uri(path).toString().replaceFirst("http", "ws"));
    }

    @Override
    public void onOpen(WebSocket webSocket) {
        if (letAtFirst > 0) {
            webSocket.request(letAtFirst);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        parts.append(data);
        if (last) {
            frames.add(parts.toString());
            parts.setLength(0);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket webSocket, ByteBuffer message) {
        pongs.incrementAndGet();
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed.complete(statusCode + " " + reason);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.completeExceptionally(error);
    }

    /** Reads on. */
    void thaw() {
        socket.request(Long.MAX_VALUE);
    }

    SocketClient send(String text) {
        socket.sendText(text.replace('\'', '"'), true).join();
        return this;
    }

    /** Sends so many pings. */
    SocketClient ping(int pings) {
        for (int i = 0; i < pings; i++) {
            socket.sendPing(ByteBuffer.allocate(Integer.BYTES)).join();
        }
        return this;
    }

    /** How many pongs came. */
    int pongs() {
        return pongs.get();
    }

    WebSocket socket() {
        return socket;
    }

    /** The next frame. */
    JsonNode next() {
        return JsonMapper.shared().readTree(nextText());
    }

    /** The next frame that is no heartbeat, as it came. */
    String nextText() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        String frame = nextOfAll();
        while (frame.startsWith("{\"type\":\"heartbeat\"")) {
            assertThat(System.nanoTime()).as("nothing but heartbeats").isLessThan(end);
            frame = nextOfAll();
        }
        return frame;
    }

    /** The next frame, be it a heartbeat. */
    String nextOfAll() {
        try {
            String frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(frame).as("a frame").isNotNull();
            return frame;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many frames came that nobody asked for yet. */
    int waiting() {
        return frames.size();
    }

    /** The next frame, which must be of a type. */
    JsonNode next(String type) {
        JsonNode frame = next();
        assertThat(frame.path("type").asString()).as(frame::toString).isEqualTo(type);
        return frame;
    }

    /** Sends a command and answers the next frame, in which there are double quotes again. */
    JsonNode ask(String command) {
        return send(command).next();
    }

    /** The code and the reason with which the service closed the socket. */
    String closing() {
        try {
            return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("no close frame", e);
        }
    }

    /** Whether the connection was cut or closed. */
    boolean isClosed() {
        return closed.isDone();
    }

    void sendBinary(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    @Override
    public void close() {
        socket.abort();
    }
}
