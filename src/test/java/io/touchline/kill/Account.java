package io.touchline.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.convert.Conversion;
import io.touchline.convert.ConversionLimits;
import io.touchline.convert.ConversionOptions;
import io.touchline.csv.Times;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is known about one book: what was sent to it, what was acknowledged, which quotes were heard. Any thread. */
final class Account {

    private static final long PATIENCE_NANOS = Duration.ofSeconds(20).toNanos();
    private static final long NEVER = -1;

    private final String symbol;
    private final boolean isFollowed;
    /** By id: those that are there, and those of which the end of a process leaves it open. */
    private final Map<Long, Request> sent = new HashMap<>();

    private final Set<Long> acknowledged = new HashSet<>();
    private final List<String> heard = new ArrayList<>();
    private List<Request> applied = List.of();
    private long forgetInFlight = NEVER;
    private long forgottenBefore = NEVER;

    /**
     * The account of a book.
     *
     * @param isFollowed whether its quotes are heard; not of one that is forgotten now and then
     */
    Account(String symbol, boolean isFollowed) {
        this.symbol = symbol;
        this.isFollowed = isFollowed;
    }

    String symbol() {
        return symbol;
    }

    synchronized void sending(Request request) {
        sent.put(request.id(), request);
    }

    synchronized void acknowledged(Request request) {
        acknowledged.add(request.id());
    }

    synchronized void forgetting(long id) {
        forgetInFlight = id;
    }

    synchronized void forgotten() {
        forgottenBefore = forgetInFlight;
        forgetInFlight = NEVER;
    }

    private synchronized void heard(long n, String row) {
        heard.add(n == heard.size() + 1 ? row : "number " + n + " instead of " + (heard.size() + 1) + ": " + row);
        notifyAll();
    }

    synchronized int applied() {
        return applied.size();
    }

    /** Finds out which requests are there after a start, lets the straight process catch up on them, and checks that the two are equal. */
    void settle(BooksProcess process, BooksProcess straight) throws IOException, InterruptedException {
        List<String> rows = process.history(symbol, "packet");
        for (Request request : found(rows, straight)) {
            straight.send(request);
        }
        checkHeard(rows);
        if (isFollowed) {
            process.follow(symbol, heard.size() + 1, this::heard);
            awaitHeard(rows);
        }
        assertThat(straight.history(symbol, "packet")).as(symbol).isEqualTo(rows);
        assertThat(process.history(symbol, "change")).as(symbol).isEqualTo(straight.history(symbol, "change"));
        assertThat(process.view(symbol)).as(symbol).isEqualTo(straight.view(symbol));
    }

    /** The requests that are there and were not there before. */
    private synchronized List<Request> found(List<String> rows, BooksProcess straight) throws IOException {
        List<Request> there = requests(rows);
        settleForget(there.isEmpty(), straight);
        assertThat(there.stream().map(Request::id))
                .as(symbol)
                .doesNotHaveDuplicates()
                .containsAll(acknowledged)
                .hasSizeGreaterThanOrEqualTo(applied.size());
        assertThat(there.subList(0, applied.size())).as(symbol).isEqualTo(applied);
        List<Request> fresh = there.subList(applied.size(), there.size());
        applied = there;
        sent.values().retainAll(there);
        acknowledged.addAll(sent.keySet());
        return fresh;
    }

    /** A forget whose answer never came is one that happened when nothing is there; what it was to forget was there, or will never be. */
    private void settleForget(boolean isEmpty, BooksProcess straight) throws IOException {
        if (forgetInFlight != NEVER && isEmpty) {
            forgotten();
        }
        forgetInFlight = NEVER;
        acknowledged.removeIf(id -> id < forgottenBefore);
        sent.keySet().removeIf(id -> id < forgottenBefore);
        if (applied.stream().anyMatch(each -> each.id() < forgottenBefore)) {
            straight.forget(symbol);
            applied = List.of();
        }
    }

    /** The requests that made the quotes, each of which has all of its own, one behind the other. */
    private List<Request> requests(List<String> rows) {
        List<Request> requests = new ArrayList<>();
        for (int at = 0; at < rows.size(); ) {
            long id = Request.idAt(nanos(rows.get(at)));
            Request request = sent.get(id);
            if (request == null) {
                throw new AssertionError("request " + id + ", which is not expected in " + symbol);
            }
            int packets = request.packets().size();
            assertThat(rows.size())
                    .as("request %s of %s is there in part", id, symbol)
                    .isGreaterThanOrEqualTo(at + packets);
            for (int packet = 0; packet < packets; packet++) {
                assertThat(nanos(rows.get(at++))).as(symbol).isEqualTo(Request.timeNanos(id, packet));
            }
            requests.add(request);
        }
        return requests;
    }

    private static long nanos(String row) {
        return Times.nanos(row.substring(0, row.indexOf(',')));
    }

    private synchronized void checkHeard(List<String> rows) {
        assertThat(heard.size()).as(symbol).isLessThanOrEqualTo(rows.size());
        assertThat(heard).as(symbol).isEqualTo(rows.subList(0, heard.size()));
    }

    private synchronized void awaitHeard(List<String> rows) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (heard.size() < rows.size() && System.nanoTime() < end) {
            wait(100);
        }
        assertThat(heard).as(symbol).isEqualTo(rows);
    }

    /** Checks that the book's quotes are what the conversion makes of its messages. */
    void checkConversion(BooksProcess process) throws IOException {
        StringBuilder l3 = new StringBuilder(L3Row.HEADER);
        applied.forEach(request -> l3.append(request.rows()));
        ByteArrayOutputStream l1 = new ByteArrayOutputStream();
        new Conversion(ConversionOptions.DEFAULT, ConversionLimits.DEFAULT)
                .run(new ByteArrayInputStream(l3.toString().getBytes(StandardCharsets.UTF_8)), l1);

        assertThat(process.history(symbol, "packet"))
                .as(symbol)
                .isEqualTo(l1.toString(StandardCharsets.UTF_8).lines().skip(1).toList());
    }
}
