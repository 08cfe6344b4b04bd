package io.touchline.web;

import static io.touchline.web.RunningService.await;
import static io.touchline.web.RunningService.text;
import static io.touchline.web.SocketFeeder.message;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the sockets names all that is sent and read, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AsyncApiIT {

    /** Counts of an answer that {@code L3FrameTest} has all of. */
    private static final Set<String> RARE = Set.of("refused", "held", "late_row", "duplicate_row");

    private final RunningService service;
    private final JsonNode api;
    private final Map<String, Set<String>> sent = new TreeMap<>();
    private final Map<String, Set<String>> codes = new TreeMap<>();

    AsyncApiIT(@TempDir Path dir) {
        service = RunningService.start(
                dir,
                "touchline.socket.heartbeat=500ms",
                "touchline.socket.queued-quotes=1",
                "touchline.socket.stall=10m",
                "touchline.socket.subscriptions=3",
                "touchline.limits.books=2",
                "touchline.live.recent-quotes=16",
                "touchline.live.window=0");
        api = JsonMapper.shared().valueToTree(new Yaml().load(text(service.get("/asyncapi.yaml"))));
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void documentIsLinkedFromTheDescriptionOfTheCalls() {
        assertThat(api.path("asyncapi").asString()).isEqualTo("3.0.0");
        assertThat(RunningService.json(service.get("/v3/api-docs"))
                        .at("/info/description")
                        .asString())
                .contains("(/asyncapi.yaml)");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = new ArrayList<>();
        api.findValues("$ref").forEach(each -> references.add(each.asString().substring(1)));

        assertThat(references).hasSizeGreaterThan(30).noneMatch(each -> api.at(each)
                .isMissingNode());
    }

    @Test
    void commandsHaveTheDocumentsFieldsAndNoOthers() {
        try (SocketClient client = SocketClient.open(service, "/ws/l1")) {
            for (String op : List.of("subscribe", "unsubscribe", "ping")) {
                JsonNode error = client.ask("{'op':'" + op + "','surprise':1}");

                assertThat(error.path("code").asString()).isEqualTo("unknown_field");
                assertThat(Set.of(error.path("detail")
                                .asString()
                                .replaceAll("expected one of (.*), found .*", "$1")
                                .split(", ")))
                        .isEqualTo(fields(op));
            }
            String ops = client.ask("{'op':'surprise'}").path("detail").asString();
            assertThat(ops).contains("subscribe, unsubscribe, ping");
        }
    }

    @Test
    void messagesHaveTheDocumentsFieldsAndNoOthers() {
        try (SocketClient client = SocketClient.open(service, "/ws/l3")) {
            String expected = client.ask("{'surprise':1}").path("expected").asString();

            assertThat(Set.of(expected.replace("one of ", "").split(", ")))
                    .isEqualTo(names(api.at("/components/schemas/message/properties")));
        }
    }

    @Test
    void whatIsSentIsInTheDocumentAndTheOtherWayRound() {
        hearQuotes();
        handInMessages();

        Map<String, Set<String>> documented = new TreeMap<>();
        for (String kind : sentKinds()) {
            documented.put(kind, fields(kind));
        }
        documented.put("errors", names(api.at("/components/schemas/errors/items/properties")));
        documented.values().forEach(fields -> fields.removeAll(RARE));
        sent.values().forEach(fields -> fields.removeAll(RARE));
        assertThat(sent).isEqualTo(documented);
        assertThat(codes.get("error")).isEqualTo(codes("/components/messages/error/payload"));
        assertThat(codes("/components/messages/refusal/payload")).containsAll(codes.get("refusal"));
        assertThat(codes("/components/schemas/errors/items")).containsAll(codes.get("errors"));
    }

    private Set<String> sentKinds() {
        Set<String> kinds = new TreeSet<>();
        api.path("operations").forEach(operation -> {
            if (operation.path("action").asString().equals("send")) {
                operation.path("messages").forEach(each -> kinds.add(lastPart(each)));
            }
        });
        return kinds;
    }

    private static String lastPart(JsonNode reference) {
        return reference.path("$ref").asString().replaceAll(".*/", "");
    }

    private Set<String> fields(String kind) {
        return names(api.at("/components/messages/" + kind + "/payload/properties"));
    }

    private static Set<String> names(JsonNode properties) {
        return new TreeSet<>(properties.propertyNames());
    }

    private Set<String> codes(String place) {
        return api.at(place + "/properties/code/enum")
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
    }

    private void hearQuotes() {
        try (SocketFeeder feeder = new SocketFeeder(service);
                SocketClient client = SocketClient.open(service, "/ws/l1");
                SocketClient slow = SocketClient.frozen(service, "/ws/l1")) {
            String symbol = feeder.symbol();
            for (String command : List.of(
                    "nonsense",
                    "{'op':'dance'}",
                    "{'op':'ping','surprise':1}",
                    "{'op':'ping','id':{}}",
                    "{'op':'ping','id':1}",
                    "{'op':'subscribe','id':2,'symbols':['','a','b','" + symbol + "','c']}",
                    "{'op':'unsubscribe','id':3,'symbols':['a','b','c']}",
                    "{'op':'dance','id':4}")) {
                note(client.send(command), command.equals("nonsense") ? "error" : "");
            }
            client.ask("{'op':'unsubscribe','symbols':['*']}");
            slow.send("{'op':'subscribe','id':1,'symbols':['" + symbol + "']}");
            int last = quotesUntilSomeAreConflated(feeder, symbol);
            slow.thaw();
            for (int n = 0; n < last; ) {
                n = Math.max(n, note(slow, "").path("n").asInt());
            }
            note(slow.send("{'op':'subscribe','symbols':['" + symbol + "'],'from':1}"), "");
            note(slow, "");
            note(slow.send("{'op':'subscribe','symbols':['" + symbol + "']}"), "");
            note(slow, "");
            service.delete("books/" + symbol);
            note(slow, "");
            assertThat(slow.nextOfAll()).startsWith("{\"type\":\"heartbeat\"");
            sent.put("heartbeat", new TreeSet<>(Set.of("type", "time")));
        }
    }

    /** How many it takes depends on how much the system's own buffers hold. */
    private int quotesUntilSomeAreConflated(SocketFeeder feeder, String symbol) {
        AtomicInteger quotes = new AtomicInteger();
        await(() -> {
            quotes.addAndGet(feeder.many(symbol, 250));
            return RunningService.json(service.get("/actuator/metrics/touchline.socket.quotes.conflated"))
                            .at("/measurements/0/value")
                            .asDouble()
                    > 0;
        });
        return quotes.get();
    }

    private void handInMessages() {
        try (SocketClient client = SocketClient.open(service, "/ws/l3")) {
            note(client.send("{'price':[]}"), "refusal");
            note(client.send("{'id':1," + message("A", 5, "BUY", "1", 1).substring(1)), "");
            note(client.send(message("A", 4, "BUY", "1", 1)), "");
            String symbols = IntStream.range(0, 4)
                    .mapToObj(i -> message("M" + i, 1, "BUY", "1", 1))
                    .collect(Collectors.joining(",", "[", "]"));
            note(client.send(symbols.replaceFirst("\\{", "{\"id\":9,")), "refusal");
        }
    }

    /** Notes the fields of the next frame under its type, or under a name. */
    private JsonNode note(SocketClient client, String name) {
        JsonNode frame = client.next();
        String kind = name.isEmpty() ? frame.path("type").asString() : name;
        sent.computeIfAbsent(kind, each -> new TreeSet<>()).addAll(frame.propertyNames());
        if (frame.has("code")) {
            codes.computeIfAbsent(kind, each -> new TreeSet<>())
                    .add(frame.path("code").asString());
        }
        frame.path("errors").forEach(each -> {
            sent.computeIfAbsent("errors", all -> new TreeSet<>()).addAll(each.propertyNames());
            codes.computeIfAbsent("errors", all -> new TreeSet<>())
                    .add(each.path("code").asString());
        });
        return frame;
    }
}
