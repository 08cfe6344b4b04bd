package io.touchline.web;

import static io.touchline.web.RunningService.L1;
import static io.touchline.web.RunningService.L3;
import static io.touchline.web.RunningService.json;
import static io.touchline.web.RunningService.problem;
import static io.touchline.web.RunningService.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ConversionsCallIT {

    private static final String TAG = "\"" + sha256(L1) + "\"";
    private static final String NOWHERE = "conversions/00000000000000000000000000000000";

    private final RunningService service = RunningService.shared();
    private String kept = "";

    @BeforeEach
    void keep() {
        kept = service.keep(L3);
    }

    @AfterEach
    void remove() {
        service.delete(kept);
        service.assertNothingIsLeft();
    }

    @Test
    void keptConversionIsReported() {
        JsonNode report = json(service.get(kept));

        assertThat(kept).endsWith(report.path("id").asString());
        assertThat(report.path("state").asString()).isEqualTo("finished");
        assertThat(report.path("rows").asInt()).isEqualTo(2);
        assertThat(report.path("lowest_bid").decimalValue()).isEqualTo("10.5");
        assertThat(report.path("input_sha256").asString()).isEqualTo(sha256(L3));
        assertThat(report.path("output_sha256").asString()).isEqualTo(sha256(L1));
        assertThat(report.path("created").asString()).endsWith(" UTC");
        assertThat(report.path("expires").asString())
                .isGreaterThan(report.path("created").asString());
    }

    @Test
    void listHasTheNewestFirst() {
        String newer = service.keep(L3);

        JsonNode list = json(service.get("conversions?limit=2"));

        assertThat(newer).endsWith(list.at("/conversions/0/id").asString());
        assertThat(kept).endsWith(list.at("/conversions/1/id").asString());
        assertThat(list.path("total").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(list.path("conversions").size()).isEqualTo(2);
        service.delete(newer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=1001", "limit=x", "limit=1&limit=2"})
    void limitThatMakesNoSenseIsRefused(String query) {
        problem(service.get("conversions?" + query), 400, "bad-option");
    }

    @Test
    void wholeFileIsDownloaded() {
        HttpResponse<byte[]> answer = service.get(kept + "/l1.csv");

        assertThat(text(answer)).isEqualTo(L1);
        assertThat(header(answer, "ETag")).isEqualTo(TAG);
        assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(header(answer, "Content-Length")).isEqualTo(Integer.toString(L1.length()));
        assertThat(header(answer, "Content-Disposition")).isEqualTo("attachment; filename=\"l1.csv\"");
    }

    @Test
    void headSaysWhatGetWould() {
        HttpResponse<byte[]> answer = service.send("HEAD", kept + "/l1.csv", BodyPublishers.noBody());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Length")).isEqualTo(Integer.toString(L1.length()));
        assertThat(header(answer, "ETag")).isEqualTo(TAG);
    }

    @Test
    void fileIsCompressedWhenTheClientAcceptsIt() throws IOException {
        HttpResponse<byte[]> answer = service.get(kept + "/l1.csv", "Accept-Encoding", "gzip");

        assertThat(header(answer, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(answer, "ETag")).isNotEqualTo(TAG).startsWith("\"");
        assertThat(header(answer, "Vary")).isEqualTo("Accept-Encoding");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes())
                .isEqualTo(L1.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-3, 0, 4", "bytes=100-, 100, -1", "bytes=-10, -10, -1", "bytes=5-100000, 5, -1"})
    void rangeIsAnsweredAlone(String range, int first, int end) {
        int from = Math.floorMod(first, L1.length());
        int to = end < 0 ? L1.length() : end;

        HttpResponse<byte[]> answer = service.get(kept + "/l1.csv", "Range", range, "Accept-Encoding", "gzip");

        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(text(answer)).isEqualTo(L1.substring(from, to));
        assertThat(header(answer, "Content-Range")).isEqualTo("bytes " + from + "-" + (to - 1) + "/" + L1.length());
        assertThat(header(answer, "Content-Length")).isEqualTo(Integer.toString(to - from));
        assertThat(header(answer, "Content-Encoding")).isEmpty();
        assertThat(header(answer, "ETag")).isEqualTo(TAG);
    }

    @Test
    void severalRangesAreAnsweredInParts() {
        HttpResponse<byte[]> answer = service.get(kept + "/l1.csv", "Range", "bytes=0-3,10-12,-5");

        assertThat(answer.statusCode()).isEqualTo(206);
        String boundary = header(answer, "Content-Type").replaceFirst("multipart/byteranges;\\s*boundary=", "");
        assertThat(text(answer).split("\r\n--" + boundary))
                .hasSize(5)
                .satisfies(parts -> assertThat(parts[1]).endsWith("\r\n\r\n" + L1.substring(0, 4)))
                .satisfies(parts -> assertThat(parts[2])
                        .contains("Content-Range: bytes 10-12/" + L1.length())
                        .endsWith("\r\n\r\n" + L1.substring(10, 13)))
                .satisfies(parts -> assertThat(parts[3]).endsWith("\r\n\r\n" + L1.substring(L1.length() - 5)));
        assertThat(header(answer, "Content-Length")).isEqualTo(Integer.toString(answer.body().length));
    }

    @Test
    void rangeBeyondTheEndIsAProblem() {
        HttpResponse<byte[]> answer = service.get(kept + "/l1.csv", "Range", "bytes=100000-");

        problem(answer, 416, "range-not-satisfiable");
        assertThat(header(answer, "Content-Range")).isEqualTo("bytes */" + L1.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=x", "rows=0-3", "bytes=9-3", "bytes=0-,0-,0-"})
    void rangeThatMakesNoSenseDoesNotCount(String range) {
        HttpResponse<byte[]> answer = service.get(kept + "/l1.csv", "Range", range);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(text(answer)).isEqualTo(L1);
    }

    @Test
    void rangeCountsOnlyForTheSameFile() {
        assertThat(service.get(kept + "/l1.csv", "Range", "bytes=0-3", "If-Range", TAG)
                        .statusCode())
                .isEqualTo(206);
        assertThat(service.get(kept + "/l1.csv", "Range", "bytes=0-3", "If-Range", "\"other\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TAG", "\"other\", TAG", "W/TAG", "*"})
    void unchangedFileIsNotSentAgain(String known) {
        HttpResponse<byte[]> answer = service.get(kept + "/l1.csv", "If-None-Match", known.replace("TAG", TAG));

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(header(answer, "ETag")).isEqualTo(TAG);
    }

    @Test
    void chartHasARowPerPointWhenTheyAreFew() {
        JsonNode chart = json(service.get(kept + "/chart"));

        assertThat(chart.path("exact").asBoolean()).isTrue();
        assertThat(chart.path("symbol").isNull()).isTrue();
        assertThat(chart.path("rows").asInt()).isEqualTo(2);
        assertThat(chart.path("time").toString())
                .isEqualTo("[\"2026-01-05 09:00:00 UTC\",\"2026-01-05 09:00:01 UTC\"]");
        assertThat(chart.at("/bid_price/low").toString()).isEqualTo("[10.5,10.5]");
        assertThat(chart.at("/ask_price/last").toString()).isEqualTo("[null,10.75]");
        assertThat(chart.at("/ask_size/high").toString()).isEqualTo("[0,50]");
        assertThat(chart.path("locked").toString()).isEqualTo("[0,0]");
    }

    @Test
    void chartShowsThePartThatIsAskedFor() {
        String call = kept + "/chart?points=2&from=2026-01-05T09:00:01Z&to=2026-01-05%2009:00:02%20UTC";

        JsonNode chart = json(service.get(call));

        assertThat(chart.path("time").toString()).isEqualTo("[\"2026-01-05 09:00:01 UTC\"]");
        assertThat(chart.path("to").asString()).isEqualTo("2026-01-05 09:00:02 UTC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"points=1", "points=10001", "from=today", "to=x", "symbol=ABC", "zoom=2"})
    void chartOptionThatMakesNoSenseIsRefused(String query) {
        problem(service.get(kept + "/chart?" + query), 400, "bad-option");
    }

    @Test
    void removedConversionIsUnknown() {
        assertThat(service.delete(kept).statusCode()).isEqualTo(204);

        problem(service.get(kept), 404, "unknown-conversion");
        problem(service.get(kept + "/l1.csv"), 404, "unknown-conversion");
        problem(service.get(kept + "/chart"), 404, "unknown-conversion");
        problem(service.delete(kept), 404, "unknown-conversion");
    }

    @ParameterizedTest
    @ValueSource(strings = {NOWHERE, "conversions/x", "conversions/..%2e", "conversions/%2e%2e%2f", "conversions/lock"})
    void otherIdsAreRefused(String call) {
        assertThat(service.get(call).statusCode()).isIn(400, 404);
        assertThat(service.get(call + "/l1.csv").statusCode()).isIn(400, 404);
        assertThat(service.delete(call).statusCode()).isIn(400, 404);
    }

    @Test
    void conversionsAreMeasured() {
        String metrics = text(service.get("/actuator/prometheus"));

        assertThat(metrics)
                .contains("touchline_conversions_total{outcome=\"finished\"}")
                .contains("touchline_conversion_rows_total")
                .contains("touchline_conversion_seconds_count")
                .contains("touchline_conversions_running 0");
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
