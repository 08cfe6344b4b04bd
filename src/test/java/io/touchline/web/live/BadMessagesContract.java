package io.touchline.web.live;

import static io.touchline.web.RunningService.json;
import static io.touchline.web.RunningService.problem;
import static io.touchline.web.RunningService.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.web.RunningService;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Messages that nobody can read, and more than is allowed: each refuses its whole request, says where and why, and leaves no book behind. */
abstract class BadMessagesContract {

    private static final String GOOD =
            "{\"seq_num\":\"1\",\"action\":\"ADD\",\"order_id\":\"1\",\"side\":\"BUY\",\"price\":1,\"quantity\":1}";
    private static final String BOOK = "books/bad";

    private final RunningService service;

    BadMessagesContract(RunningService service) {
        this.service = service;
    }

    private HttpResponse<byte[]> send(byte[] body, String type) {
        return service.post(BOOK + "/messages", body, "Content-Type", type);
    }

    private JsonNode refused(String body, String type, int status, String kind) {
        return refused(body.getBytes(StandardCharsets.UTF_8), type, status, kind);
    }

    private JsonNode refused(byte[] body, String type, int status, String kind) {
        JsonNode problem = problem(send(body, type), status, kind);
        problem(service.get(BOOK), 404, "unknown-book");
        return problem;
    }

    /** Replaces a part of a good message, which stands behind another good one. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "\"price\":1            | \"price\":\"1O.5\"         | price    | a decimal                        | `\"1O.5\"`",
                "\"price\":1            | \"price\":true             | price    | a number, or a string with one   | true",
                "\"price\":1            | \"price\":{\"a\":1}        | price    | a number, or a string with one   | an object",
                "\"price\":1            | \"price\":[1]              | price    | a number, or a string with one   | an array",
                "\"price\":1            | \"price\":1e40             | price    | a decimal from -9223372036.854775806 to 9223372036.854775806 | `\"1e40\"`",
                "\"price\":1            | \"price\":\"NaN\"          | price    | a decimal                        | `\"NaN\"`",
                "\"price\":1            | \"price\":null             | price    | a decimal                        | none",
                ",\"price\":1           | `,\"price\":\"\"`          | price    | a decimal                        | none",
                "\"quantity\":1         | \"quantity\":-1            | quantity | a decimal from 0 to 92233720368.54775807 | `\"-1\"`",
                ",\"quantity\":1        | ``                         | quantity | a decimal                        | none",
                "\"seq_num\":\"1\"      | \"seq_num\":\"-1\"         | seq_num  | a whole number from 0 to 9223372036854775807 | `\"-1\"`",
                "\"seq_num\":\"1\"      | \"seq_num\":1.0            | seq_num  | a string                         | the number 1.0",
                "\"seq_num\":\"1\"      | \"seq_num\":9007199254740992 | seq_num | `a string, or a number from 0 to 9007199254740991` | `\"9007199254740992\"`",
                "\"seq_num\":\"1\"      | \"seq_num\":-1             | seq_num  | `a string, or a number from 0 to 9007199254740991` | `\"-1\"`",
                "\"seq_num\":\"1\"      | \"seq_num\":\"9223372036854775808\" | seq_num | a whole number from 0 to 9223372036854775807 | `\"9223372036854775808\"`",
                "\"order_id\":\"1\"     | \"order_id\":1.5           | order_id | a string                         | the number 1.5",
                "\"order_id\":\"1\"     | \"order_id\":\"\\u0000\"   | order_id | an order id of 1 to 64 bytes of UTF-8 without a NUL | `\"\\u0000\"`",
                "\"order_id\":\"1\"     | \"order_id\":null          | order_id | an order id                      | none",
                "\"side\":\"BUY\"       | \"side\":\"BID\"           | side     | BUY or SELL                      | `\"BID\"`",
                "\"side\":\"BUY\"       | \"side\":1                 | side     | a string                         | the number 1",
                "\"action\":\"ADD\"     | \"action\":\"INSERT\"      | action   | `ADD, UPDATE, DELETE, TRADE or IMAGE` | `\"INSERT\"`",
                "\"action\":\"ADD\"     | \"action\":null            | action   | `ADD, UPDATE, DELETE, TRADE or IMAGE` | none",
                "\"action\":\"ADD\"     | \"action\":\"IMAGE\"       | order_id | `no order id in an IMAGE, which is of an empty book` | one",
                "\"side\":\"BUY\"       | `\"side\":\"BUY\",\"time\":\"2026-13-01 00:00:00 UTC\"` | time | a UTC time such as 2019-09-16 22:10:16.4945 UTC | `\"2026-13-01 00:00:00 UTC\"`",
                "\"side\":\"BUY\"       | `\"side\":\"BUY\",\"time\":5` | time   | a string                         | the number 5",
                "\"side\":\"BUY\"       | `\"side\":\"BUY\",\"is_image\":\"true\"` | is_image | true or false    | `\"true\"`",
                "\"side\":\"BUY\"       | `\"side\":\"BUY\",\"side\":\"BUY\"` | side | one field of that name         | two",
                "\"side\":\"BUY\"       | `\"side\":\"BUY\",\"symbol\":\"good\"` | symbol | `\"bad\" as in the path, or none` | `\"good\"`"
            })
    void valueThatCannotBeReadIsNamed(String part, String instead, String field, String expected, String found) {
        String message = GOOD.replace(part, instead == null ? "" : instead);
        assertThat(message).isNotEqualTo(GOOD);

        JsonNode problem = refused("[" + GOOD + "," + message + "]", "application/json", 400, "unreadable-message");

        assertThat(problem.path("index").asInt()).isEqualTo(1);
        assertThat(problem.path("field").asString()).isEqualTo(field);
        assertThat(problem.path("expected").asString()).isEqualTo(expected);
        assertThat(problem.path("found").asString()).isEqualTo(found);
        assertThat(problem.path("detail").asString()).startsWith("message 1, field " + field + ": expected ");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "application/json     | `[{}`          | action",
                "application/json     | ``             | a message, found nothing",
                "application/json     | `[]`           | a message, found nothing",
                "application/json     | 7              | an object, or an array of objects, found the number 7",
                "application/json     | null           | an object, or an array of objects, found null",
                "application/json     | [[]]           | an object, found an array",
                "application/json     | `[1]`          | an object, found the number 1",
                "application/json     | `{\"a\":1}`    | a field \"a\"",
                "application/json     | `{\"seq_num\":` | JSON up to its end, found the end of the body",
                "application/json     | `{\"seq_num\":\"1` | JSON up to its end, found the end of the body",
                "application/json     | `{seq_num:1}`  | JSON in UTF-8, found none near line 1, character 3",
                "application/json     | `{\"price\":NaN}` | JSON in UTF-8, found none near line 1",
                "application/json     | `{\"price\":01}` | JSON in UTF-8, found none near line 1",
                "application/json     | `{\"price\":1,}` | JSON in UTF-8, found none near line 1",
                "application/x-ndjson | ``             | a message, found nothing",
                "application/x-ndjson | `[]`           | an object, found an array",
                "application/x-ndjson | `7`            | an object, found the number 7"
            })
    void bodyThatIsNoMessagesIsRefused(String type, String body, String detail) {
        JsonNode problem = refused(body == null ? "" : body, type, 400, "unreadable-message");

        assertThat(problem.path("detail").asString()).contains(detail);
        assertThat(problem.path("index").asInt()).isZero();
    }

    @Test
    void moreThanOneValueIsNoJson() {
        assertThat(refused(GOOD + GOOD, "application/json", 400, "unreadable-message")
                        .path("detail")
                        .asString())
                .isEqualTo("message 1: expected the end of the body, found an object");
    }

    @Test
    void lastOfManyRefusesAll() {
        String many = IntStream.range(0, 10_000).mapToObj(i -> GOOD).collect(Collectors.joining(","));

        JsonNode problem = refused("[" + many + ",{}]", "application/json", 400, "unreadable-message");

        assertThat(problem.path("index").asInt()).isEqualTo(10_000);
    }

    @Test
    void badUtf8IsRefused() {
        byte[] badValue = GOOD.replace("\"1\",\"side", "\"~\",\"side").getBytes(StandardCharsets.ISO_8859_1);
        badValue[GOOD.indexOf("1\",\"side")] = (byte) 0xC3;
        refused(badValue, "application/json", 400, "unreadable-message");

        String half = GOOD.replace("\"order_id\":\"1\"", "\"order_id\":\"\\ud800\"");
        assertThat(refused(half, "application/json", 400, "unreadable-message")
                        .path("field")
                        .asString())
                .isEqualTo("order_id");
        refused(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 0, 1, 2, 3, 4}, "application/json", 400, "unreadable-message");
    }

    @Test
    void deepJsonIsRefusedAtItsFirstStep() {
        for (String open : new String[] {"[", "{\"price\":", "{\"a\":"}) {
            refused(open.repeat(100_000), "application/json", 400, "unreadable-message");
        }
    }

    @Test
    void messageThatIsTooLongIsALimit() {
        for (String long1 : new String[] {
            GOOD.replace("\"1\"", "\"" + "1".repeat(9_000) + "\""),
            GOOD.replace("\"price\":1", "\"price\":" + "1".repeat(9_000)),
            GOOD.replace("\"price\":1", "\"" + "p".repeat(9_000) + "\":1"),
            GOOD.replace("\"price\":1", " ".repeat(9_000) + "\"price\":1")
        }) {
            JsonNode problem = refused(long1, "application/json", 413, "limit-exceeded");
            assertThat(problem.path("setting").asString()).isEqualTo("touchline.limits.message-bytes");
        }
    }

    @Test
    void csvThatCannotBeReadIsNamedByLineAndColumn() {
        String l3 = RunningService.L3;

        JsonNode problem = refused(l3.replace("10.75", "1O.75"), "text/csv", 400, "unreadable-input");
        assertThat(problem.path("line").asInt()).isEqualTo(3);
        assertThat(problem.path("column").asString()).isEqualTo("add_price");
        refused(RunningService.L3_HEADER, "text/csv", 400, "unreadable-input");
        refused("", "text/csv", 400, "unreadable-input");
        String symbols = "symbol," + l3.replace("\n1,", "\nbad,1,").replace("\n2,", "\nworse,2,");
        JsonNode other = refused(symbols, "text/csv", 400, "unreadable-input");
        assertThat(other.path("detail").asString())
                .isEqualTo("line 3, column symbol: expected \"bad\" as in the path, found \"worse\"");
    }

    @Test
    void bodyOfAnotherTypeIsRefused() {
        refused(GOOD, "application/xml", 415, "unsupported-media-type");
        refused(GOOD, "multipart/form-data; boundary=b", 415, "unsupported-media-type");
        refused(GOOD, "application/json; charset=latin1", 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "books/*",
                "books/%00",
                "books/a%0Ab",
                "books/1234567890123456789012345678901234567890123456789012345678901234x"
            })
    void symbolThatNoBookMayHaveIsRefused(String book) {
        HttpResponse<byte[]> answer = service.post(book + "/messages", GOOD);

        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(400);
        assertThat(service.get(book).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "books/bad/depth?levels=0",
                "books/bad/depth?levels=1001",
                "books/bad/depth?levels=x",
                "books/bad/depth?level=1",
                "books/bad/l1.csv?emit=message",
                "books/bad/l1.csv?from=yesterday",
                "books/bad/l1.csv?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z",
                "books/bad/l1/stream?from=0",
                "books/bad/l1/stream?from=x",
                "books?limit=0",
                "books?limit=1&limit=2"
            })
    void optionThatCannotBeUnderstoodIsRefused(String call) {
        assertThat(problem(service.get(call), 400, "bad-option")
                        .path("expected")
                        .asString())
                .isNotEmpty();
    }

    @Test
    void unknownBooksAndMethodsAreProblems() {
        problem(service.get("books/none"), 404, "unknown-book");
        problem(service.get("books/none/l1"), 404, "unknown-book");
        problem(service.get("books/none/depth"), 404, "unknown-book");
        problem(service.get("books/none/l1.csv"), 404, "unknown-book");
        problem(service.delete("books/none"), 404, "unknown-book");
        problem(service.get("books/none/messages"), 405, "method-not-allowed");
        problem(service.get("books/none/what"), 404, "not-found");
    }

    @Test
    void requestThatBreaksOffChangesNothing() throws IOException {
        String head =
                "POST /api/v1/" + BOOK + "/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 100000\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.getOutputStream().write((head + "[" + GOOD).getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            in.readAllBytes();
        }

        problem(service.get(BOOK), 404, "unknown-book");
        assertThat(json(service.get("/actuator/health/readiness"))
                        .path("status")
                        .asString())
                .isEqualTo("UP");
    }
}
