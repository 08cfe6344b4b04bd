package io.touchline.web;

import static io.touchline.web.RunningService.await;
import static io.touchline.web.RunningService.json;
import static io.touchline.web.RunningService.problem;
import static io.touchline.web.RunningService.text;
import static io.touchline.web.SocketFeeder.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import io.touchline.gateway.Job;
import io.touchline.gateway.TestBroker;
import io.touchline.gateway.TestJob;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a gateway does when its brokers, its job or itself go, and when there are two. */
class GatewayIT {

    @TempDir
    static Path dir = Path.of("");

    private static TestBroker broker;
    private static Job job;

    private final String symbol;

    GatewayIT(TestInfo test) {
        symbol = test.getTestMethod().orElseThrow().getName();
    }

    @BeforeAll
    static void startBrokerAndJob() {
        broker = new TestBroker(dir.resolve("broker"));
        try (RunningService first = gateway("first")) {
            assertThat(first.get("books").statusCode()).isEqualTo(200); // it made the topics
        }
        job = Job.start(broker.bootstrap());
    }

    @AfterAll
    static void stopBrokerAndJob() {
        job.close();
        broker.close();
    }

    private static RunningService gateway(String name, String... settings) {
        return GatewayServices.start(broker, dir.resolve(name), settings);
    }

    private HttpResponse<byte[]> send(RunningService service, int seqNum) {
        return service.post("books/" + symbol + "/messages", message(symbol, seqNum, "BUY", "1", 1));
    }

    private String history(RunningService service) {
        return text(service.get("books/" + symbol + "/l1.csv"));
    }

    @Test
    void whatOneGatewayAcknowledgedIsBeforeWhatTheOtherIsToldThen() {
        int packets = 300;
        try (RunningService first = gateway("a");
                RunningService second = gateway("b")) {
            RunningService both = RunningService.inTurn(first, second);
            for (int i = 1; i <= packets; i++) {
                JsonNode answer = json(send(both, i));
                assertThat(answer.at("/counters/late_row").asInt()).isZero();
                assertThat(answer.at("/quote/n").asInt()).isEqualTo(i);
                assertThat(answer.at("/quote/seq_num").asString()).isEqualTo("" + i);
            }

            assertThat(history(first).lines()).hasSize(packets + 1);
            assertThat(history(second)).isEqualTo(history(first));
        }
    }

    @Test
    void gatewayThatIsStartedAgainGoesOnWithTheQuotesAndTheirNumbers() {
        String before;
        try (RunningService gateway = gateway("again")) {
            IntStream.rangeClosed(1, 5).forEach(i -> send(gateway, i));
            before = history(gateway);
        }

        try (RunningService gateway = gateway("again");
                SocketClient client = SocketClient.open(gateway, "/ws/l1")) {
            assertThat(history(gateway)).isEqualTo(before);
            assertThat(json(gateway.get("books?after=" + symbol.substring(0, symbol.length() - 1) + "&limit=1"))
                            .at("/books/0/n")
                            .asInt())
                    .isEqualTo(5);
            client.ask("{'op':'subscribe','symbols':['" + symbol + "'],'from':3}");
            send(gateway, 6);
            for (int n = 3; n <= 6; n++) {
                assertThat(client.next("quote").path("n").asInt()).isEqualTo(n);
            }
        }
    }

    @Test
    void whatIsNotAnsweredWhileTheJobIsStoppedIsAppliedOnceItRunsAgain() {
        try (RunningService gateway = gateway("silent", "touchline.kafka.answer-timeout=5s");
                SocketClient socket = SocketClient.open(gateway, "/ws/l3")) {
            send(gateway, 1);
            job.stop();

            JsonNode late = problem(send(gateway, 2), 504, "answer-late");
            assertThat(late.path("detail").asString()).contains("durable", "must not be sent again");
            JsonNode silent = problem(gateway.get("books/" + symbol), 504, "no-answer");
            assertThat(text(gateway.get("/v3/api-docs"))).contains(late.toString(), silent.toString());
            JsonNode frame = socket.ask(message(symbol, 3, "BUY", "1", 1));
            assertThat(frame.path("code").asString()).isEqualTo("no_answer");
            assertThat(gateway.get("/actuator/health/readiness").statusCode()).isEqualTo(200);

            job.start();
            await(() -> gateway.get("books/" + symbol).statusCode() == 200);
            assertThat(json(gateway.get("books/" + symbol)).path("messages").asInt())
                    .isEqualTo(3);
            assertThat(json(send(gateway, 4)).at("/quote/bid_size").asInt()).isEqualTo(4);
            assertThat(history(gateway).lines()).hasSize(5);
        }
    }

    @Test
    void withoutABrokerMessagesAreRefusedAndReadinessIsOffUntilItIsBack() {
        try (RunningService gateway = gateway("alone")) {
            send(gateway, 1);
            broker.stop();
            await(() -> gateway.get("/actuator/health/readiness").statusCode() == 503);

            problem(send(gateway, 2), 503, "journal-unavailable");
            assertThat(gateway.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(gateway.get("books").statusCode()).isEqualTo(200);

            broker.startAgain();
            await(() -> gateway.get("/actuator/health/readiness").statusCode() == 200);
            await(() -> send(gateway, 2).statusCode() == 200);
            assertThat(json(gateway.get("books/" + symbol)).path("last_seq_num").asString())
                    .isEqualTo("2");
        }
    }

    @Test
    void textThatAnotherProducerWritesToTheTopicIsHeard() {
        try (RunningService gateway = gateway("text");
                SocketClient client = SocketClient.open(gateway, "/ws/l1");
                KafkaProducer<byte[], byte[]> topic = new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker.bootstrap()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            client.ask("{'op':'subscribe','symbols':['" + symbol + "']}");

            Future<RecordMetadata> unused = topic.send(new ProducerRecord<>(
                    TestJob.L3,
                    symbol.getBytes(StandardCharsets.UTF_8),
                    RunningService.L3.getBytes(StandardCharsets.UTF_8)));

            assertThat(client.next("quote").path("n").asInt()).isEqualTo(1);
            assertThat(client.next("quote").path("ask_price").asString()).isEqualTo("10.75");
            assertThat(history(gateway)).isEqualTo(RunningService.L1);
        }
    }

    @Test
    void requestsAreCountedAndNoMetricsOfAJournalAreShown() {
        try (RunningService gateway = gateway("metrics")) {
            send(gateway, 1);
            send(gateway, 2);
            send(gateway, 1);
            history(gateway);

            assertThat(text(gateway.get("/actuator/prometheus")))
                    .contains("touchline_live_messages_total{action=\"add\"} 3.0")
                    .contains("touchline_live_outcomes_total{outcome=\"applied\"} 2.0")
                    .contains("touchline_live_outcomes_total{outcome=\"late_row\"} 1.0")
                    .contains("touchline_live_requests_total 3.0")
                    .contains("touchline_live_quotes_total 2.0")
                    .contains("touchline_live_latency_seconds_count 3")
                    .doesNotContain("touchline_live_journal_size", "touchline_live_journal_files");
        }
    }

    @Test
    void requestThatTheTopicDoesNotTakeIsALimit() {
        String orders = IntStream.rangeClosed(1, 500)
                .mapToObj(i -> message(symbol, i, "BUY", "1", 1))
                .collect(Collectors.joining(",", "[", "]"));
        try (RunningService gateway = gateway("limits", "touchline.limits.request-bytes=1KB")) {
            HttpResponse<byte[]> answer = gateway.post("books/" + symbol + "/messages", orders);

            assertThat(problem(answer, 413, "limit-exceeded").path("setting").asString())
                    .isEqualTo("touchline.limits.request-bytes");
            problem(gateway.get("books/" + symbol), 404, "unknown-book");
        }
    }

    @Test
    void settingsThatNoGatewayCanFulfilStopTheStart() {
        assertThatException()
                .isThrownBy(() -> gateway("hold", "touchline.live.hold=1s").close())
                .withStackTraceContaining("touchline.live.hold");
        assertThatException()
                .isThrownBy(() -> RunningService.start(
                                dir.resolve("nobody"),
                                "touchline.kafka.bootstrap=127.0.0.1:1",
                                "touchline.kafka.start-timeout=2s")
                        .close())
                .withStackTraceContaining("TopicsUnavailableException");
    }

    @Test
    void startEndsWhenTheLevel1TopicSaysNothingBeforeItsEnd() {
        try (RunningService gateway = gateway("heard")) {
            send(gateway, 1);
            assertThat(history(gateway).lines()).hasSize(2);
        }

        assertThatException()
                .isThrownBy(() -> gateway(
                                "unheard",
                                "touchline.kafka.start-timeout=1s",
                                "touchline.kafka.properties.default.api.timeout.ms=60000",
                                "touchline.kafka.properties.fetch.min.bytes=1000000000",
                                "touchline.kafka.properties.fetch.max.wait.ms=3600000")
                        .close())
                .withStackTraceContaining("touchline.kafka.start-timeout");
    }
}
