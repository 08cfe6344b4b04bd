package io.touchline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes books move: each message is a packet of its own, and is applied, and its quote heard by all services, when the call returns. */
final class SocketFeeder implements AutoCloseable {

    /** Data outlive the process that ran the tests before. */
    private static final String RUN = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

    private static final AtomicInteger SYMBOLS = new AtomicInteger();

    private final RunningService service;
    private final SocketClient client;
    private final Map<String, Integer> seqNums = new HashMap<>();

    SocketFeeder(RunningService service) {
        this.service = service;
        client = SocketClient.open(service, "/ws/l3");
    }

    /** A symbol that no other test has. */
    String symbol() {
        return RUN + "-" + SYMBOLS.incrementAndGet();
    }

    SocketFeeder bid(String symbol, String price, int quantity) {
        return add(symbol, "BUY", price, quantity);
    }

    SocketFeeder ask(String symbol, String price, int quantity) {
        return add(symbol, "SELL", price, quantity);
    }

    private SocketFeeder add(String symbol, String side, String price, int quantity) {
        int seqNum = seqNums.merge(symbol, 1, Integer::sum);
        String message = message(symbol, seqNum, side, price, quantity);
        assertThat(client.send(message).nextText()).isEqualTo("{\"type\":\"ack\",\"applied\":1}");
        service.settle(symbol);
        return this;
    }

    /** Makes many quotes at once, each of another size; answers how many. */
    int many(String symbol, int quotes) {
        int first = seqNums.merge(symbol, quotes, Integer::sum) - quotes + 1;
        String messages = IntStream.range(first, first + quotes)
                .mapToObj(seqNum -> message(symbol, seqNum, "BUY", "1", 1))
                .collect(Collectors.joining(",", "[", "]"));
        assertThat(client.send(messages).nextText()).isEqualTo("{\"type\":\"ack\",\"applied\":" + quotes + "}");
        return quotes;
    }

    /** An order whose id and time are made of its packet's number. */
    static String message(String symbol, int seqNum, String side, String price, int quantity) {
        return "{\"symbol\":\"%s\",\"seq_num\":\"%d\",\"time\":\"2026-01-05 09:00:00.%06d UTC\",\"action\":\"ADD\","
                        .formatted(symbol, seqNum, seqNum)
                + "\"order_id\":\"%d\",\"side\":\"%s\",\"price\":%s,\"quantity\":%d}"
                        .formatted(seqNum, side, price, quantity);
    }

    @Override
    public void close() {
        client.close();
    }
}
