package io.touchline.web.live;

import io.touchline.web.RunningService;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of a stream of server-sent events; waits up to a minute for each line. */
final class EventReader implements Closeable {

    private final Closeable connection;
    private final String contentType;
    private final BufferedReader lines;

    private EventReader(Closeable connection, String contentType, InputStream body) {
        this.connection = connection;
        this.contentType = contentType;
        lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    /** Opens a stream with headers, names and values in turn. */
    static EventReader open(RunningService service, String call, String... headers) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) service.uri(call).toURL().openConnection();
        connection.setReadTimeout(60_000);
        for (int i = 0; i < headers.length; i += 2) {
            connection.setRequestProperty(headers[i], headers[i + 1]);
        }
        return new EventReader(connection::disconnect, connection.getContentType(), connection.getInputStream());
    }

    /** Opens a stream that nobody reads yet, over a socket with a small buffer. */
    static EventReader openSlow(RunningService service, String call) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout(60_000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), service.port()));
        String head = "GET /api/v1/" + call + " HTTP/1.0\r\nHost: localhost\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return new EventReader(socket, "", socket.getInputStream());
    }

    /** Passes over the head of the answer where the socket has it still. */
    void skipHead() throws IOException {
        while (!lines.readLine().isEmpty()) {
            // The next line.
        }
    }

    String contentType() {
        return contentType;
    }

    /** The next event or comment: its fields by name, a comment under the empty name; nothing at the end of the stream. */
    Map<String, String> next() throws IOException {
        Map<String, String> fields = new TreeMap<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty()) {
                return fields;
            }
            int colon = line.indexOf(": ");
            fields.put(line.substring(0, colon), line.substring(colon + 2));
        }
        return fields;
    }

    /** The next event that is no comment and no setting of the stream. */
    Map<String, String> nextEvent() throws IOException {
        Map<String, String> event = next();
        while (!event.isEmpty() && !event.containsKey("data")) {
            event = next();
        }
        return event;
    }

    /** The data of the next event. */
    JsonNode data() throws IOException {
        return JsonMapper.shared().readTree(nextEvent().getOrDefault("data", "null"));
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
