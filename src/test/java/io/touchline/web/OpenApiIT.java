package io.touchline.web;

import static io.touchline.web.RunningService.json;
import static io.touchline.web.RunningService.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description of the calls: its request examples are sent, and the answers must be its answer examples. */
class OpenApiIT {

    /** What differs from run to run. */
    private static final Set<String> VOLATILE = Set.of("id", "created", "expires", "seconds", "rows_per_second");

    private final RunningService service = RunningService.shared();
    private final JsonNode api = json(service.get("/v3/api-docs"));

    @Test
    void documentNamesTheServiceAndHidesActuator() {
        assertThat(api.at("/info/title").asString()).isEqualTo("Touchline");
        assertThat(api.at("/info/license/name").asString()).isEqualTo("Apache-2.0");
        assertThat(api.path("paths").propertyNames()).allMatch(path -> path.startsWith("/api/v1/"));
        assertThat(text(service.get("/swagger-ui/index.html"))).contains("swagger-ui");
    }

    @Test
    void schemasHaveTheNamesOfTheJson() {
        JsonNode report = json(service.post("l1", l3("Six orders"), "Accept", "application/json"));

        assertThat(api.at("/components/schemas/ConversionReport/properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(report.propertyNames());
        assertThat(api.at("/components/schemas/ConversionOptions/properties/emit/enum")
                        .toString())
                .isEqualTo("[\"packet\",\"change\",\"message\"]");
    }

    @ParameterizedTest
    @CsvSource({"text/csv", "application/x-ndjson", "application/json"})
    void answerToTheRequestExampleIsTheAnswerExample(String type) {
        HttpResponse<byte[]> answer = service.post("l1", l3("Six orders"), "Content-Type", "text/csv", "Accept", type);

        JsonNode example = example("/l1", "post", "200", type);
        assertThat(answer.statusCode()).isEqualTo(200);
        if (example.isString()) {
            assertThat(text(answer)).isEqualTo(example.asString());
        } else {
            assertSame(json(answer), example);
        }
    }

    @Test
    void keptExampleIsWhatTheCallsAnswer() {
        HttpResponse<byte[]> kept = service.post("conversions", l3("Six orders"), "Content-Type", "text/csv");
        String call = "conversions/" + json(kept).path("id").asString();

        assertSame(json(kept), example("/conversions", "post", "201", "application/json"));
        assertSame(json(service.get(call)), example("/conversions/{id}", "get", "200", "application/json"));
        assertSame(
                json(service.get("conversions?limit=1")).at("/conversions/0"),
                example("/conversions", "get", "200", "application/json").at("/conversions/0"));
        assertSame(
                json(service.get(call + "/chart")),
                example("/conversions/{id}/chart", "get", "200", "application/json"));
        assertThat(text(service.get(call + "/l1.csv")))
                .isEqualTo(example("/conversions/{id}/l1.csv", "get", "200", "text/csv")
                        .asString());
        assertSame(json(service.get(call + "/chart?points=1")), problem("/conversions/{id}/chart", "get", "400"));
        assertSame(
                json(service.get(call + "/l1.csv", "Range", "bytes=9999-")),
                problem("/conversions/{id}/l1.csv", "get", "416"));
        service.delete(call);
        assertSame(json(service.get(call)), problem("/conversions/{id}", "get", "404"));
    }

    @Test
    void problemExamplesAreWhatTheCallsAnswer() {
        String good = l3("Six orders");

        assertSame(json(service.post("l1", l3("A price nobody can read"))), problem("/l1", "post", "400"));
        assertSame(json(service.post("l1", good, "Accept", "image/png")), problem("/l1", "post", "406"));
        assertSame(json(service.post("l1", "a,".repeat(256) + good)), problem("/l1", "post", "413"));
        assertSame(json(service.post("l1", good, "Content-Type", "application/json")), problem("/l1", "post", "415"));
    }

    private String l3(String name) {
        return api.at("/paths/~1api~1v1~1l1/post/requestBody/content/text~1csv/examples")
                .path(name)
                .path("value")
                .asString();
    }

    private JsonNode problem(String path, String method, String status) {
        return example(path, method, status, Problem.MEDIA_TYPE);
    }

    private JsonNode example(String path, String method, String status, String type) {
        JsonNode operation = api.path("paths").path("/api/v1" + path).path(method);
        return operation
                .path("responses")
                .path(status)
                .path("content")
                .path(type)
                .path("example");
    }

    private static void assertSame(JsonNode answer, JsonNode example) {
        assertThat(masked(answer)).isEqualTo(masked(example));
        assertThat(answer.isEmpty()).isFalse();
    }

    private static String masked(JsonNode node) {
        ObjectNode copy = (ObjectNode) JsonMapper.shared().readTree(node.toString());
        copy.remove(VOLATILE);
        return copy.toString();
    }
}
