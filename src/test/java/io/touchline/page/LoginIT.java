package io.touchline.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.web.RunningService;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a service with a token: who is not logged in is led to the form, and back to where they were. */
@InBrowser
class LoginIT {

    private static final String TOKEN = "token-of-the-test";

    private final RunningService service;

    LoginIT(@TempDir Path dir) {
        service = RunningService.start(dir, "touchline.security.token=" + TOKEN);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void tokenOpensThePageAndLogoutClosesIt() {
        try (OpenPage page = OpenPage.of(service, "/")) {
            page.expect("status of 401");
            logIn(page, "wrong");
            assertThat(page.text("#alert", "not the token")).isEqualTo("This is not the token.");

            logIn(page, TOKEN);
            page.find("#sample").click();
            page.find("#quotes canvas").first().waitFor();

            page.find("#logout button").click();
            page.find("#token").waitFor();
            page.go("/");
            page.find("#token").waitFor();
        }
    }

    @Test
    void sessionThatEndedLeadsToTheFormAndBack() {
        try (OpenPage page = OpenPage.of(service, "/")) {
            logIn(page, TOKEN);
            page.find("#kept-empty").waitFor();
            page.expect("status of 401");

            page.page().context().clearCookies();
            page.find("#refresh").click();
            page.find("#token").waitFor();
            logIn(page, TOKEN);

            page.find("#kept-empty").waitFor();
            assertThat(page.page().url())
                    .startsWith(service.uri("/").toString())
                    .doesNotContain("login");
        }
    }

    private static void logIn(OpenPage page, String token) {
        page.find("#token").fill(token);
        page.find("form button").click();
    }
}
