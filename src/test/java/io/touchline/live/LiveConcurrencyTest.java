package io.touchline.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.feed.Action;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Producers and subscribers at random over many books: what each subscriber is told is what the journal holds. */
class LiveConcurrencyTest {

    private static final int SYMBOLS = 100;
    private static final int PRODUCERS = 4;
    private static final int REQUESTS = 3_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void whatEachSubscriberIsToldIsWhatTheJournalHolds(@TempDir Path dir) throws Exception {
        LiveSettings settings = TestBooks.settings(TestBooks.book(0, 1_000, 1 << 16));
        List<Heard> subscribers = new ArrayList<>();
        long digest;
        try (JournalledBooks books = TestBooks.open(settings, dir)) {
            subscribers.add(Heard.of(books, SubscriptionRequest.now(SubscriptionRequest.ALL, Emit.PACKET)));
            run(PRODUCERS, producer -> produce(books, producer));
            List<Heard> resumed = IntStream.range(0, SYMBOLS)
                    .mapToObj(symbol -> Heard.of(books, new SubscriptionRequest("S" + symbol, Emit.CHANGE, 1)))
                    .toList();
            run(PRODUCERS, producer -> produce(books, PRODUCERS + producer));
            digest = books.digest();

            assertThat(books.counters().messages().received()).isEqualTo(4L * PRODUCERS * REQUESTS);
            for (int symbol = 0; symbol < SYMBOLS; symbol++) {
                String name = "S" + symbol;
                BookState state = Objects.requireNonNull(books.state(name));
                subscribers.get(0).assertAll(name, state.packetN(), TestBooks.rows(books, name, Emit.PACKET));
                resumed.get(symbol).assertAll(name, state.changeN(), TestBooks.rows(books, name, Emit.CHANGE));
            }
        }
        try (JournalledBooks again = TestBooks.open(settings, dir)) {
            assertThat(again.digest()).isEqualTo(digest);
        }
    }

    private static Void produce(JournalledBooks books, int producer) {
        Random random = new Random(producer);
        List<CompletableFuture<Applied>> answers = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            String symbol = "S" + random.nextInt(SYMBOLS);
            Action action = random.nextInt(3) == 0 ? Action.DELETE : Action.UPDATE;
            long seqNum = random.nextInt(10) == 0 ? 0 : System.nanoTime();
            long id = random.nextInt(20);
            LiveRequest request = TestBooks.request(books, symbol, seqNum, action, id, id, id + 1, id);
            answers.add(books.submit(request, PATIENCE));
            if (random.nextInt(50) == 0) {
                answers.forEach(CompletableFuture::join);
                answers.clear();
            }
        }
        answers.forEach(CompletableFuture::join);
        return null;
    }

    private static void run(int threads, ProducerBody body) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Callable<Void>> calls = IntStream.range(0, threads)
                .<Callable<Void>>mapToObj(number -> () -> body.run(number))
                .toList();
        for (Future<Void> each : pool.invokeAll(calls)) {
            each.get();
        }
        pool.shutdown();
    }

    private interface ProducerBody {
        Void run(int number);
    }

    /** What a subscriber was told, by symbol. */
    private static final class Heard implements QuoteSubscriber {

        private final Map<String, List<LiveQuote>> quotes = new ConcurrentHashMap<>();

        static Heard of(JournalledBooks books, SubscriptionRequest request) {
            Heard heard = new Heard();
            books.subscribe(request, heard);
            return heard;
        }

        @Override
        public void quote(LiveQuote quote, boolean snapshot) {
            quotes.computeIfAbsent(quote.symbol(), symbol -> new ArrayList<>()).add(quote);
        }

        @Override
        public void tooOld(String symbol, long oldest) {
            throw new IllegalStateException("too old");
        }

        @Override
        public void forgotten(String symbol) {
            throw new IllegalStateException("forgotten");
        }

        void assertAll(String symbol, long last, List<String> rows) {
            List<LiveQuote> heard = quotes.getOrDefault(symbol, List.of());
            assertThat(heard.stream().map(LiveQuote::n).toList())
                    .isEqualTo(LongStream.rangeClosed(1, last).boxed().toList());
            assertThat(heard.stream().map(LiveQuote::seqNum).toList())
                    .isEqualTo(rows.stream()
                            .map(row -> Long.parseLong(row.substring(row.lastIndexOf(',') + 1)))
                            .toList());
        }
    }
}
