package io.touchline.web;

import static io.touchline.web.RunningService.await;
import static io.touchline.web.RunningService.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Sockets that are used badly: told why, closed with a code where it must be, and of no harm to others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileSocketIT {

    private static final String UPGRADE = """
             HTTP/1.1
            Host: localhost
            Connection: Upgrade
            Upgrade: websocket
            Sec-WebSocket-Version: 13
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
            """.replace("\n", "\r\n");

    private static final int SOCKETS = 10;
    private static final Duration HEARTBEAT = Duration.ofMillis(200);
    private static final Duration STALL = Duration.ofSeconds(4);

    private final RunningService service;
    private final List<AutoCloseable> opened = new ArrayList<>();

    HostileSocketIT(@TempDir Path dir) {
        service = RunningService.start(
                dir,
                "touchline.socket.connections=" + SOCKETS,
                "touchline.socket.subscriptions=1000",
                "touchline.socket.frame-characters=100000",
                "touchline.socket.heartbeat=" + HEARTBEAT.toMillis() + "ms",
                "touchline.socket.stall=" + STALL.toSeconds() + "s");
    }

    @BeforeAll
    void serves() {
        assertThat(service.get("/actuator/health").statusCode()).isEqualTo(200);
    }

    @AfterEach
    void stillServes() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
        opened.clear();
        try (SocketFeeder feeder = new SocketFeeder(service);
                SocketClient client = SocketClient.open(service, "/ws/l1")) {
            String symbol = feeder.symbol();
            client.ask("{'op':'subscribe','symbols':['" + symbol + "']}");
            feeder.bid(symbol, "1", 1);
            assertThat(client.next("quote").path("n").asLong()).isEqualTo(1);
        }
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private SocketClient open(String path) {
        SocketClient client = SocketClient.open(service, path);
        opened.add(client);
        return client;
    }

    private HalfSent raw(String path) throws IOException {
        HalfSent raw = HalfSent.of(service, "GET " + path + UPGRADE + "\r\n");
        opened.add(raw);
        assertThat(raw.answer()).startsWith("HTTP/1.1 101");
        return raw;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ws/l1", "/ws/l3"})
    void frameThatIsTooBigClosesWithItsCode(String path) {
        SocketClient client = open(path);

        client.send(" ".repeat(100_001));

        assertThat(client.closing())
                .isEqualTo("1009 a frame of more than 100000 characters (touchline.socket.frame-characters)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ws/l1", "/ws/l3"})
    void frameThatIsTooBigInManyPartsClosesWithItsCode(String path) {
        SocketClient client = open(path);

        for (int i = 0; i < 11; i++) {
            client.socket().sendText(" ".repeat(10_000), false).join();
        }

        assertThat(client.closing()).startsWith("1009 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ws/l1", "/ws/l3"})
    void binaryFrameClosesWithItsCode(String path) {
        SocketClient client = open(path);

        client.sendBinary(new byte[] {1, 2, 3});

        assertThat(client.closing()).isEqualTo("1003 expected frames of text, found a binary one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ws/l1", "/ws/l3"})
    void bytesThatAreNoUtf8CloseWithTheirCode(String path) throws IOException {
        HalfSent raw = raw(path);

        raw.send(new byte[] {(byte) 0x81, (byte) 0x82, 0, 0, 0, 0, (byte) 0xff, (byte) 0xfe});

        assertThat(closing(raw)).matches("1007 .+").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ws/l1", "/ws/l3"})
    void framesThatBreakTheProtocolCloseWithTheirCode(String path) throws IOException {
        HalfSent raw = raw(path);

        raw.send(new byte[] {(byte) 0x83, (byte) 0x80, 0, 0, 0, 0});

        assertThat(closing(raw)).matches("1002 .+").doesNotContain("Exception");
    }

    /** The code and the reason of the close frame, behind other frames. */
    private static String closing(HalfSent raw) throws IOException {
        while (true) {
            int opcode = raw.read() & 0xf;
            int length = raw.read();
            byte[] payload = raw.read(length == 126 ? raw.read() << 8 | raw.read() : length);
            if (opcode == 8) {
                int code = (payload[0] & 0xff) << 8 | (payload[1] & 0xff);
                return code + " " + new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8);
            }
        }
    }

    @Test
    void handshakesThatAreNoneAreRefusedWithAProblem() throws IOException {
        problem(service.get("/ws/l1"), 426, "upgrade-required");
        problem(service.post("/ws/l3", "{}"), 405, "method-not-allowed");
        try (HalfSent none = HalfSent.of(
                service,
                "GET /ws/l1 HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n")) {
            assertThat(none.answer()).startsWith("HTTP/1.1 4").doesNotContain("Exception");
        }
        try (HalfSent stranger = HalfSent.of(service, "GET /ws/l1" + UPGRADE + "Origin: http://evil.example\r\n\r\n")) {
            assertThat(stranger.answer()).startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void subprotocolIsAnsweredAndNothingIsCompressed() throws IOException {
        try (HalfSent browser = HalfSent.of(
                service,
                "GET /ws/l1" + UPGRADE + "Sec-WebSocket-Protocol: touchline, bearer.x\r\n"
                        + "Sec-WebSocket-Extensions: permessage-deflate\r\n\r\n")) {
            assertThat(browser.answer())
                    .startsWith("HTTP/1.1 101")
                    .contains("Sec-WebSocket-Protocol: touchline\r\n")
                    .doesNotContain("Sec-WebSocket-Extensions");
        }
    }

    @Test
    void thousandsOfSubscriptionsStopAtTheLimit() {
        SocketClient client = open("/ws/l1");
        String symbols =
                IntStream.range(0, 1_500).mapToObj(i -> "\"T" + i + "\"").collect(Collectors.joining(",", "[", "]"));

        JsonNode answer = client.ask("{'op':'subscribe','id':1,'symbols':" + symbols + "}");

        assertThat(answer.path("symbols").size()).isEqualTo(1_000);
        assertThat(answer.path("errors").size()).isEqualTo(500);
        assertThat(answer.at("/errors/0/code").asString()).isEqualTo("too_many_subscriptions");
        for (int i = 0; i < 200; i++) {
            assertThat(client.ask("{'op':'subscribe','id':1,'symbols':" + symbols + "}")
                            .path("symbols")
                            .size())
                    .isEqualTo(1_000);
        }
    }

    @Test
    void socketsStopAtTheLimitAndAreFreedWhenTheyAreCut() throws IOException {
        await(() -> openSockets() == 0); // those of the test before are being closed
        List<HalfSent> sockets = new ArrayList<>();
        for (int i = 0; i < SOCKETS; i++) {
            sockets.add(raw("/ws/l1"));
        }
        await(() -> openSockets() == SOCKETS);

        try (HalfSent more = HalfSent.of(service, "GET /ws/l1" + UPGRADE + "\r\n")) {
            assertThat(more.answer()).startsWith("HTTP/1.1 503").contains("too-many-sockets");
        }
        for (HalfSent each : sockets) {
            each.reset();
        }
        await(() -> openSockets() == 0);
    }

    private int openSockets() {
        return (int) RunningService.json(service.get("/actuator/metrics/touchline.sockets"))
                .at("/measurements/0/value")
                .asDouble();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ws/l1", "/ws/l3"})
    void clientThatReadsNothingIsClosedAndFindsOutWhyWhenItReads(String path) throws IOException {
        HalfSent frozen = raw(path);

        await(() -> openSockets() == 0);

        assertThat(closing(frozen)).isEqualTo("1013 slow reader: nothing was read for 4 s (touchline.socket.stall)");
    }

    @Test
    void clientThatAnswersPingsStaysThoughItSaysNothing() {
        SocketClient client = open("/ws/l1");
        long start = System.nanoTime();
        long past = 0;
        int heartbeats = 0;

        while (past < STALL.multipliedBy(3).dividedBy(2).toNanos() || heartbeats < 5) {
            String frame = client.nextOfAll();
            assertThat(frame).startsWith("{\"type\":\"heartbeat\",\"time\":\"20");
            heartbeats++;
            past = System.nanoTime() - start;
        }

        assertThat(heartbeats).isLessThanOrEqualTo((int) (past / HEARTBEAT.toNanos()) + 2);
        assertThat(client.isClosed()).isFalse();
    }

    @Test
    void floodOfPingsIsAnsweredOrStopped() {
        SocketClient client = open("/ws/l1");

        for (int i = 0; i < 20_000; i++) {
            client.socket().sendPing(ByteBuffer.allocate(100)).join();
        }
        for (int i = 0; i < 20_000; i++) {
            client.send("{'op':'ping','id':" + i + "}");
        }

        for (int i = 0; i < 20_000; i++) {
            assertThat(client.nextText()).isEqualTo("{\"type\":\"pong\",\"id\":" + i + "}");
        }
    }
}
