package io.touchline.web.live;

import static io.touchline.web.RunningService.json;
import static io.touchline.web.RunningService.problem;
import static io.touchline.web.RunningService.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.web.RunningService;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The description of the calls about live books: its request examples are sent, and the answers must be its answer examples. */
class LiveOpenApiIT {

    private static final String BOOK = "/api/v1/books/{symbol}";
    private static final String JSON = "application/json";

    private final RunningService service = RunningService.shared();
    private final JsonNode api = json(service.get("/v3/api-docs"));
    private final String book = BOOK.replace("{symbol}", symbol());

    private String symbol() {
        return operation(BOOK, "get").at("/parameters/0/example").asString();
    }

    private JsonNode operation(String path, String method) {
        return api.path("paths").path(path).path(method);
    }

    private String answer(String path, String method, String status, String type) {
        JsonNode example = operation(path, method)
                .path("responses")
                .path(status)
                .path("content")
                .path(type)
                .path("example");
        return example.isString() ? example.asString() : example.toString();
    }

    private JsonNode body() {
        return operation(BOOK + "/messages", "post").at("/requestBody/content");
    }

    private HttpResponse<byte[]> send(String type, String body) {
        return service.post(book + "/messages", body, "Content-Type", type);
    }

    @AfterEach
    void forget() {
        service.delete(book);
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, "application/x-ndjson", "text/csv"})
    void requestExamplesHaveTheAnswerExample(String type) {
        JsonNode media = body().path(type);
        JsonNode example = type.equals(JSON) ? media.at("/examples/Six orders/value") : media.path("example");

        HttpResponse<byte[]> answer = send(type, example.isString() ? example.asString() : example.toString());

        assertThat(json(answer).toString()).isEqualTo(answer(BOOK + "/messages", "post", "200", JSON));
    }

    @Test
    void readsHaveTheirExamples() throws IOException {
        send("text/csv", body().path("text/csv").path("example").asString());

        for (String path : new String[] {"", "/l1", "/depth"}) {
            assertThat(json(service.get(book + path)).toString()).isEqualTo(answer(BOOK + path, "get", "200", JSON));
        }
        assertThat(text(service.get(book + "/l1.csv"))).isEqualTo(answer(BOOK + "/l1.csv", "get", "200", "text/csv"));
        assertThat(json(service.get("books?limit=1&after=DEM")).at("/books/0").toString())
                .isEqualTo(api.at("/paths/~1api~1v1~1books/get/responses/200/content/application~1json/example/books/0")
                        .toString());
        try (EventReader stream = EventReader.open(service, book + "/l1/stream")) {
            stream.next();
            assertThat(answer(BOOK + "/l1/stream", "get", "200", "text/event-stream"))
                    .endsWith("data: " + stream.next().get("data") + "\n\n");
        }
    }

    @Test
    void problemExamplesAreWhatTheCallsAnswer() {
        String unreadable =
                body().path(JSON).at("/examples/A price nobody can read/value").toString();

        assertThat(problem(send(JSON, unreadable), 400, "unreadable-message").toString())
                .isEqualTo(answer(BOOK + "/messages", "post", "400", "application/problem+json"));
        assertThat(problem(service.get(book), 404, "unknown-book").toString())
                .isEqualTo(answer(BOOK, "get", "404", "application/problem+json"));
    }

    @Test
    void schemasHaveTheNamesOfTheJson() {
        send(JSON, body().path(JSON).at("/examples/One message/value").toString());

        JsonNode state = json(service.get(book));

        assertThat(api.at("/components/schemas/BookView/properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(state.propertyNames());
        assertThat(api.at("/components/schemas/MessageCounts/properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(state.path("counters").propertyNames());
        assertThat(api.at("/components/schemas/Message/properties").propertyNames())
                .containsExactlyInAnyOrder(
                        "seq_num", "time", "action", "order_id", "side", "price", "quantity", "is_image", "symbol");
    }
}
