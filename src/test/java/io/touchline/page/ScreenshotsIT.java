package io.touchline.page;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.touchline.web.RunningService;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of each state of the page in {@code target/screenshots}, for people to look at. */
@InBrowser
class ScreenshotsIT {

    private static final String TOKEN = "token-of-the-test";
    private static final double BYTES_PER_SECOND = 40_000;

    private static final String LONG = "1,1,BUY,10.5,300,,,,,,,,,,,2026-01-05 09:00:00 UTC\n";

    /** A book that is ordinary, then locked, then crossed, then without an ask. */
    private static final String AUCTION = RunningService.L3_HEADER + """
            1,1,BUY,10.5,300,,,,,,,,,,,2026-01-05 09:00:00 UTC
            2,2,SELL,10.7,200,,,,,,,,,,,2026-01-05 09:00:01 UTC
            3,3,BUY,10.6,50,,,,,,,,,,,2026-01-05 09:00:04 UTC
            4,4,SELL,10.6,120,,,,,,,,,,,2026-01-05 09:00:06 UTC
            5,5,BUY,10.65,80,,,,,,,,,,,2026-01-05 09:00:09 UTC
            6,,,,,,,,,5,BUY,,,,,2026-01-05 09:00:12 UTC
            7,,,,,,,,,4,SELL,,,,,2026-01-05 09:00:13 UTC
            8,6,SELL,1O.8,120,,,,,,,,,,,2026-01-05 09:00:14 UTC
            9,,,,,,,,,2,SELL,,,,,2026-01-05 09:00:15 UTC
            10,,,,,,,,,77,SELL,,,,,2026-01-05 09:00:18 UTC
            """;

    private final Path dir;

    ScreenshotsIT(@TempDir Path dir) {
        this.dir = dir;
    }

    @ParameterizedTest
    @CsvSource({"360, LIGHT", "360, DARK", "1280, LIGHT", "1280, DARK", "2560, LIGHT", "2560, DARK"})
    void statesOfTheConvertView(int width, ColorScheme colours) {
        try (RunningService service = RunningService.start(dir);
                OpenPage page = OpenPage.of(service, "/", width, colours)) {
            Shooting shooting = new Shooting(page, width, colours);
            page.find("#kept-empty").waitFor();
            shooting.shoot("convert-empty");
            shootProgress(page, shooting);
            page.find("#sample").click();
            page.find("#quotes canvas").first().waitFor();
            shooting.shoot("convert-report");
            shootAuction(page, shooting);
            page.find("#kept-list >> text=Delete").first().click();
            shooting.shootScreen("convert-delete");
            page.go("/readme");
            shooting.shoot("readme");
        }
    }

    /** An upload over a slow network, long enough for any machine, is cancelled. */
    private static void shootProgress(OpenPage page, Shooting shooting) {
        CDPSession network = slowDown(page);
        page.find("#file").setInputFiles(file("long.csv", RunningService.L3_HEADER + LONG.repeat(100_000)));
        page.find("#progress [data-field=rows]:not(:text-is('0'))").waitFor();
        shooting.shoot("convert-progress");
        page.find("#cancel").click();
        page.find("#convert-empty").waitFor();
        network.detach();
    }

    private static FilePayload file(String name, String text) {
        return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static CDPSession slowDown(OpenPage page) {
        CDPSession session = page.page().context().newCDPSession(page.page());
        JsonObject slow = new JsonObject();
        slow.addProperty("offline", false);
        slow.addProperty("latency", 0);
        slow.addProperty("downloadThroughput", -1);
        slow.addProperty("uploadThroughput", BYTES_PER_SECOND);
        session.send("Network.enable");
        session.send("Network.emulateNetworkConditions", slow);
        return session;
    }

    private static void shootAuction(OpenPage page, Shooting shooting) {
        page.expect("status of 400");
        page.find("#file").setInputFiles(file("auction.csv", AUCTION));
        page.find("#problem").waitFor();
        shooting.shoot("convert-problem");
        page.find("#skip-errors").click();
        page.find("#skipped").waitFor();
        page.find("#quotes canvas").first().waitFor();
        page.find(".chart-plots").focus();
        page.page().keyboard().press("Home");
        for (int i = 0; i < 4; i++) {
            page.page().keyboard().press("ArrowRight");
        }
        shooting.shoot("convert-auction");
    }

    @ParameterizedTest
    @CsvSource({"360, LIGHT", "360, DARK", "1280, LIGHT", "1280, DARK", "2560, LIGHT", "2560, DARK"})
    void statesOfTheLogin(int width, ColorScheme colours) {
        try (RunningService service = RunningService.start(dir, "touchline.security.token=" + TOKEN);
                OpenPage page = OpenPage.of(service, "/", width, colours)) {
            page.expect("status of 401");
            Shooting shooting = new Shooting(page, width, colours);
            shooting.shoot("login");
            logIn(page, "wrong");
            page.find("#alert").waitFor();
            shooting.shoot("login-wrong");
            logIn(page, TOKEN);
            page.find("#logout").waitFor();
            page.go("/login");
            shooting.shoot("login-out");
        }
    }

    private static void logIn(OpenPage page, String token) {
        page.find("#token").fill(token);
        page.find("form button").click();
    }

    /** Pictures of one width and theme. */
    private record Shooting(OpenPage page, int width, ColorScheme colours) {
        void shoot(String state) {
            page.shoot(name(state));
        }

        void shootScreen(String state) {
            page.shootScreen(name(state));
        }

        private String name(String state) {
            return state + "-" + width + "-" + (colours == ColorScheme.DARK ? "dark" : "light");
        }
    }
}
