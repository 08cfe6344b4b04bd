package io.touchline.web.live;

import io.touchline.csv.Found;
import io.touchline.live.LiveBooks;
import io.touchline.live.LiveRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads level-3 messages as JSON into requests for live books: all messages of a body, or none. Any thread.
 *
 * <p>A message is an object with the fields {@code seq_num, time, action, order_id, side, price, quantity, is_image} and, where its book is not known
 * otherwise, {@code symbol}. Nothing of a body is held but the bytes of its journal record.
 *
 * <ul>
 *   <li>{@code seq_num} and {@code order_id} are strings; whole numbers below 2<sup>53</sup> are taken as well, larger ones are refused, since many
 *       programs round them.
 *   <li>{@code price} and {@code quantity} are numbers, or strings with one; the digits of their text count.
 *   <li>A message without a {@code time} has that at which its body was begun to be read.
 *   <li>What a message does not need is not looked at. {@code null} is as good as absent. Unknown fields, and fields there twice, are refused.
 * </ul>
 *
 * <p>All methods throw an {@link UnreadableMessageException} at the first message that cannot be read, and a
 * {@link io.touchline.feed.LimitExceededException} when a limit is passed.
 */
public final class JsonMessages {

    private final LiveBooks books;
    private final MessageLimits limits;
    private final InstantSource clock;
    private final JsonFactory factory;

    public JsonMessages(LiveBooks books, MessageLimits limits, InstantSource clock) {
        this.books = books;
        this.limits = limits;
        this.clock = clock;
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxStringLength(limits.messageBytes())
                .maxNumberLength(limits.messageBytes())
                .maxNameLength(limits.messageBytes())
                .build();
        factory = JsonFactory.builder().streamReadConstraints(constraints).build();
    }

    /**
     * Reads messages for one book; those that name a symbol must name its.
     *
     * @param lines whether the body is objects one behind the other, as NDJSON has them, and not one object or one array of objects
     * @throws IOException when the stream fails
     */
    public LiveRequest read(String symbol, InputStream body, boolean lines) throws IOException {
        LiveRequest request = books.request(symbol);
        try (JsonParser json = factory.createParser(ObjectReadContext.empty(), body)) {
            read(json, lines, new JsonMessage(false), message -> {
                checkSymbol(message, symbol);
                return request;
            });
        } catch (JacksonIOException e) {
            throw e.getCause(); // of the first bytes, which are read before there is a parser
        }
        return request;
    }

    /** A reader for the frames of one client. */
    public JsonFrames frames() {
        return new JsonFrames(this, books);
    }

    /** Reads one object or one array of objects. */
    void readText(String text, JsonMessage message, Function<JsonMessage, LiveRequest> requests) {
        try (JsonParser json = factory.createParser(ObjectReadContext.empty(), text)) {
            read(json, false, message, requests);
        } catch (IOException e) {
            throw new IllegalStateException("a text failed as a stream", e);
        }
    }

    private void read(JsonParser json, boolean lines, JsonMessage message, Function<JsonMessage, LiveRequest> requests)
            throws IOException {
        message.startBody(clock.instant());
        new JsonBody(json, message, limits, requests).read(lines);
    }

    private static void checkSymbol(JsonMessage message, String symbol) {
        String found = message.symbol();
        if (found != null && !found.equals(symbol)) {
            throw message.unreadable("symbol", Found.text(symbol) + " as in the path, or none", Found.text(found));
        }
    }
}
