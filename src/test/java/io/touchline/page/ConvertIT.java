package io.touchline.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import io.touchline.web.RunningService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The convert view, by hand: what a person does with files, and what is shown then. */
@InBrowser
class ConvertIT {

    private static final Path UNREADABLE = Path.of("http-examples", "l3-unreadable.csv");

    /** Moves the cursor from the first quote to the last, by keys, and writes down what is read at each. */
    private static final String READ_ALL = """
            () => {
              const chart = document.querySelector('.chart-plots');
              const field = name => document.querySelector(`#cursor [data-field="${name}"]`).textContent;
              const press = key => chart.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
              const read = () => ['time', 'bid', 'ask'].map(field).join('|');
              press('Home');
              const all = [read()];
              const count = Number(document.querySelector('#report [data-field="quotes"]').textContent.replaceAll(',', ''));
              while (all.length < count) {
                press('ArrowRight');
                all.push(read());
              }
              return all;
            }""";

    /** How many pixels of the chart of prices are neither empty nor grey. */
    private static final String COLOURED_PIXELS = """
            () => {
              const canvas = document.querySelector('.chart-prices canvas');
              const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
              let coloured = 0;
              for (let i = 0; i < data.length; i += 4) {
                coloured += data[i + 3] > 200 && Math.abs(data[i] - data[i + 2]) > 80 ? 1 : 0;
              }
              return coloured;
            }""";

    private final RunningService service = RunningService.shared();

    @BeforeEach
    void forgetConversions() {
        RunningService.json(service.get("conversions?limit=1000"))
                .path("conversions")
                .forEach(each -> service.delete("conversions/" + each.path("id").asString()));
    }

    @Test
    void sampleIsConvertedAndItsChartHasEveryQuoteOfTheFile() {
        try (OpenPage page = OpenPage.of(service, "/")) {
            convertSample(page);

            List<?> read = (List<?>) page.page().evaluate(READ_ALL);

            assertThat(read).hasSize(1484);
            String expected = String.join("\n", quotes());
            assertThat(String.join("\n", read.stream().map(String::valueOf).toList())
                            .equals(expected))
                    .as("what the cursor reads is what level 1 has")
                    .isTrue();
            assertThat((Integer) page.page().evaluate(COLOURED_PIXELS)).isGreaterThan(1000);
        }
    }

    private void convertSample(OpenPage page) {
        page.find("#sample").click();
        page.find("#quotes canvas").first().waitFor();
        assertThat(page.text("#report-title", "")).isEqualTo("l3-sample.csv");
    }

    /** The lines of level 1 as the page shows them. */
    private List<String> quotes() {
        return Arrays.stream(
                        RunningService.text(service.get(kept() + "/l1.csv")).split("\n"))
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cell -> cell[0] + "|" + side(cell[1], cell[3]) + "|" + side(cell[2], cell[4]))
                .toList();
    }

    private static String side(String price, String size) {
        return price.isEmpty() ? "none" : price + " × " + size.replaceAll("\\B(?=(\\d{3})+$)", ",");
    }

    /** The path of the newest conversion. */
    private String kept() {
        String id = RunningService.json(service.get("conversions"))
                .at("/conversions/0/id")
                .asString();
        return "conversions/" + id;
    }

    @Test
    void downloadIsWhatTheServiceHas() throws IOException {
        try (OpenPage page = OpenPage.of(service, "/")) {
            convertSample(page);

            Download download =
                    page.page().waitForDownload(() -> page.find("#download").click());

            assertThat(download.suggestedFilename()).isEqualTo("l1.csv");
            assertThat(Files.readAllBytes(download.path()))
                    .isEqualTo(service.get(kept() + "/l1.csv").body());
        }
    }

    @Test
    void brokenFileShowsItsLineAndIsConvertedWithoutIt() {
        try (OpenPage page = OpenPage.of(service, "/")) {
            page.expect("status of 400");

            page.find("#file").setInputFiles(UNREADABLE);
            page.find("#problem").waitFor();

            assertThat(page.find("#problem").innerText())
                    .contains("The input cannot be read", "line\n4", "add_price", "a decimal", "\"1O.50\"");
            page.find("#skip-errors").click();
            page.find("#skipped").waitFor();
            assertThat(page.find("#skipped caption").innerText()).isEqualTo("1 skipped row");
            assertThat(page.find("#skipped tbody").innerText()).isEqualTo("4\tadd_price\ta decimal\t\"1O.50\"");
            assertThat(page.find("#errors").inputValue()).isEqualTo("skip");
        }
    }

    @Test
    void droppedFileIsConvertedWithTheOptionsThatAreChosen() {
        try (OpenPage page = OpenPage.of(service, "/")) {
            page.find("#emit").selectOption("change");
            page.find("#window").fill("7");
            assertThat(page.find("#emit-hint").innerText()).contains("differs from the last row");

            page.page().evaluate("""
                    text => {
                      const dataTransfer = new DataTransfer();
                      dataTransfer.items.add(new File([text], 'dropped.csv'));
                      document.getElementById('drop').dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
                    }""", RunningService.L3);

            assertThat(page.text("#report-title", "dropped.csv")).isEqualTo("dropped.csv");
            assertThat(page.find("#report [data-field=options]").innerText())
                    .isEqualTo("emit change · sides any · crossed keep · window 7 · errors abort");
        }
    }

    @Test
    void numbersBeyondDoublesKeepTheirDigits() {
        String l3 = RunningService.L3_HEADER + """
                9223372036854775807,1,BUY,9007199.254740993,92233720368.54775807,,,,,,,,,,,2026-01-05 09:00:00.123456789 UTC
                """;
        try (OpenPage page = OpenPage.of(service, "/")) {
            page.find("#file").setInputFiles(file("huge.csv", l3));
            page.find("#quotes canvas").first().waitFor();

            assertThat(page.find("#cursor [data-field=time]").innerText())
                    .isEqualTo("2026-01-05 09:00:00.123456789 UTC");
            assertThat(page.find("#cursor [data-field=bid]").innerText())
                    .isEqualTo("9007199.254740993 × 92,233,720,368.54775807");
            assertThat(page.find("#report [data-field=first]").innerText()).contains("9223372036854775807");
        }
    }

    private static FilePayload file(String name, String text) {
        return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void keptConversionIsOpenedByItsAddressAndDeleted() {
        assertThat(service.post("conversions", RunningService.L3, "Content-Type", "text/csv")
                        .statusCode())
                .isEqualTo(201);
        try (OpenPage page = OpenPage.of(service, "/#" + kept().replace("conversions", "convert"))) {
            page.find("#quotes canvas").first().waitFor();
            assertThat(page.find("#kept-list tbody tr[aria-current]").count()).isEqualTo(1);

            page.find("#kept-list >> text=Delete").click();
            page.find("#confirm button.danger").click();

            page.find("#kept-empty").waitFor();
            page.find("#convert-empty").waitFor();
            assertThat(RunningService.json(service.get("conversions"))
                            .path("total")
                            .asInt())
                    .isZero();
        }
    }

    @Test
    void addressOfAConversionThatIsGoneSaysWhatToDo() {
        try (OpenPage page = OpenPage.of(service, "/#convert/00000000000000000000000000000000")) {
            page.expect("status of 404");

            assertThat(page.text("#problem", "There is no such conversion")).contains("Choose another one below");
        }
    }

    @Test
    void zoomAsksForThePointsOfTheRange() {
        try (OpenPage page = OpenPage.of(service, "/")) {
            convertSample(page);
            String whole = page.find(".chart-range").innerText();

            page.page().waitForResponse("**/chart?*from=*", () -> {
                page.find(".chart-plots").focus();
                page.page().keyboard().press("+");
            });
            assertThat(page.find(".chart-range").innerText()).isNotEqualTo(whole);
            page.page()
                    .waitForResponse("**/chart?*", () -> page.page().keyboard().press("0"));

            assertThat(page.find(".chart-range").innerText()).isEqualTo(whole);
        }
    }

    @Test
    void symbolsAreDrawnOneByOne() {
        String l3 = "symbol," + RunningService.L3_HEADER + """
                ABC,1,1,BUY,10.5,100,,,,,,,,,,,2026-01-05 09:00:00 UTC
                XYZ,2,2,SELL,20.5,50,,,,,,,,,,,2026-01-05 09:00:01 UTC
                """;
        try (OpenPage page = OpenPage.of(service, "/")) {
            page.find("#file").setInputFiles(file("two.csv", l3));
            page.find("#quotes canvas").first().waitFor();
            assertThat(page.find("#cursor [data-field=bid]").innerText()).isEqualTo("10.5 × 100");

            page.find("#symbol").selectOption("XYZ");

            assertThat(page.text("#cursor [data-field=ask]", "20.5")).isEqualTo("20.5 × 50");
        }
    }
}
