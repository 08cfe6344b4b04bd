package io.touchline.web;

import static io.touchline.web.RunningService.L3;
import static io.touchline.web.RunningService.await;
import static io.touchline.web.RunningService.json;
import static io.touchline.web.RunningService.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Conversions whose client goes away or that are cancelled. */
class UnfinishedConversionIT {

    private static final String ROWS =
            L3.substring(RunningService.L3_HEADER.length()).repeat(50_000);

    private final RunningService service = RunningService.shared();

    @AfterEach
    void nothingIsLeft() {
        service.assertNothingIsLeft();
        await(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("touchline-apply")));
    }

    @ParameterizedTest
    @CsvSource({"l1, false", "l1, true", "conversions, false", "conversions, true"})
    void clientThatGoesAwayEndsItsConversion(String call, boolean reset) throws IOException {
        int kept = json(service.get("conversions")).path("total").asInt();
        HalfSent client = HalfSent.post(service, call, "text/csv", L3 + ROWS);
        await(() -> service.busy() == 1 && !service.leftovers().isEmpty());

        if (reset) {
            client.reset();
        } else {
            client.close();
        }

        service.assertNothingIsLeft();
        assertThat(json(service.get("conversions")).path("total").asInt()).isEqualTo(kept);
    }

    @Test
    void clientThatGoesAwayInAFormLeavesNothing() throws IOException {
        String start = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n" + L3 + ROWS;
        HalfSent client = HalfSent.post(service, "l1", "multipart/form-data; boundary=b", start);
        await(() -> service.busy() == 1 && !service.leftovers().isEmpty());

        client.reset();

        service.assertNothingIsLeft();
    }

    @Test
    void runningConversionShowsHowFarItIsAndCanBeCancelled() throws IOException {
        try (HalfSent client = HalfSent.post(service, "conversions", "text/csv", L3 + ROWS)) {
            await(() -> running().path("rows").asLong() > 0);
            String id = running().path("id").asString();

            assertThat(running().path("bytes").asLong()).isPositive();
            assertThat(json(service.get("conversions/" + id)).path("state").asString())
                    .isEqualTo("running");
            problem(service.get("conversions/" + id + "/l1.csv"), 409, "still-running");
            problem(service.get("conversions/" + id + "/chart"), 409, "still-running");

            assertThat(service.delete("conversions/" + id).statusCode()).isEqualTo(204);
            client.send(ROWS);

            assertThat(client.answer()).startsWith("HTTP/1.1 409").contains("urn:touchline:problem:cancelled");
            problem(service.get("conversions/" + id), 404, "unknown-conversion");
        }
    }

    private JsonNode running() {
        JsonNode newest = json(service.get("conversions?limit=1")).at("/conversions/0");
        return newest.path("state").asString("").equals("running") ? newest : newest.path("none");
    }
}
