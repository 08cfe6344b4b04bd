package io.touchline.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.web.RunningService;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page as a whole: its views, its links, its theme. */
@InBrowser
class PageIT {

    private final RunningService service = RunningService.shared();

    @Test
    void addressOfTheServiceShowsTheConvertView() {
        try (OpenPage page = OpenPage.of(service, "/")) {
            page.find("#convert").waitFor();

            assertThat(page.find("h1:visible").innerText()).isEqualTo("Convert level 3 to level 1");
            assertThat(page.find(".views a[aria-current]").innerText()).isEqualTo("Convert");
        }
    }

    @Test
    void hashChoosesTheView() {
        try (OpenPage page = OpenPage.of(service, "/#live")) {
            page.find("#live").waitFor();
            page.find(".views a >> text=Convert").click();
            page.find("#convert").waitFor();
            page.page().goBack();
            page.find("#live").waitFor();

            assertThat(page.page().title()).isEqualTo("Live books · Touchline");
        }
    }

    @Test
    void chosenThemeIsKept() {
        try (OpenPage page = OpenPage.of(service, "/")) {
            page.find("#theme").selectOption("dark");
            page.page().reload();

            assertThat(page.find("#theme").inputValue()).isEqualTo("dark");
            assertThat(page.find("html").getAttribute("data-theme")).isEqualTo("dark");
        }
    }

    @Test
    void readmeIsAPageWithItsTablesAndAnchors() {
        try (OpenPage page = OpenPage.of(service, "/")) {
            page.find(".links >> text=README").click();
            page.find("#interpretations").waitFor();
            page.find("a[href='#security']").first().click();

            assertThat(page.find("table").count()).isGreaterThan(10);
            assertThat(page.find("#security"))
                    .satisfies(title -> assertThat(title.isVisible()).isTrue());
            assertThat(page.find("main a:not([href^='#']):not([href*='://'])")
                            .evaluateAll("all => all.map(a => a.href)"))
                    .isEqualTo(List.of(service.uri("/asyncapi.yaml").toString()));
        }
    }
}
