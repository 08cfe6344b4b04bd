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
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Whatever nobody can read is answered with its place, on both calls that convert, and leaves nothing behind. */
class BadInputIT {

    private static final String HEADER = RunningService.L3_HEADER;
    private static final String GOOD = "1,1,BUY,10.5,100,,,,,,,,,,,2026-01-05 09:00:00 UTC\n";

    private final RunningService service = RunningService.shared();

    @AfterEach
    void nothingIsLeft() {
        service.assertNothingIsLeft();
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                bad("an empty body", "", 1, null),
                bad("a blank line and no header", "\n", 2, null),
                bad("a missing column", HEADER.replace("seq_num,", "") + GOOD, 1, "seq_num"),
                bad("no header", GOOD, 1, "seq_num"),
                bad("a row with too few cells", HEADER + GOOD + "2,2,SELL\n", 3, null),
                bad("a row with too many cells", HEADER + GOOD.replace("\n", ",x\n"), 2, null),
                bad("an unclosed quote", HEADER + GOOD.replace("BUY", "\"BUY"), 2, null),
                bad("a NUL", HEADER + GOOD.replace("10.5", "10\0005"), 2, "add_price"),
                bad("a bad number", HEADER + GOOD.replace("10.5", "1O.5"), 2, "add_price"),
                bad("NaN", HEADER + GOOD.replace("10.5", "NaN"), 2, "add_price"),
                bad("an infinite price", HEADER + GOOD.replace("10.5", "Infinity"), 2, "add_price"),
                bad("a price out of range", HEADER + GOOD.replace("10.5", "1e12"), 2, "add_price"),
                bad("a quantity out of range", HEADER + GOOD.replace(",100,", ",1e12,"), 2, "add_qty"),
                bad("a negative quantity", HEADER + GOOD.replace(",100,", ",-1,"), 2, "add_qty"),
                bad(
                        "a level whose quantities overflow",
                        HEADER
                                + GOOD.replace(",100,", ",9e10,")
                                + GOOD.replace("1,1,BUY", "2,2,BUY").replace(",100,", ",9e10,"),
                        3,
                        "add_qty"),
                bad("two actions in a row", HEADER + GOOD.replace(",100,,", ",100,2"), 2, null),
                bad("no action in a row", HEADER + GOOD.replace("1,1,BUY", "1,,BUY"), 2, null),
                bad("an unknown side", HEADER + GOOD.replace("BUY", "LONG"), 2, "add_side"),
                bad("a negative sequence number", HEADER + GOOD.replace("1,1,BUY", "-1,1,BUY"), 2, "seq_num"),
                bad(
                        "a sequence number beyond 63 bits",
                        HEADER + GOOD.replace("1,1,BUY", "9223372036854775808,1,BUY"),
                        2,
                        "seq_num"),
                bad("a day that no calendar has", HEADER + GOOD.replace("2026-01-05", "2019-02-30"), 2, "time"));
    }

    private static Arguments bad(String what, String l3, int line, @Nullable String column) {
        return Arguments.of(what, l3, line, column);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void unreadableInputIsAnsweredWithItsPlace(String what, String l3, int line, @Nullable String column) {
        for (String call : List.of("l1", "conversions")) {
            JsonNode problem = problem(service.post(call, l3, "Content-Type", "text/csv"), 400, "unreadable-input");

            assertThat(problem.path("line").asInt()).as(what).isEqualTo(line);
            assertThat(problem.path("expected").asString()).as(what).isNotEmpty();
            assertThat(problem.path("found").asString()).as(what).isNotEmpty();
            assertThat(problem.path("column").asString("")).as(what).isEqualTo(column == null ? "" : column);
        }
        assertThat(json(service.get("conversions")).path("conversions").toString())
                .doesNotContain("running");
    }

    @Test
    void missingColumnIsNamed() {
        JsonNode problem = problem(service.post("l1", HEADER.replace("seq_num", "sequence")), 400, "unreadable-input");

        assertThat(problem.path("expected").asString()).contains("seq_num");
        assertThat(problem.path("found").asString()).contains("sequence");
    }

    @Test
    void headerAloneIsAnEmptyResult() {
        assertThat(text(service.post("l1", HEADER))).isEqualTo("time,bid_price,ask_price,bid_size,ask_size,seq_num\n");
    }

    @Test
    void binaryAndUtf16AreUnreadable() {
        byte[] binary = new byte[5000];
        new Random(1).nextBytes(binary);

        problem(service.post("l1", binary), 400, "unreadable-input");
        problem(service.post("l1", L3.getBytes(StandardCharsets.UTF_16)), 400, "unreadable-input");
    }

    @Test
    void cutGzipIsUnreadable() {
        byte[] packed = gzip(L3.repeat(1));

        problem(service.post("l1", Arrays.copyOf(packed, packed.length - 12)), 400, "unreadable-input");
        problem(service.post("l1", Arrays.copyOf(packed, 5)), 400, "unreadable-input");
    }

    @Test
    void gzipBombMeetsTheLimitOfALine() {
        JsonNode problem = problem(service.post("l1", gzip("x".repeat(50_000_000))), 413, "limit-exceeded");

        assertThat(problem.path("setting").asString()).isEqualTo("touchline.limits.line-bytes");
    }

    @Test
    void tooLongLineIsALimit() {
        String l3 = HEADER + GOOD + "x".repeat(10_000_000) + "\n";

        JsonNode problem = problem(service.post("l1", l3), 413, "limit-exceeded");

        assertThat(problem.path("line").asInt()).isEqualTo(3);
        assertThat(problem.path("limit").asString()).isEqualTo("line-bytes");
    }

    @Test
    void tooManyColumnsAreALimit() {
        JsonNode problem = problem(service.post("l1", "a,".repeat(256) + HEADER), 413, "limit-exceeded");

        assertThat(problem.path("setting").asString()).isEqualTo("touchline.limits.columns");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "emit=often",
                "emit=change&emit=packet",
                "window=-1",
                "window=1000001",
                "window=many",
                "depth=3",
                "emit="
            })
    void optionThatMakesNoSenseIsRefused(String query) {
        JsonNode problem = problem(service.post("l1?" + query, L3), 400, "bad-option");

        assertThat(problem.path("option").asString()).isNotEmpty();
        assertThat(problem.path("expected").asString()).isNotEmpty();
        assertThat(problem.has("found")).isTrue();
    }

    @Test
    void skippedRowsAreReportedUpToTheFirstHundred() {
        String l3 = HEADER + GOOD + GOOD.replace("10.5", "x").repeat(150);

        JsonNode report = json(service.post("l1?errors=skip", l3, "Accept", "application/json"));

        assertThat(report.at("/counters/skipped").asInt()).isEqualTo(150);
        assertThat(report.path("skipped_rows").size()).isEqualTo(100);
        assertThat(report.at("/skipped_rows/0/line").asInt()).isEqualTo(3);
        assertThat(report.at("/skipped_rows/0/column").asString()).isEqualTo("add_price");
        assertThat(report.path("quotes").asInt()).isEqualTo(1);
    }

    @Test
    void clientThatSendsAllBeforeItReadsGetsItsAnswer() {
        HttpResponse<byte[]> answer =
                service.send("POST", "l1", BodyPublishers.ofInputStream(() -> badThenEndless(300_000_000)));

        assertThat(problem(answer, 400, "unreadable-input").path("line").asInt())
                .isEqualTo(3);
        assertThat(text(service.post("l1", L3))).isEqualTo(L1);
    }

    /** A body whose third line is bad and which goes on for so many bytes. */
    private static InputStream badThenEndless(long bytes) {
        byte[] rows =
                (HEADER + GOOD + GOOD.replace("BUY", "LONG") + GOOD.repeat(20_000)).getBytes(StandardCharsets.UTF_8);
        Iterator<InputStream> pieces = Stream.generate(() -> (InputStream) new ByteArrayInputStream(rows))
                .limit(bytes / rows.length)
                .iterator();
        List<InputStream> all = new ArrayList<>();
        pieces.forEachRemaining(all::add);
        return new SequenceInputStream(Collections.enumeration(all));
    }

    @Test
    void otherEncodingsAndTypesAreRefused() throws IOException {
        problem(service.post("l1", L3, "Content-Encoding", "br"), 415, "unsupported-media-type");
        problem(service.post("l1", L3, "Content-Type", "application/json"), 415, "unsupported-media-type");
        problem(service.post("l1", L3, "Content-Type", "nonsense"), 415, "unsupported-media-type");
        problem(service.post("l1", L3, "Content-Type", "text/csv; charset=utf-16"), 415, "unsupported-media-type");
    }

    @Test
    void pathsAndMethodsThatAreNotThereAreProblems() {
        problem(service.get("nothing"), 404, "not-found");
        problem(service.get("/nothing"), 404, "not-found");
        problem(service.get("/error"), 404, "not-found");
        problem(service.get("/actuator/env"), 404, "not-found");
        HttpResponse<byte[]> answer = service.get("l1");
        problem(answer, 405, "method-not-allowed");
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
        problem(service.get("conversions", "Accept", "image/png"), 406, "not-acceptable");
    }
}
