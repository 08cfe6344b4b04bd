package io.touchline.web.live;

import io.touchline.csv.Found;
import io.touchline.live.LiveBooks;
import io.touchline.live.LiveRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the frames of one client: each one object or one array of objects, which name their symbol and may have an {@code id}. One thread at a time.
 */
public final class JsonFrames {

    private final JsonMessages messages;
    private final LiveBooks books;
    private final JsonMessage message = new JsonMessage(true);
    private @Nullable String id;

    JsonFrames(JsonMessages messages, LiveBooks books) {
        this.messages = messages;
        this.books = books;
    }

    /**
     * The messages of a frame.
     *
     * @param id of the first message that has one, as a JSON text; null when none has
     * @param requests one for each symbol, in the order in which they first appear
     */
    public record Frame(@Nullable String id, List<LiveRequest> requests) {

        public Frame {
            requests = List.copyOf(requests);
        }
    }

    /** Reads a frame; throws as {@link JsonMessages} says. */
    public Frame read(String text) {
        Map<String, LiveRequest> bySymbol = new LinkedHashMap<>();
        id = null;
        messages.readText(text, message, read -> request(read, bySymbol));
        return new Frame(id, List.copyOf(bySymbol.values()));
    }

    private LiveRequest request(JsonMessage read, Map<String, LiveRequest> bySymbol) {
        String symbol = read.symbol();
        if (symbol == null || !BookNames.isName(symbol)) {
            throw read.unreadable("symbol", BookNames.EXPECTED, symbol == null ? "none" : Found.text(symbol));
        }
        id = id == null ? read.id() : id;
        return bySymbol.computeIfAbsent(symbol, books::request);
    }
}
