package io.touchline.web;

import static io.touchline.web.RunningService.await;
import static io.touchline.web.SocketFeeder.message;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Messages over {@code /ws/l3}, to a real service, wherever its books are kept. */
abstract class L3SocketContract {

    private final RunningService service;
    private final SocketFeeder symbols;
    private final SocketClient client;
    private final String symbol;

    L3SocketContract(RunningService service) {
        this.service = service;
        symbols = new SocketFeeder(service);
        client = SocketClient.open(service, "/ws/l3");
        symbol = symbols.symbol();
    }

    @AfterEach
    void close() {
        symbols.close();
        client.close();
    }

    @Test
    void everyFrameIsAcknowledgedInItsOrderWithItsId() {
        for (int i = 1; i <= 500; i++) {
            String object = message(symbol, i, "BUY", "1", 1);
            client.send("{'id':" + i + "," + object.substring(1));
        }

        for (int i = 1; i <= 500; i++) {
            assertThat(client.nextText()).isEqualTo("{\"type\":\"ack\",\"id\":" + i + ",\"applied\":1}");
        }
    }

    @Test
    void arrayMixesSymbolsAndItsQuotesComeBeforeItsAcknowledgement() {
        String other = symbols.symbol();
        try (SocketClient quotes = SocketClient.open(service, "/ws/l1")) {
            quotes.ask("{'op':'subscribe','symbols':['" + symbol + "','" + other + "']}");

            JsonNode ack = client.ask("[" + message(symbol, 1, "BUY", "1", 1) + "," + message(other, 1, "BUY", "2", 1)
                    + "," + message(symbol, 2, "SELL", "3", 1) + "]");

            assertThat(ack.toString()).isEqualTo("{\"type\":\"ack\",\"applied\":3}");
            assertThat(IntStream.range(0, 3)
                            .mapToObj(i -> quotes.next("quote"))
                            .map(quote -> quote.path("symbol").asString() + quote.path("n")))
                    .containsExactlyInAnyOrder(symbol + 1, symbol + 2, other + 1);
        }
    }

    @Test
    void frameThatNobodyCanReadChangesNothingAndNamesItsPlace() {
        String good = message(symbol, 1, "BUY", "1", 1);
        String bad = message(symbol, 2, "BUY", "'1O.5'", 1);

        JsonNode error = client.ask("[" + good + "," + good.replace("\"1\"", "\"3\"") + "," + bad + "]");

        assertThat(error.path("type").asString()).isEqualTo("error");
        assertThat(error.path("code").asString()).isEqualTo("unreadable");
        assertThat(error.path("index").asLong()).isEqualTo(2);
        assertThat(error.path("field").asString()).isEqualTo("price");
        assertThat(error.path("expected").asString()).isNotEmpty();
        assertThat(error.path("found").asString()).isEqualTo("\"1O.5\"");
        assertThat(client.ask(good).toString()).isEqualTo("{\"type\":\"ack\",\"applied\":1}");
        try (SocketClient quotes = SocketClient.open(service, "/ws/l1")) {
            quotes.ask("{'op':'subscribe','symbols':['" + symbol + "'],'emit':'packet'}");
            assertThat(quotes.next("quote").path("n").asLong()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense|unreadable",
                "''|unreadable",
                "[]|unreadable",
                "[[]]|unreadable",
                "{}|unreadable",
                "{\"symbol\":\"A\",\"action\":\"ADD\"}|unreadable",
                "{\"symbol\":\"A\",\"symbol\":\"A\"}|unreadable",
                "{\"symbol\":\"*\"}|unreadable",
                "{\"surprise\":1}|unreadable",
                "{\"price\":1e999999999}|unreadable",
            })
    void errorKeepsTheConnection(String frame, String code) {
        JsonNode error = client.ask(frame);

        assertThat(error.path("type").asString()).isEqualTo("error");
        assertThat(error.path("code").asString()).isEqualTo(code);
        assertThat(error.path("detail").asString()).doesNotContain("Exception", "jackson", "java.");
        assertThat(client.ask(message(symbol, 1, "BUY", "1", 1)).toString()).contains("\"applied\":1");
    }

    @Test
    void lateAndDuplicateMessagesAreAcknowledgedAndCounted() {
        client.ask(message(symbol, 5, "BUY", "1", 1));

        assertThat(client.ask(message(symbol, 4, "BUY", "1", 1)).toString())
                .isEqualTo("{\"type\":\"ack\",\"applied\":0,\"late_row\":1}");
    }

    @Test
    void clientThatReadsNoAcknowledgementsIsNotReadAnyMoreUntilItDoes() {
        try (SocketClient frozen = SocketClient.frozen(service, "/ws/l3")) {
            int frames = 5_000;
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
                for (int i = 1; i <= frames; i++) {
                    frozen.send(message(symbol, i, "BUY", "1", 1));
                }
            });
            await(() -> messages(symbol) >= 1_000);

            frozen.thaw();

            for (int i = 1; i <= frames; i++) {
                assertThat(frozen.nextText()).isEqualTo("{\"type\":\"ack\",\"applied\":1}");
            }
            sending.join();
        }
    }

    private int messages(String of) {
        return RunningService.json(service.get("books/" + of)).path("messages").asInt();
    }

    @Test
    void largeFrameIsTakenAsAWhole() {
        String messages = IntStream.rangeClosed(1, 4_000)
                .mapToObj(i -> message(symbol, i, "BUY", "1." + i, 1))
                .collect(Collectors.joining(",", "[", "]"));

        client.socket().sendText(messages.substring(0, 100_000), false).join();
        client.socket().sendText(messages.substring(100_000, 100_001), false).join();
        client.socket().sendText(messages.substring(100_001), true).join();

        assertThat(client.nextText()).isEqualTo("{\"type\":\"ack\",\"applied\":4000}");
    }
}
