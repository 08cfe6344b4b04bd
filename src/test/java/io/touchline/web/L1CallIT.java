package io.touchline.web;

import static io.touchline.web.RunningService.L1;
import static io.touchline.web.RunningService.L3;
import static io.touchline.web.RunningService.gzip;
import static io.touchline.web.RunningService.json;
import static io.touchline.web.RunningService.problem;
import static io.touchline.web.RunningService.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class L1CallIT {

    private static final Path REFERENCE = Path.of("..", "shared", "reference");

    private final RunningService service = RunningService.shared();

    @AfterEach
    void nothingIsLeft() {
        service.assertNothingIsLeft();
    }

    @Test
    void csvIsConvertedAndReportedInTheHeader() {
        HttpResponse<byte[]> answer = service.post("l1", L3, "Content-Type", "text/csv");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(text(answer)).isEqualTo(L1);
        assertThat(header(answer, "Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(header(answer, "Content-Disposition")).isEqualTo("attachment; filename=\"l1.csv\"");
        assertThat(header(answer, "Content-Length")).isEqualTo(Integer.toString(L1.length()));
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        JsonNode report = JsonMapper.shared().readTree(header(answer, "Touchline-Report"));
        assertThat(report.path("rows").asInt()).isEqualTo(2);
        assertThat(report.path("quotes").asInt()).isEqualTo(2);
        assertThat(report.at("/counters/applied").asInt()).isEqualTo(2);
        assertThat(report.at("/options/emit").asString()).isEqualTo("packet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/csv",
                "text/csv; charset=utf-8",
                "text/plain",
                "application/gzip",
                "application/octet-stream",
                "application/x-www-form-urlencoded"
            })
    void everyContentTypeThatClientsSendIsRead(String type) {
        assertThat(text(service.post("l1?sides=any", L3, "Content-Type", type))).isEqualTo(L1);
        assertThat(text(service.post("l1?sides=any", gzip(L3), "Content-Type", type)))
                .isEqualTo(L1);
    }

    @Test
    void contentTypeMayBeMissing() {
        assertThat(text(service.post("l1", L3))).isEqualTo(L1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "GZIP"})
    void compressedBodyIsRead(String encoding) {
        assertThat(text(service.post("l1", gzip(L3), "Content-Type", "text/csv", "Content-Encoding", encoding)))
                .isEqualTo(L1);
    }

    @Test
    void chunkedBodyIsRead() {
        byte[] l3 = L3.getBytes(StandardCharsets.UTF_8);

        HttpResponse<byte[]> answer =
                service.send("POST", "l1", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(l3)));

        assertThat(text(answer)).isEqualTo(L1);
    }

    @Test
    void fileOfAFormIsRead() {
        String form = "--b\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"l3.csv\"\r\n"
                + "Content-Type: application/vnd.ms-excel\r\n\r\n" + L3 + "\r\n--b--\r\n";

        HttpResponse<byte[]> answer =
                service.post("l1?sides=both", form, "Content-Type", "multipart/form-data; boundary=b");

        assertThat(text(answer).lines())
                .containsExactly(L1.lines().toList().get(0), L1.lines().toList().get(2));
    }

    @Test
    void formWithoutFileIsRefused() {
        String form = "--b\r\nContent-Disposition: form-data; name=\"data\"\r\n\r\n" + L3 + "\r\n--b--\r\n";

        problem(service.post("l1", form, "Content-Type", "multipart/form-data; boundary=b"), 400, "bad-form");
        problem(service.post("l1", L3, "Content-Type", "multipart/form-data; boundary=b"), 400, "bad-form");
        problem(service.post("l1", L3, "Content-Type", "multipart/form-data"), 400, "bad-form");
    }

    @ParameterizedTest
    @CsvSource({
        "*/*, text/csv;charset=UTF-8",
        "text/*, text/csv;charset=UTF-8",
        "'text/html, application/xhtml+xml, */*;q=0.8', text/csv;charset=UTF-8",
        "application/json, application/json",
        "'application/json, text/csv;q=0.5', application/json",
        "'application/json;q=0, */*;q=0.1', text/csv;charset=UTF-8",
        "application/x-ndjson, application/x-ndjson"
    })
    void acceptChoosesTheForm(String accept, String type) {
        HttpResponse<byte[]> answer = service.post("l1", L3, "Accept", accept);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo(type);
        assertThat(header(answer, "Vary")).contains("Accept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "text/html", "text/csv;q=0", "nonsense"})
    void otherFormsAreRefused(String accept) {
        problem(service.post("l1", L3, "Accept", accept), 406, "not-acceptable");
    }

    @Test
    void reportAloneHasEverything() {
        JsonNode report = json(service.post("l1?emit=change", L3, "Accept", "application/json"));

        assertThat(report.at("/options/emit").asString()).isEqualTo("change");
        assertThat(report.path("first_time").asString()).isEqualTo("2026-01-05 09:00:00 UTC");
        assertThat(report.path("last_seq_num").asString()).isEqualTo("2");
        assertThat(report.path("last_seq_num").isString()).isTrue();
        assertThat(report.path("lowest_ask").decimalValue()).isEqualTo("10.75");
        assertThat(report.path("skipped_rows").isArray()).isTrue();
    }

    @Test
    void rowsAsJsonHaveNumbersAndAStringSequence() {
        HttpResponse<byte[]> answer = service.post("l1", L3, "Accept", "application/x-ndjson");

        assertThat(text(answer).lines().toList().get(1))
                .isEqualTo("{\"time\":\"2026-01-05 09:00:01 UTC\",\"bid_price\":10.5,\"ask_price\":10.75,"
                        + "\"bid_size\":100,\"ask_size\":50,\"seq_num\":\"2\"}");
        assertThat(header(answer, "Content-Disposition")).contains("l1.ndjson");
    }

    @Test
    void answerIsCompressedWhenTheClientAcceptsIt() throws IOException {
        HttpResponse<byte[]> answer = service.post("l1", L3, "Accept-Encoding", "br, gzip;q=0.5");

        assertThat(header(answer, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(answer, "Content-Length")).isEqualTo(Integer.toString(answer.body().length));
        assertThat(header(answer, "Vary")).contains("Accept-Encoding");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes())
                .isEqualTo(L1.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip;q=0", "br"})
    void answerIsPlainOtherwise(String accepted) {
        assertThat(text(service.post("l1", L3, "Accept-Encoding", accepted))).isEqualTo(L1);
    }

    @Test
    void optionsOfTheQueryCount() {
        String withBothSides = L1.lines().toList().get(2);

        assertThat(text(service.post("l1?sides=both&emit=change&crossed=drop&window=0&errors=skip", L3))
                        .lines())
                .containsExactly(L1.lines().toList().get(0), withBothSides);
    }

    @Test
    void referenceDayIsRightByteForByte() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(REFERENCE), "skipped: there is no reference data beside the project");
        byte[] expected;
        try (GZIPInputStream in =
                new GZIPInputStream(Files.newInputStream(REFERENCE.resolve("l1_per_packet.csv.gz")))) {
            expected = in.readAllBytes();
        }

        HttpResponse<byte[]> answer = service.post("l1", Files.readAllBytes(REFERENCE.resolve("l3.csv.gz")));

        assertThat(answer.body()).isEqualTo(expected);
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
