package io.touchline.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Quotes over {@code /ws/l1}, of a real service, wherever its books are kept. */
abstract class L1SocketContract {

    private final SocketFeeder feeder;
    private final SocketClient client;

    L1SocketContract(RunningService service) {
        feeder = new SocketFeeder(service);
        client = SocketClient.open(service, "/ws/l1");
    }

    @AfterEach
    void close() {
        feeder.close();
        client.close();
    }

    @Test
    void subscriptionStartsWithTheQuoteNowAndGoesOnWithoutAHole() {
        String symbol = feeder.symbol();
        feeder.bid(symbol, "0.27", 100).ask(symbol, "0.275", 50);

        assertThat(client.send("{'op':'subscribe','id':1,'symbols':['" + symbol + "'],'delivery':'all'}")
                        .nextText())
                .isEqualTo("{\"type\":\"subscribed\",\"id\":1,\"symbols\":[\"" + symbol + "\"],\"errors\":[]}");
        assertThat(client.nextText())
                .isEqualTo("{\"type\":\"quote\",\"symbol\":\"" + symbol
                        + "\",\"n\":2,\"snapshot\":true,\"time\":\"2026-01-05 09:00:00.000002 UTC\",\"bid_price\":0.27,"
                        + "\"ask_price\":0.275,\"bid_size\":100,\"ask_size\":50,\"seq_num\":\"2\"}");

        feeder.bid(symbol, "0.28", 10).bid(symbol, "0.01", 10).bid(symbol, "0.28", 5);

        assertThat(client.nextText())
                .isEqualTo("{\"type\":\"quote\",\"symbol\":\"" + symbol
                        + "\",\"n\":3,\"time\":\"2026-01-05 09:00:00.000003 UTC\",\"bid_price\":0.28,"
                        + "\"ask_price\":0.275,\"bid_size\":10,\"ask_size\":50,\"seq_num\":\"3\"}");
        JsonNode change = client.next("quote");
        assertThat(change.path("n").asLong()).isEqualTo(4);
        assertThat(change.path("bid_size").asString()).isEqualTo("15");
    }

    @Test
    void everyPacketIsToldWhenAskedFor() {
        String symbol = feeder.symbol();
        client.ask("{'op':'subscribe','symbols':['" + symbol + "'],'emit':'packet'}");

        feeder.bid(symbol, "2", 10).bid(symbol, "1", 10).bid(symbol, "0.5", 10);

        assertThat(client.next("quote").path("n").asLong()).isEqualTo(1);
        assertThat(client.next("quote").path("n").asLong()).isEqualTo(2);
        JsonNode third = client.next("quote");
        assertThat(third.path("n").asLong()).isEqualTo(3);
        assertThat(third.path("ask_price").isNull()).isTrue();
        assertThat(third.path("ask_size").asInt()).isZero();
    }

    @Test
    void symbolWithoutABookIsHeardWhenItAppears() {
        String symbol = feeder.symbol();
        client.ask("{'op':'subscribe','symbols':['" + symbol + "']}");

        feeder.bid(symbol, "2", 10);

        JsonNode first = client.next("quote");
        assertThat(first.path("n").asLong()).isEqualTo(1);
        assertThat(first.has("snapshot")).isFalse();
    }

    @Test
    void oneBadSymbolSpoilsNoOther() {
        String symbol = feeder.symbol();
        String longest = "x".repeat(65);

        JsonNode answer = client.ask(
                "{'op':'subscribe','id':'a','symbols':['','" + symbol + "',7,'" + longest + "','a\\u0000b']}");

        assertThat(answer.path("id").asString()).isEqualTo("a");
        assertThat(answer.path("symbols").toString()).isEqualTo("[\"" + symbol + "\"]");
        assertThat(answer.path("errors").valueStream().map(each -> each.path("symbol")
                        .asString()))
                .containsExactly("", "7", longest, "a\u0000b");
        assertThat(answer.path("errors"))
                .allMatch(each -> each.path("code").asString().equals("bad_symbol"));
        feeder.bid(symbol, "1", 1);
        assertThat(client.next("quote").path("symbol").asString()).isEqualTo(symbol);
    }

    @Test
    void allBooksAreHeardAlsoLaterOnesAndTakeThePlaceOfNamedOnes() {
        String early = feeder.symbol();
        String late = feeder.symbol();
        feeder.bid(early, "1", 1);
        client.ask("{'op':'subscribe','symbols':['" + early + "']}");
        client.next("quote");

        JsonNode answer = client.ask("{'op':'subscribe','symbols':['*','" + early + "']}");
        assertThat(answer.path("symbols").toString()).isEqualTo("[\"*\"]");
        assertThat(answer.at("/errors/0/code").asString()).isEqualTo("covered");
        assertThat(nextOf(early).path("snapshot").asBoolean()).isTrue();
        feeder.bid(late, "2", 2);
        assertThat(nextOf(late).path("n").asLong()).isEqualTo(1);

        JsonNode none = client.send("{'op':'unsubscribe','symbols':['*']}").next();
        while (none.path("type").asString().equals("quote")) {
            none = client.next();
        }
        assertThat(none.path("type").asString()).isEqualTo("unsubscribed");
        assertThat(none.path("symbols").isEmpty()).isTrue();
    }

    private JsonNode nextOf(String symbol) {
        JsonNode quote = client.next("quote");
        while (!quote.path("symbol").asString().equals(symbol)) {
            quote = client.next("quote");
        }
        return quote;
    }

    @Test
    void subscriberResumesWithoutHoleOrRepeat() {
        String first = feeder.symbol();
        String second = feeder.symbol();
        for (int i = 1; i <= 5; i++) {
            feeder.bid(first, "1", 1).bid(second, "2", 2);
        }

        client.ask("{'op':'subscribe','symbols':['" + first + "'],'from':3}");
        for (int n = 3; n <= 5; n++) {
            JsonNode quote = client.next("quote");
            assertThat(quote.path("n").asLong()).isEqualTo(n);
            assertThat(quote.has("snapshot")).isFalse();
        }
        client.ask("{'op':'subscribe','symbols':['" + second + "','" + first + "'],'from':{'" + second + "':5}}");
        assertThat(new long[] {
                    client.next("quote").path("n").asLong(),
                    client.next("quote").path("n").asLong()
                })
                .containsOnly(5);
        feeder.bid(first, "1", 1);
        assertThat(nextOf(first).path("n").asLong()).isEqualTo(6);
    }

    @Test
    void resumingFromWhereNoQuoteIsAnyMoreIsTooOld() {
        String symbol = feeder.symbol();
        feeder.bid(symbol, "1", 1);

        client.ask("{'op':'subscribe','symbols':['" + symbol + "'],'from':9}");

        JsonNode answer = client.next("too_old");
        assertThat(answer.path("symbol").asString()).isEqualTo(symbol);
        assertThat(answer.path("oldest").asLong()).isEqualTo(1);
        assertThat(client.ask("{'op':'unsubscribe','symbols':['" + symbol + "']}")
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("not_subscribed");
    }

    @Test
    void unsubscribedSymbolIsNotHeardAnyMore() {
        String gone = feeder.symbol();
        String kept = feeder.symbol();
        client.ask("{'op':'subscribe','symbols':['" + gone + "','" + kept + "']}");

        JsonNode answer = client.ask("{'op':'unsubscribe','id':2,'symbols':['" + gone + "']}");
        assertThat(answer.toString())
                .isEqualTo("{\"type\":\"unsubscribed\",\"id\":2,\"symbols\":[\"" + kept + "\"],\"errors\":[]}");
        feeder.bid(gone, "1", 1).bid(kept, "1", 1);

        assertThat(client.next("quote").path("symbol").asString()).isEqualTo(kept);
    }

    @Test
    void paceLetsPricesPassAndTellsHowManySizesItHeldBack() {
        String symbol = feeder.symbol();
        client.ask("{'op':'subscribe','symbols':['" + symbol + "'],'delivery':'latest','every':'60s'}");
        long start = System.nanoTime();

        feeder.bid(symbol, "1", 1).bid(symbol, "1", 1).bid(symbol, "1", 1).bid(symbol, "1", 1);
        assertThat(client.next("quote").path("n").asLong()).isEqualTo(1);
        feeder.bid(symbol, "2", 1);
        JsonNode price = client.next("quote");
        assertThat(price.path("n").asLong()).isEqualTo(5);
        assertThat(price.path("merged").asLong()).isEqualTo(3);
        assertThat(System.nanoTime() - start).isLessThan(50_000_000_000L);
    }

    @Test
    void paceHoldsSizesBackForItsTime() {
        String symbol = feeder.symbol();
        client.ask("{'op':'subscribe','symbols':['" + symbol + "'],'delivery':'latest','every':'1s'}");
        long start = System.nanoTime();

        feeder.bid(symbol, "1", 1);
        assertThat(client.next("quote").path("n").asLong()).isEqualTo(1);
        feeder.bid(symbol, "1", 1).bid(symbol, "1", 1);

        for (long n = 1; n < 3; ) {
            JsonNode next = client.next("quote");
            assertThat(next.path("n").asLong())
                    .isEqualTo(n + 1 + next.path("merged").asLong());
            n = next.path("n").asLong();
        }
        assertThat(System.nanoTime() - start).isGreaterThan(900_000_000L);
    }

    @Test
    void pingIsAnsweredAndErrorsKeepTheConnection() {
        assertError("nonsense", "bad_json", "");
        assertError("[]", "bad_json", "");
        assertError("[".repeat(5_000), "bad_json", "");
        assertError("{'op':'dance','id':4}", "unknown_op", "op");
        assertError("{'id':4}", "unknown_op", "op");
        assertError("{'op':'ping','op':'ping'}", "bad_json", "");
        assertError("{'op':'ping','id':{}}", "bad_field", "id");
        assertError("{'op':'ping','symbol':'A'}", "unknown_field", "\"symbol\"");
        assertError("{'op':'subscribe','symbols':'A'}", "bad_field", "symbols");
        assertError("{'op':'subscribe','symbols':[]}", "bad_field", "symbols");
        assertError("{'op':'subscribe','symbols':['A'],'delivery':'some'}", "bad_field", "delivery");
        assertError("{'op':'subscribe','symbols':['A'],'every':'1s'}", "bad_field", "every");
        assertError("{'op':'subscribe','symbols':['A'],'delivery':'latest','every':'0ms'}", "bad_field", "every");
        assertError("{'op':'subscribe','symbols':['A'],'delivery':'latest','every':250}", "bad_field", "every");
        assertError("{'op':'subscribe','symbols':['A'],'emit':'message'}", "bad_field", "emit");
        assertError("{'op':'subscribe','symbols':['A'],'from':0}", "bad_field", "from");
        assertError("{'op':'subscribe','symbols':['A'],'from':'1'}", "bad_field", "from");
        assertError("{'op':'subscribe','symbols':['A'],'from':1e400}", "bad_field", "from");
        assertError("{'op':'subscribe','symbols':['A'],'from':{'A':1.5}}", "bad_field", "from");

        assertThat(client.send("{'op':'ping','id':3}").nextText()).isEqualTo("{\"type\":\"pong\",\"id\":3}");
        assertThat(client.send("{'op':'ping'}").nextText()).isEqualTo("{\"type\":\"pong\"}");
    }

    private void assertError(String command, String code, String field) {
        JsonNode error = client.ask(command);

        assertThat(error.path("type").asString()).as(error::toString).isEqualTo("error");
        assertThat(error.path("code").asString()).isEqualTo(code);
        assertThat(error.path("field").asString("")).isEqualTo(field);
        assertThat(error.path("detail").asString()).isNotEmpty().doesNotContain("Exception", "jackson", "java.");
        assertThat(error.has("id")).isEqualTo(command.contains("'id':4"));
    }
}
