package io.touchline.beam;

import io.touchline.beam.L3Requests.Request;
import java.util.Arrays;
import java.util.List;

/** Prints figures. Static. */
final class Figures {

    private static final int PINGS = 600;
    private static final int WARM_UP = 300;
    private static final String HEADER = "time,seq_num,add_order_id,add_side,add_price,add_qty,update_order_id,"
            + "update_side,update_price,update_qty,delete_order_id,delete_side,trade_order_id,trade_side,trade_price,trade_qty";

    private Figures() {}

    static void rate(String what, long messages, long nanos) {
        System.out.printf("%-45s %,12.0f messages/s%n", what, messages * 1e9 / nanos);
    }

    /** Tells how long one message takes, when each waits for the one before. */
    static void latency(String what, Asked asked) throws Exception {
        long[] nanos = new long[PINGS];
        for (int i = 0; i < PINGS; i++) {
            Request ping = ping(i);
            long start = System.nanoTime();
            asked.ask(ping);
            nanos[i] = System.nanoTime() - start;
        }
        long[] warm = Arrays.copyOfRange(nanos, WARM_UP, PINGS);
        Arrays.sort(warm);
        System.out.printf(
                "%-45s p50 %.2f ms, p99 %.2f ms%n",
                what, warm[warm.length / 2] / 1e6, warm[warm.length * 99 / 100] / 1e6);
    }

    private static Request ping(int i) {
        String row = "2026-01-05T09:00:00Z,%d,%d,BUY,10,1,,,,,,,,,,".formatted(i, i);
        return new Request("PING", HEADER, List.of(row));
    }

    /** Sends a request, and waits for its quote. */
    @FunctionalInterface
    interface Asked {
        void ask(Request request) throws Exception;
    }
}
