package io.touchline.kill;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Messages that go to one book together. No two requests of a session have a time in common, so that each quote tells of which request it is.
 *
 * @param id counts the requests of a session
 * @param packets its messages, those of a packet together
 */
record Request(long id, String symbol, List<List<L3Row>> packets) {

    private static final long FIRST_NANOS = 1_767_603_600_000_000_000L;
    private static final long NANOS_EACH = 1_000;

    /** The time of the messages of one of a request's packets. */
    static long timeNanos(long id, int packet) {
        return FIRST_NANOS + id * NANOS_EACH + packet;
    }

    /** The id of the request that has a time. */
    static long idAt(long timeNanos) {
        return (timeNanos - FIRST_NANOS) / NANOS_EACH;
    }

    /** Its rows as CSV without the header. */
    String rows() {
        return packets.stream().flatMap(List::stream).map(L3Row::csv).collect(Collectors.joining());
    }

    String csv() {
        return L3Row.HEADER + rows();
    }

    /** Its messages in one of the forms that a service takes. */
    Body body(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new Body("application/json", "[" + json(",") + "]");
            case 1 -> new Body("application/x-ndjson", json("\n"));
            default -> new Body("text/csv", csv());
        };
    }

    private String json(String between) {
        return packets.stream().flatMap(List::stream).map(L3Row::json).collect(Collectors.joining(between));
    }

    /** What is sent over HTTP. */
    record Body(String type, String text) {}
}
