package io.touchline.web.live;

import static io.touchline.web.RunningService.gzip;
import static io.touchline.web.RunningService.json;
import static io.touchline.web.RunningService.problem;
import static io.touchline.web.RunningService.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.web.RunningService;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import tools.jackson.databind.JsonNode;

/** The calls about live books, and what they answer, wherever the books are kept; each test has a book of its own. */
abstract class BooksContract {

    private static final String BUY = """
            {"seq_num": "1", "time": "2026-01-05 09:00:00 UTC", "action": "ADD", "order_id": "1",
             "side": "BUY", "price": 10.5, "quantity": 100}""";
    private static final String SELL = """
            {"seq_num": "2", "time": "2026-01-05 09:00:01 UTC", "action": "ADD", "order_id": "2",
             "side": "SELL", "price": 10.75, "quantity": 50}""";

    private final RunningService service;
    private final String book;

    BooksContract(RunningService service, TestInfo test) {
        this.service = service;
        book = "books/" + test.getTestMethod().orElseThrow().getName();
    }

    private JsonNode send(String body, String... headers) {
        HttpResponse<byte[]> answer = service.post(book + "/messages", body, headers);
        assertThat(answer.statusCode()).as(() -> text(answer)).isEqualTo(200);
        return json(answer);
    }

    @Test
    void messageIsAppliedAndAnsweredWithTheQuoteNow() {
        HttpResponse<byte[]> answer = service.post(book + "/messages", BUY, "Content-Type", "application/json");

        assertThat(text(answer))
                .isEqualTo("{\"symbol\":\"messageIsAppliedAndAnsweredWithTheQuoteNow\",\"messages\":1,"
                        + "\"counters\":{\"applied\":1,\"refused\":0,\"duplicate_row\":0,\"late_packet\":0,\"late_row\":0,"
                        + "\"held\":0,\"duplicate_add\":0,\"unknown_update\":0,\"unknown_delete\":0,\"unknown_trade\":0,"
                        + "\"overfill\":0},\"first_refused\":null,"
                        + "\"quote\":{\"symbol\":\"messageIsAppliedAndAnsweredWithTheQuoteNow\",\"n\":1,"
                        + "\"time\":\"2026-01-05 09:00:00 UTC\",\"bid_price\":10.5,\"ask_price\":null,\"bid_size\":100,"
                        + "\"ask_size\":0,\"seq_num\":\"1\"}}");
    }

    @Test
    void arrayLinesAndCsvSayTheSame() {
        send("[" + BUY + "," + SELL + "]", "Content-Type", "application/json");
        String expected = text(service.get(book + "/l1.csv"));
        assertThat(expected).isEqualTo(RunningService.L1);

        service.delete(book);
        send(BUY.replace("\n", "") + "\n\n" + SELL.replace("\n", "") + "\n", "Content-Type", "application/x-ndjson");
        assertThat(text(service.get(book + "/l1.csv"))).isEqualTo(expected);

        service.delete(book);
        send(RunningService.L3, "Content-Type", "text/csv");
        assertThat(text(service.get(book + "/l1.csv"))).isEqualTo(expected);
    }

    @Test
    void formIsToldByTheFirstCharacterWhenNoHeaderSaysIt() {
        for (String body : new String[] {BUY, "[" + BUY + "]", "\n " + BUY + SELL, RunningService.L3}) {
            assertThat(send(body, "Content-Type", "application/x-www-form-urlencoded")
                            .at("/quote/bid_price")
                            .asString())
                    .isEqualTo("10.5");
            service.delete(book);
        }
    }

    @Test
    void gzipIsUnpacked() {
        for (String body : new String[] {"[" + BUY + "]", RunningService.L3}) {
            String type = body.startsWith("[") ? "application/json" : "text/csv";
            HttpResponse<byte[]> answer =
                    service.post(book + "/messages", gzip(body), "Content-Type", type, "Content-Encoding", "gzip");
            assertThat(answer.statusCode()).isEqualTo(200);
            byte[] cut = Arrays.copyOf(gzip(body), 60);
            problem(
                    service.post(book + "/messages", cut, "Content-Type", type),
                    400,
                    type.equals("text/csv") ? "unreadable-input" : "unreadable-message");
        }
        assertThat(service.post(book + "/messages", gzip(BUY), "Content-Type", "application/gzip")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void numbersKeepTheirDigitsAsNumbersAndAsStrings() {
        send("""
                [{"seq_num": 5, "time": "2026-01-05T09:00:00Z", "action": "add", "order_id": 9007199254740991,
                  "side": "buy", "price": "12345678.123456789", "quantity": "0.00000001"},
                 {"seq_num": "5", "time": "2026-01-05T09:00:00Z", "action": "ADD", "order_id": "18446744073709551615",
                  "side": "SELL", "price": 1.2345678223456789e7, "quantity": 92233720368.54775807, "is_image": null}]""");

        assertThat(text(service.get(book + "/depth"))).contains("""
                "bids":[{"price":12345678.123456789,"quantity":0.00000001,"orders":1}],\
                "asks":[{"price":12345678.223456789,"quantity":92233720368.54775807,"orders":1}]""");
    }

    @Test
    void stateDepthAndListShowTheBook() {
        send("[" + BUY + "," + SELL + "]");

        JsonNode state = json(service.get(book));
        assertThat(state.path("orders").asInt()).isEqualTo(2);
        assertThat(state.path("bid_levels").asInt()).isEqualTo(1);
        assertThat(state.path("last_seq_num").isString()).isTrue();
        assertThat(state.path("messages").asInt()).isEqualTo(2);
        assertThat(state.path("change_n").asInt()).isEqualTo(2);
        assertThat(state.path("packet_n").asInt()).isEqualTo(2);
        assertThat(state.path("quote")).isEqualTo(json(service.get(book + "/l1")));
        assertThat(json(service.get(book + "/depth?levels=1"))
                        .at("/asks/0/orders")
                        .asInt())
                .isEqualTo(1);
        service.settle("stateDepthAndListShowTheBook");
        JsonNode list = json(service.get("books?after=stateDepthAndListShowTheBoo&limit=1"));
        assertThat(list.path("books").toString()).isEqualTo("[" + state.path("quote") + "]");
        assertThat(list.path("total").asInt()).isPositive();
    }

    @Test
    void oddMessagesAreCountedAndNeverRefused() {
        JsonNode counters = send("""
                [{"seq_num":"7","action":"DELETE","order_id":"x","side":"BUY"},
                 {"seq_num":"7","action":"TRADE","order_id":"x","side":"BUY","quantity":1,"price":3},
                 {"seq_num":"7","action":"UPDATE","order_id":"x","side":"BUY","quantity":1,"price":3},
                 {"seq_num":"7","action":"ADD","order_id":"x","side":"BUY","quantity":1,"price":3},
                 {"seq_num":"7","action":"TRADE","order_id":"x","side":"BUY","quantity":2},
                 {"seq_num":"6","action":"IMAGE"}]""").path("counters");

        assertThat(counters.toString())
                .isEqualTo(
                        "{\"applied\":5,\"refused\":0,\"duplicate_row\":0,\"late_packet\":1,\"late_row\":1,\"held\":0,"
                                + "\"duplicate_add\":1,\"unknown_update\":1,\"unknown_delete\":1,\"unknown_trade\":1,\"overfill\":1}");
    }

    @Test
    void messageThatTheBookRefusesIsNamed() {
        String many = "92233720368.54775807";
        JsonNode answer = send("""
                [{"seq_num":"1","action":"ADD","order_id":"1","side":"BUY","quantity":%s,"price":3},
                 {"seq_num":"2","action":"ADD","order_id":"2","side":"BUY","quantity":1,"price":3},
                 {"seq_num":"3","action":"ADD","order_id":"3","side":"BUY","quantity":1,"price":2}]""".formatted(many));

        assertThat(answer.path("first_refused").toString())
                .isEqualTo("{\"index\":1,\"seq_num\":\"2\",\"reason\":\"quantity_overflow\"}");
        assertThat(answer.at("/counters/applied").asInt()).isEqualTo(2);
        assertThat(answer.at("/counters/refused").asInt()).isEqualTo(1);
        assertThat(text(service.get(book + "/l1"))).contains("\"bid_size\":" + many + ",");
    }

    @Test
    void requestThatGoesOnWithAPacketIsAppliedAndALowerOneIsLate() {
        send(SELL);

        assertThat(send(SELL.replace("\"2\", \"side", "\"3\", \"side")
                                .replace("SELL", "BUY")
                                .replace("10.75", "10"))
                        .at("/counters/late_row")
                        .asInt())
                .isZero();
        assertThat(send(BUY).at("/counters/late_row").asInt()).isEqualTo(1);
    }

    @Test
    void messageWithoutATimeHasThatOfItsArrival() {
        String before = Instant.now().toString().substring(0, 16).replace('T', ' ');

        send(BUY.replaceAll("\"time\": \"[^\"]*\",", ""));

        String time = json(service.get(book + "/l1")).path("time").asString();
        String after = Instant.now().toString().substring(0, 16).replace('T', ' ');
        assertThat(time.substring(0, 16)).isBetween(before, after);
    }

    @Test
    void forgottenBookIsGoneWithItsHistory() {
        send("[" + BUY + "," + SELL + "]");

        assertThat(service.delete(book).statusCode()).isEqualTo(204);
        for (String call : new String[] {book, book + "/l1", book + "/depth", book + "/l1.csv"}) {
            problem(service.get(call), 404, "unknown-book");
        }
        problem(service.delete(book), 404, "unknown-book");

        send(SELL);
        assertThat(text(service.get(book + "/l1.csv")).lines()).hasSize(2);
        assertThat(json(service.get(book + "/l1")).path("n").asInt()).isEqualTo(1);
    }

    @Test
    void historyIsCutByTimeAndByEmit() {
        send("[" + BUY + "," + SELL + "," + SELL.replace("\"2\"", "\"3\"").replace("10.75", "11") + "]");

        assertThat(text(service.get(book + "/l1.csv")).lines()).hasSize(4);
        assertThat(text(service.get(book + "/l1.csv?emit=change")).lines()).hasSize(3);
        assertThat(text(service.get(book + "/l1.csv?to=2026-01-05T09:00:00Z")).lines())
                .hasSize(2);
        assertThat(text(service.get(book + "/l1.csv?from=2026-01-05T09:00:00.5Z"))
                        .lines())
                .hasSize(3);
        HttpResponse<byte[]> answer = service.get(book + "/l1.csv");
        assertThat(answer.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"l1.csv\"");
        assertThat(answer.headers().firstValue("Content-Length")).contains("" + answer.body().length);
        assertThat(service.get(book + "/l1.csv", "Accept-Encoding", "gzip").body())
                .startsWith(0x1F, 0x8B);
    }

    @Test
    void symbolsMayHaveAnyCharacters() {
        for (String symbol : new String[] {"EUR%2FUSD", "%C3%A9%20%25", "a;b", "..a", "BRK.B", "%22q%22"}) {
            HttpResponse<byte[]> answer = service.post("books/" + symbol.replace(";", "%3B") + "/messages", BUY);
            assertThat(answer.statusCode()).as(symbol + text(answer)).isEqualTo(200);
            String name = URLDecoder.decode(symbol, StandardCharsets.UTF_8);
            assertThat(json(answer).path("symbol").asString()).isEqualTo(name);
        }
    }
}
