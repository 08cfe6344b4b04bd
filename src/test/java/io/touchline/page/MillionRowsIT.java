package io.touchline.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.csv.L3Writer;
import io.touchline.feed.Message;
import io.touchline.generate.GeneratorSettings;
import io.touchline.generate.L3Generator;
import io.touchline.web.RunningService;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of a million rows, from its upload to a picture that can be zoomed into. */
@InBrowser
class MillionRowsIT {

    private static final long ROWS = 1_000_000;

    @Test
    void millionRowsAreDrawnAndCanBeZoomedInto(@TempDir Path dir) throws IOException {
        Path l3 = dir.resolve("million.csv");
        generate(l3);
        try (OpenPage page = OpenPage.of(RunningService.shared(), "/")) {
            page.find("#file").setInputFiles(l3);
            page.find("#quotes canvas").first().waitFor();

            assertThat(page.find("#report [data-field=rows]").innerText()).isEqualTo("1,000,000");
            assertThat(page.find("#cursor [data-field=summary]").innerText()).contains("zoom in to see every one");
            page.find(".chart-plots").focus();
            while (!page.find("#cursor [data-field=summary]").innerText().contains("one by one")) {
                page.page().waitForResponse("**/chart?*from=*", () -> zoomIn(page));
            }
        }
    }

    private static void generate(Path l3) throws IOException {
        GeneratorSettings settings = new GeneratorSettings(ROWS, 7, 1, 10, GeneratorSettings.defaultOrders(10));
        L3Generator generator = new L3Generator(settings);
        Message message = new Message();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(l3));
                L3Writer writer = new L3Writer(out, List.of())) {
            writer.header();
            while (generator.next(message)) {
                writer.row(message, generator.position());
            }
        }
    }

    private static void zoomIn(OpenPage page) {
        for (int i = 0; i < 4; i++) {
            page.page().keyboard().press("+");
        }
    }
}
