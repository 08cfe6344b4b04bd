package io.touchline.web.live;

import io.touchline.web.RunningService;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of a stream of server-sent events; waits up to 15 s for each line. */
final class EventReader implements Closeable {

    private final HttpURLConnection connection;
    private final BufferedReader lines;

    private EventReader(HttpURLConnection connection) throws IOException {
        this.connection = connection;
        lines = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Opens a stream with headers, names and values in turn. */
    static EventReader open(RunningService service, String call, String... headers) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) service.uri(call).toURL().openConnection();
        connection.setReadTimeout(15_000);
        for (int i = 0; i < headers.length; i += 2) {
            connection.setRequestProperty(headers[i], headers[i + 1]);
        }
        return new EventReader(connection);
    }

    String contentType() {
        return connection.getContentType();
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
    public void close() {
        connection.disconnect();
    }
}
