package io.touchline.web;

import static io.touchline.web.RunningService.L1;
import static io.touchline.web.RunningService.L3;
import static io.touchline.web.RunningService.json;
import static io.touchline.web.RunningService.problem;
import static io.touchline.web.RunningService.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A service with a token: everything wants it, of programs in a header and of people in a form. */
class TokenIT {

    private static final String TOKEN = "s3cret~with.+/chars=and-enough_of_them";
    private static final String[] RIGHT = {"Authorization", "Bearer " + TOKEN};
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final List<String> READ = List.of(
            "conversions",
            "conversions/none",
            "/v3/api-docs",
            "/swagger-ui/index.html",
            "/actuator",
            "/actuator/info",
            "/actuator/metrics",
            "/actuator/prometheus",
            "/",
            "/page/main.js",
            "/nothing",
            "/ws/l1");

    private final Path dir;
    private final RunningService service;

    TokenIT(@TempDir Path dir) {
        this.dir = dir;
        this.service = RunningService.start(dir, "touchline.security.token=" + TOKEN);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void everyCallWantsTheTokenAndAbsentAndWrongAreToldAlike() {
        for (String call : READ) {
            HttpResponse<byte[]> absent = service.get(call);
            HttpResponse<byte[]> wrong = service.get(call, "Authorization", "Bearer wrong");

            problem(absent, 401, "token-needed");
            assertThat(absent.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"touchline\"");
            assertThat(absent.headers().firstValue("Content-Security-Policy")).isPresent();
            assertThat(text(wrong)).isEqualTo(text(absent));
            assertThat(withoutDate(wrong)).isEqualTo(withoutDate(absent));
            assertThat(service.get(call, RIGHT).statusCode()).as(call).isNotIn(401, 403, 429);
        }
        problem(service.post("l1", L3), 401, "token-needed");
        problem(service.post("conversions", L3), 401, "token-needed");
        problem(service.delete("conversions/none"), 401, "token-needed");
        problem(service.get("conversions", "Authorization", "Basic " + TOKEN), 401, "token-needed");
        problem(service.get("conversions?access_token=" + TOKEN), 401, "token-needed");
        assertThat(text(service.post("l1", L3, RIGHT))).isEqualTo(L1);
    }

    private static String withoutDate(HttpResponse<byte[]> answer) {
        return answer.headers().map().entrySet().stream()
                .filter(each -> !each.getKey().equalsIgnoreCase("Date"))
                .toList()
                .toString();
    }

    @Test
    void descriptionOfTheCallsTellsOfTheToken() {
        JsonNode api = json(service.get("/v3/api-docs", RIGHT));

        assertThat(api.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
        assertThat(api.at("/security/0").has("token")).isTrue();
    }

    @Test
    void probesAreOpenAndTellNoDetails() {
        for (String probe : List.of("", "/liveness", "/readiness")) {
            HttpResponse<byte[]> answer = service.get("/actuator/health" + probe);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(json(answer).path("status").asString()).isEqualTo("UP");
            assertThat(json(answer).has("components")).isFalse();
        }
    }

    @Test
    void socketOfABrowserBringsTheTokenAsItsSubprotocol() {
        String base64 = Base64.getUrlEncoder().withoutPadding().encodeToString(TOKEN.getBytes(StandardCharsets.UTF_8));

        assertThat(service.get("conversions", "Sec-WebSocket-Protocol", "touchline, bearer." + base64)
                        .statusCode())
                .isEqualTo(200);
        problem(service.get("conversions", "Sec-WebSocket-Protocol", "touchline, bearer.bm8"), 401, "token-needed");
        problem(service.get("conversions", "Sec-WebSocket-Protocol", "bearer.?"), 401, "token-needed");
    }

    @Test
    void guesserHasToWaitEvenWithTheRightToken() {
        for (int i = 0; i < 10; i++) {
            problem(service.get("conversions", "Authorization", "Bearer wrong" + i), 401, "token-needed");
        }

        HttpResponse<byte[]> next = service.get("conversions", RIGHT);

        problem(next, 429, "too-many-logins");
        assertThat(next.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 6L);
        HttpResponse<byte[]> form = login("token=" + TOKEN, "Accept", "text/html");
        assertThat(form.statusCode()).isEqualTo(429);
        assertThat(form.headers().firstValue("Retry-After")).isPresent();
        assertThat(text(form)).contains("role=\"alert\"", "Too many wrong tokens");
        problem(service.get("conversions"), 401, "token-needed");
        assertThat(service.get("/actuator/health").statusCode()).isEqualTo(200);
    }

    @Test
    void personIsLedToTheFormAndBackByItsCookie() {
        HttpResponse<byte[]> opened = service.get("/swagger-ui/index.html?a=b", "Accept", "text/html,*/*;q=0.8");
        assertThat(opened.statusCode()).isEqualTo(303);
        String login = opened.headers().firstValue("Location").orElseThrow();
        assertThat(login).isEqualTo("/login?to=%2Fswagger-ui%2Findex.html%3Fa%3Db");

        HttpResponse<byte[]> form = service.get(login, "Accept", "text/html");
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(text(form))
                .contains("action=\"login?to=%2Fswagger-ui%2Findex.html%3Fa%3Db\"", "<label for=\"token\">")
                .doesNotContain("<script", "style=", "{{");

        HttpResponse<byte[]> sent =
                service.post(login, "token=" + encoded(), "Content-Type", FORM, "Origin", own(), "Accept", "text/html");
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.headers().firstValue("Location")).contains("/swagger-ui/index.html?a=b");
        String cookie = sent.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("touchline-session=", "HttpOnly", "SameSite=Strict", "Path=/");

        String session = cookie.split(";", 2)[0];
        assertThat(service.get("/swagger-ui/index.html", "Cookie", session).statusCode())
                .isEqualTo(200);
        assertThat(text(service.get("/login", "Cookie", session))).contains("Log out");
        assertThat(text(service.post("l1", L3, "Cookie", session, "Origin", own())))
                .isEqualTo(L1);
    }

    @Test
    void cookieChangesThingsOnlyForThePagesOfTheService() {
        String session = session();

        problem(service.post("l1", L3, "Cookie", session), 403, "origin-refused");
        problem(service.post("l1", L3, "Cookie", session, "Origin", "http://evil.example"), 403, "origin-refused");
        assertThat(service.get("conversions", "Cookie", session).statusCode()).isEqualTo(200);
        HttpResponse<byte[]> both = service.post("l1", L3, "Cookie", session, RIGHT[0], RIGHT[1]);
        assertThat(text(both)).isEqualTo(L1);
    }

    @Test
    void cookieOpensSocketsOnlyForThePagesOfTheService() throws IOException {
        String handshake = "GET /ws/none HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nCookie: " + session()
                + "\r\n";

        try (HalfSent none = HalfSent.of(service, handshake + "\r\n");
                HalfSent own = HalfSent.of(service, handshake + "Origin: http://localhost\r\n\r\n")) {
            assertThat(none.answer()).startsWith("HTTP/1.1 403");
            assertThat(own.answer()).startsWith("HTTP/1.1 404");
        }
    }

    @Test
    void logoutEndsTheSession() {
        String session = session();

        HttpResponse<byte[]> answer = service.post("/logout", "", "Cookie", session, "Origin", own());

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/login");
        problem(service.get("conversions", "Cookie", session), 401, "token-needed");
    }

    @Test
    void formThatIsWrongComesAgainAndSaysWhy() {
        HttpResponse<byte[]> wrong = login("token=wrong", "Accept", "text/html");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(text(wrong)).contains("role=\"alert\"", "This is not the token.", "<form");
        problem(login("token=wrong"), 401, "token-needed");
        problem(login("other=" + encoded()), 401, "token-needed");
        problem(login("token=%ZZ"), 401, "token-needed");
        problem(login("token=" + "x".repeat(1_000_000)), 401, "token-needed");
        problem(login("token=" + encoded(), "Origin", "http://evil.example"), 403, "origin-refused");
    }

    @Test
    void loginLeadsToNoOtherHost() {
        for (String to : List.of("//evil.example", "/%5Cevil.example", "https://evil.example", "/a%0D%0Ab", "")) {
            HttpResponse<byte[]> sent =
                    service.post("/login?to=" + to, "token=" + encoded(), "Content-Type", FORM, "Origin", own());

            assertThat(sent.headers().firstValue("Location").orElse("/")).isEqualTo("/");
            assertThat(sent.statusCode()).isIn(303, 400);
        }
        String form = text(service.get("/login?to=%22%3E%3Cscript%3E"));
        assertThat(form).contains("<form").doesNotContain("<script");
    }

    @Test
    void bigUploadIsRefusedBeforeItIsRead() throws IOException {
        try (HalfSent client = HalfSent.post(service, "l1", "text/csv", L3)) {
            assertThat(client.answer()).startsWith("HTTP/1.1 401").contains("token-needed");
        }
    }

    @Test
    void answersToTheTokenGiveNoCookie() {
        HttpResponse<byte[]> answer = service.post("l1", L3, RIGHT);

        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void answersOverTlsAskForTlsFromThenOn() {
        try (RunningService proxied = RunningService.start(
                dir.resolve("proxied"),
                "touchline.security.token=" + TOKEN,
                "server.forward-headers-strategy=native")) {
            HttpResponse<byte[]> answer = proxied.send(
                    "POST",
                    "/login",
                    BodyPublishers.ofString("token=" + encoded()),
                    "Content-Type",
                    FORM,
                    "X-Forwarded-Proto",
                    "https");

            assertThat(answer.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
            assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).contains("Secure");
        }
    }

    @Test
    void tokenThatFitsIntoNoHeaderStopsTheStartAndIsNotTold() {
        assertThatException()
                .isThrownBy(() -> RunningService.start(dir.resolve("other"), "touchline.security.token=two words")
                        .close())
                .withStackTraceContaining("touchline.security.token has blanks")
                .satisfies(e -> assertThat(String.valueOf(e)).doesNotContain("two words"));
    }

    private String session() {
        String cookie =
                login("token=" + encoded()).headers().firstValue("Set-Cookie").orElseThrow();
        return cookie.split(";", 2)[0];
    }

    private HttpResponse<byte[]> login(String form, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Content-Type";
        all[1] = FORM;
        return service.post("/login", form, all);
    }

    private static String encoded() {
        return URLEncoder.encode(TOKEN, StandardCharsets.UTF_8);
    }

    private String own() {
        return "http://127.0.0.1:" + service.port();
    }
}
