package io.touchline.web;

import static io.touchline.web.RunningService.L1;
import static io.touchline.web.RunningService.L3;
import static io.touchline.web.RunningService.json;
import static io.touchline.web.RunningService.problem;
import static io.touchline.web.RunningService.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A service without a token: for this machine alone, and not for the pages of strangers that a browser on it shows. */
class WithoutTokenIT {

    @TempDir
    Path dir = Path.of("");

    private final RunningService service = RunningService.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server.address=0.0.0.0",
                "server.address=192.0.2.1",
                "management.server.port=0",
            })
    void addressThatOthersReachStopsTheStart(String setting) {
        assertThatException()
                .isThrownBy(() -> RunningService.start(dir, setting).close())
                .withStackTraceContaining("Without a token the service listens on loopback only");
    }

    @Test
    void blankTokenIsNone() {
        assertThatException()
                .isThrownBy(() -> RunningService.start(dir, "server.address=0.0.0.0", "touchline.security.token= ")
                        .close())
                .withStackTraceContaining("Without a token the service listens on loopback only");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, 200",
        "127.0.0.1:8080, 200",
        "[::1], 200",
        "evil.example, 403",
        "localhost.evil.example, 403"
    })
    void callUnderTheNameOfAStrangerIsRefused(String host, int status) throws IOException {
        String request = "GET /api/v1/conversions HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";

        try (HalfSent call = HalfSent.of(service, request)) {
            String answer = call.answer();

            assertThat(answer).startsWith("HTTP/1.1 " + status);
            assertThat(answer.contains("urn:touchline:problem:host-refused")).isEqualTo(status == 403);
        }
    }

    @Test
    void pageOfAStrangerChangesNothing() {
        for (String origin : List.of("http://evil.example", "null", "http://localhost:3000", own() + ".evil.example")) {
            problem(service.post("l1", L3, "Origin", origin), 403, "origin-refused");
            problem(service.post("conversions", L3, "Origin", origin), 403, "origin-refused");
            problem(service.send("OPTIONS", "l1", noBody(), "Origin", origin), 403, "origin-refused");
        }
    }

    @Test
    void pageOfTheServiceMayCallAndReadingIsLeftToTheBrowser() {
        assertThat(text(service.post("l1", L3, "Origin", own()))).isEqualTo(L1);
        assertThat(text(service.post("l1", L3, "Origin", own().replace("http:", "https:"))))
                .isEqualTo(L1);
        HttpResponse<byte[]> read = service.get("conversions", "Origin", "http://evil.example");
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"http://evil.example, 403", "null, 403", "'', 404"})
    void socketOfAStrangersPageIsRefused(String origin, int status) throws IOException {
        String handshake = "GET /ws/none HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + (origin.isEmpty() ? "" : "Origin: " + origin + "\r\n") + "\r\n";

        try (HalfSent call = HalfSent.of(service, handshake)) {
            assertThat(call.answer()).startsWith("HTTP/1.1 " + status);
        }
    }

    @Test
    void configuredHostsAndOriginsAreTrusted() throws IOException {
        try (RunningService open = RunningService.start(
                dir,
                "touchline.security.hosts=desk.example.com",
                "touchline.security.origins=https://desk.example.com")) {
            HttpResponse<byte[]> call = open.post("l1", L3, "Origin", "https://desk.example.com");
            HttpResponse<byte[]> asked = open.send(
                    "OPTIONS",
                    "conversions",
                    noBody(),
                    "Origin",
                    "https://desk.example.com",
                    "Access-Control-Request-Method",
                    "DELETE");

            assertThat(text(call)).isEqualTo(L1);
            assertThat(call.headers().firstValue("Access-Control-Allow-Origin")).contains("https://desk.example.com");
            assertThat(asked.statusCode()).isEqualTo(200);
            assertThat(asked.headers()
                            .firstValue("Access-Control-Allow-Methods")
                            .orElse(""))
                    .contains("DELETE");
            problem(open.post("l1", L3, "Origin", "https://other.example.com"), 403, "origin-refused");
            String request = "GET /api/v1/conversions HTTP/1.1\r\nHost: desk.example.com\r\n\r\n";
            try (HalfSent named = HalfSent.of(open, request)) {
                assertThat(named.answer()).startsWith("HTTP/1.1 200");
            }
        }
    }

    @Test
    void everyAnswerTellsBrowsersWhatItMayDo() throws IOException {
        assertProtected(service.post("l1", L3));
        assertProtected(service.post("l1", "nonsense"));
        assertProtected(service.post("l1", L3, "Origin", "http://evil.example"));
        assertProtected(service.get("nothing"));
        assertProtected(service.get("conversions"));
        assertProtected(service.get("/actuator/health"));
        assertProtected(service.get("/swagger-ui/index.html"));
        assertProtected(service.get("/"));
        assertProtected(service.get("/page/main.js"));
        assertProtected(service.get("//conversions"));
        try (HalfSent broken = HalfSent.of(service, "GET /a|b HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
            assertThat(broken.answer()).startsWith("HTTP/1.1 400").contains("Content-Security-Policy");
        }
    }

    private static void assertProtected(HttpResponse<byte[]> answer) {
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(answer.headers().firstValue("Cross-Origin-Embedder-Policy")).contains("require-corp");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(answer.headers().firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
        assertThat(answer.headers().firstValue("Permissions-Policy")).isPresent();
        assertThat(answer.headers().map())
                .doesNotContainKeys("server", "strict-transport-security", "pragma", "expires", "set-cookie");
    }

    @Test
    void downloadsStayCacheable() {
        String kept = service.keep(L3);

        HttpResponse<byte[]> first = service.get(kept + "/l1.csv");

        assertThat(first.headers().allValues("Cache-Control")).containsExactly("private, no-cache");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(service.get(kept + "/l1.csv", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(service.get(kept + "/l1.csv", "Range", "bytes=0-3").statusCode())
                .isEqualTo(206);
        assertThat(service.get("conversions").headers().firstValue("Cache-Control"))
                .isEmpty();
    }

    @Test
    void actuatorHasFourEndpointsAndNoLoginIsThere() {
        assertThat(json(service.get("/actuator")).path("_links").propertyNames())
                .containsExactlyInAnyOrder(
                        "self", "health", "health-path", "info", "metrics", "metrics-requiredMetricName", "prometheus");
        problem(service.get("/login"), 404, "not-found");
        problem(service.post("/login", "token=x"), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EUR%2FUSD", "5%25", "a%3Bb", "%E2%82%AC"})
    void pathsMayHaveSymbolsOfAllKinds(String symbol) {
        problem(service.get("conversions/" + symbol), 404, "unknown-conversion");
    }

    private String own() {
        return service.uri("/").toString().replaceAll("/$", "");
    }

    private static BodyPublisher noBody() {
        return BodyPublishers.noBody();
    }
}
