package io.touchline.web.live;

import static io.touchline.web.RunningService.await;
import static io.touchline.web.RunningService.json;
import static io.touchline.web.RunningService.problem;
import static io.touchline.web.RunningService.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.web.RunningService;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The calls that play the demo, and their description. */
class DemoCallIT {

    private static final String DEMO = "/paths/~1api~1v1~1demo";
    private static final String EXAMPLE = "/content/application~1json/example";
    private static final String[] AS_JSON = {"Content-Type", "application/json"};

    private final RunningService service;
    private final JsonNode api;

    DemoCallIT(@TempDir Path dir) {
        service = RunningService.start(dir);
        api = json(service.get("/v3/api-docs"));
    }

    @AfterEach
    void close() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1x", "10x", "max"})
    void playsAtEachSpeedUntilItIsStopped(String speed) {
        JsonNode example = api.at(DEMO + "/post/requestBody/content/application~1json/examples/At " + speed + "/value");

        JsonNode started = json(service.post("demo", example.toString(), AS_JSON));

        assertThat(started.path("state").asString()).isEqualTo("running");
        assertThat(started.path("speed").asString()).isEqualTo(speed);
        await(() -> json(service.get("books/DEMO")).path("change_n").asLong() > 100);
        JsonNode stopped = json(service.delete("demo"));
        assertThat(stopped.path("state").asString()).isEqualTo("stopped");
        JsonNode book = json(service.get("books/DEMO"));
        assertThat(book.path("messages")).isEqualTo(stopped.path("messages"));
        assertThat(book.at("/counters/applied")).isEqualTo(stopped.path("messages"));
    }

    @Test
    void speedOfARunningOneIsChanged() {
        service.post("demo", "", AS_JSON);

        JsonNode changed = json(service.post("demo", "{\"speed\":\"10x\"}"));

        assertThat(changed.path("speed").asString()).isEqualTo("10x");
        assertThat(json(service.get("demo")).path("state").asString()).isEqualTo("running");
    }

    @Test
    void isIdleBeforeItsFirstStartAndStopsInVain() {
        String idle = api.at(DEMO + "/get/responses/200" + EXAMPLE).toString();

        assertThat(text(service.get("demo"))).isEqualTo(idle);
        assertThat(text(service.delete("demo"))).isEqualTo(idle);
    }

    @Test
    void answerOfTheStartHasTheFieldsOfItsExample() {
        HttpResponse<byte[]> started = service.post("demo", "{}", AS_JSON);

        JsonNode example = api.at(DEMO + "/post/responses/200" + EXAMPLE);
        assertThat(json(started).propertyNames()).containsExactlyElementsOf(example.propertyNames());
        assertThat(api.at("/components/schemas/DemoView/properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(example.propertyNames());
    }

    @Test
    void whatNobodyCanReadIsRefused() {
        JsonNode refused = problem(service.post("demo", "{\"speed\":\"2x\"}", AS_JSON), 400, "bad-option");

        assertThat(refused).isEqualTo(api.at(DEMO + "/post/responses/400/content/application~1problem+json/example"));
        for (String body : new String[] {"{\"speed\":10}", "{\"pace\":\"1x\"}", "[]", "{", "{} {}", "1x"}) {
            problem(service.post("demo", body, AS_JSON), 400, "bad-option");
        }
        problem(service.get("demo?speed=1x"), 400, "bad-option");
        assertThat(json(service.get("demo")).path("state").asString()).isEqualTo("idle");
    }

    @Test
    void endsByItselfAsTheSettingsSay(@TempDir Path dir) {
        try (RunningService small =
                RunningService.start(dir, "touchline.demo.messages=2000", "touchline.demo.time=5m")) {
            JsonNode started = json(small.post("demo", "{\"speed\":\"max\"}", AS_JSON));

            assertThat(started.path("most_messages").asInt()).isEqualTo(2000);
            assertThat(started.path("most_seconds").asInt()).isEqualTo(300);
            await(() -> json(small.get("demo")).path("state").asString().equals("finished"));
        }
    }
}
