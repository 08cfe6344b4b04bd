package io.touchline.web;

import static io.touchline.web.RunningService.L1;
import static io.touchline.web.RunningService.L3;
import static io.touchline.web.RunningService.await;
import static io.touchline.web.RunningService.json;
import static io.touchline.web.RunningService.problem;
import static io.touchline.web.RunningService.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services with settings of their own: limits, what is kept for how long, restarts. */
class ServiceSettingsIT {

    @TempDir
    Path dir = Path.of("");

    @Test
    void eachLimitIsAProblemThatNamesItsSetting() throws IOException {
        try (RunningService service = RunningService.start(
                dir,
                "touchline.limits.body-bytes=2000",
                "touchline.limits.rows=3",
                "touchline.limits.symbols=1",
                "touchline.limits.resting-orders=2",
                "touchline.limits.concurrent-conversions=1",
                "touchline.limits.conversion-wait=100ms")) {
            assertLimit(service, L3 + L3.repeat(20), "body-bytes");
            assertLimit(service, L3 + "3,3,SELL,11,50,,,,,,,,,,,2026-01-05 09:00:02 UTC\n", "resting-orders");
            assertLimit(
                    service,
                    RunningService.L3_HEADER + "1,,,,,,,,,1,BUY,,,,,2026-01-05 09:00:00 UTC\n".repeat(4),
                    "rows");
            assertLimit(
                    service,
                    "symbol," + RunningService.L3_HEADER + "A,1,,,,,,,,,1,BUY,,,,,2026-01-05 09:00:00 UTC\n"
                            + "B,2,,,,,,,,,1,BUY,,,,,2026-01-05 09:00:00 UTC\n",
                    "symbols");
            assertFormLimit(service);
            assertOneAtATime(service);
        }
    }

    private static void assertLimit(RunningService service, String l3, String limit) {
        HttpResponse<byte[]> answer = service.post("l1", l3, "Content-Type", "text/csv");

        assertThat(problem(answer, 413, "limit-exceeded").path("setting").asString())
                .isEqualTo("touchline.limits." + limit);
        service.assertNothingIsLeft();
    }

    private static void assertFormLimit(RunningService service) throws IOException {
        String part = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n";
        try (HalfSent client =
                HalfSent.post(service, "l1", "multipart/form-data; boundary=b", part + "x".repeat(3000))) {
            assertThat(client.answer()).startsWith("HTTP/1.1 413").contains("touchline.limits.body-bytes");
        }
        service.assertNothingIsLeft();
    }

    private static void assertOneAtATime(RunningService service) throws IOException {
        String chunk = Integer.toHexString(L3.length()) + "\r\n" + L3 + "\r\n";
        try (HalfSent first = HalfSent.chunked(service, "l1", chunk)) {
            await(() -> service.busy() == 1);

            HttpResponse<byte[]> second = service.post("l1", L3);

            problem(second, 503, "too-busy");
            assertThat(second.headers().firstValue("Retry-After")).contains("5");
            first.send("0\r\n\r\n");
            assertThat(first.answer()).startsWith("HTTP/1.1 200");
        }
        await(() -> service.busy() == 0);
        assertThat(text(service.post("l1", L3))).isEqualTo(L1);
    }

    @Test
    void keptResultsSurviveARestartAndOnlyOneProcessHasThem() {
        String kept;
        try (RunningService service = RunningService.start(dir)) {
            kept = service.keep(L3);
            assertThatException()
                    .isThrownBy(() -> RunningService.start(dir).close())
                    .withStackTraceContaining("in use by another process");
        }

        try (RunningService service = RunningService.start(dir)) {
            assertThat(text(service.get(kept + "/l1.csv"))).isEqualTo(L1);
            assertThat(json(service.get("conversions")).path("total").asInt()).isEqualTo(1);
        }
    }

    @Test
    void keptResultsExpireAndTheOldestGoBeyondTheCap() {
        try (RunningService service = RunningService.start(
                dir, "touchline.conversions.expire-after=2s", "touchline.conversions.max-bytes=50KB")) {
            String first = service.keep(L3);
            String second = service.keep(L3);
            String third = service.keep(L3);

            problem(service.get(first), 404, "unknown-conversion");
            assertThat(service.get(third).statusCode()).isEqualTo(200);
            await(() -> service.get(second).statusCode() == 404
                    && service.get(third).statusCode() == 404);
        }
    }

    @Test
    void settingThatMakesNoSenseStopsTheStart() {
        assertThatException()
                .isThrownBy(() ->
                        RunningService.start(dir, "touchline.limits.columns=0").close())
                .withStackTraceContaining("touchline.limits");
    }
}
