package io.touchline.web.socket;

import io.touchline.live.LiveBooks;
import io.touchline.live.SubscriptionRequest;
import io.touchline.web.live.BookNames;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Subscribes a client to quotes, as it commands. An error ends neither the connection nor any subscription. */
final class L1Conversation implements Conversation {

    private final Connection connection;
    private final Streams streams;

    L1Conversation(Sockets sockets, LiveBooks books, Connection connection) {
        this.connection = connection;
        this.streams = new Streams(sockets, books, connection.outbox());
    }

    @Override
    public void received(String text) {
        String id = null;
        try {
            Command command = Command.read(text);
            id = command.id();
            obey(command, id);
        } catch (BadCommandException e) {
            connection.outbox().send(e.toJson(id));
        }
    }

    private void obey(Command command, @Nullable String id) {
        switch (command.op()) {
            case SUBSCRIBE -> subscribe(new SubscribeCommand(command), id);
            case UNSUBSCRIBE -> unsubscribe(new SubscribeCommand(command), id);
            case PING ->
                connection.outbox().send(Json.ofType("pong").json("id", id).end());
        }
    }

    /** The answer's place is kept in front of the quotes that come before it is known. */
    private void subscribe(SubscribeCommand command, @Nullable String id) {
        StreamOptions options = command.options();
        command.checkFrom();
        List<JsonNode> symbols = command.symbols();
        List<String> errors = new ArrayList<>();
        TextEntry answer = connection.outbox().reserve();
        for (JsonNode symbol : symbols) {
            String name = name(symbol, errors);
            if (name != null) {
                streams.start(name, options, command.from(name), errors);
            }
        }
        connection.outbox().fill(answer, listed("subscribed", id, errors));
    }

    private void unsubscribe(SubscribeCommand command, @Nullable String id) {
        List<String> errors = new ArrayList<>();
        for (JsonNode symbol : command.symbols()) {
            String name = name(symbol, errors);
            if (name != null) {
                streams.stop(name, errors);
            }
        }
        connection.outbox().send(listed("unsubscribed", id, errors));
    }

    private static @Nullable String name(JsonNode symbol, List<String> errors) {
        String name = symbol.isString() ? symbol.stringValue() : "";
        if (name.equals(SubscriptionRequest.ALL) || BookNames.isName(name)) {
            return name;
        }
        String found = symbol.isString() ? name : symbol.toString();
        errors.add(Streams.error(found, ErrorCode.BAD_SYMBOL, "expected " + BookNames.EXPECTED));
        return null;
    }

    private String listed(String type, @Nullable String id, List<String> errors) {
        return Json.ofType(type)
                .json("id", id)
                .texts("symbols", streams.names())
                .objects("errors", errors)
                .end();
    }

    @Override
    public boolean isFull() {
        return false;
    }

    @Override
    public boolean hasHeartbeat() {
        return true;
    }

    @Override
    public void goAway() {
        connection.finish(Closing.GOING_AWAY);
    }

    @Override
    public void ended() {
        streams.end();
    }
}
