package io.touchline.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.web.RunningService;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How the page and its files are served: the document is asked for each time, the files never again. */
class PageFilesIT {

    private static final Pattern FILE = Pattern.compile("(?:href|src)=\"(page/[^\"]+)\"");
    private static final Pattern VERSIONED = Pattern.compile("page/[0-9a-f]{16}/(.+)");

    private final RunningService service = RunningService.shared();

    @Test
    void documentNamesItsFilesByTheirVersionAndTheseAreKeptForGood() {
        List<String> files = files();

        assertThat(files).hasSizeGreaterThan(8).allMatch(VERSIONED.asMatchPredicate());
        for (String file : files) {
            HttpResponse<byte[]> answer = service.get("/" + file);
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.headers().allValues("Cache-Control"))
                    .containsExactly("max-age=31536000, public, immutable");
        }
    }

    private List<String> files() {
        return FILE.matcher(RunningService.text(service.get("/")))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void documentIsAskedForEachTimeAndSentWhenItIsAnother() {
        HttpResponse<byte[]> first = service.get("/");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(first.headers().allValues("Cache-Control")).containsExactly("no-cache, private");
        assertThat(first.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(service.get("/", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(service.get("/index.html").body()).isEqualTo(first.body());
    }

    @Test
    void fileWithoutItsVersionIsAskedForEachTimeAndOneOfAnotherVersionIsNotThere() {
        MatchResult main = files().stream()
                .map(VERSIONED::matcher)
                .filter(file -> file.matches() && file.group(1).equals("main.js"))
                .findFirst()
                .orElseThrow();

        assertThat(service.get("/page/main.js").headers().allValues("Cache-Control"))
                .containsExactly("no-cache");
        assertThat(service.get("/page/main.js").body())
                .isEqualTo(service.get("/" + main.group()).body());
        assertThat(service.get("/page/0000000000000000/main.js").statusCode()).isEqualTo(404);
    }

    @Test
    void noFileHasScriptsOrStylesInItsMarkup() {
        for (String path : List.of("/", "/readme")) {
            assertThat(RunningService.text(service.get(path)))
                    .doesNotContain("style=", "<style", "onclick", "javascript:")
                    .doesNotContainPattern("<script(?![^>]* src=)");
        }
    }

    @Test
    void sampleOfThePageIsThatOfTheExamples() throws Exception {
        byte[] example = java.nio.file.Files.readAllBytes(java.nio.file.Path.of("http-examples", "l3-sample.csv"));

        assertThat(service.get("/page/l3-sample.csv").body()).isEqualTo(example);
    }
}
