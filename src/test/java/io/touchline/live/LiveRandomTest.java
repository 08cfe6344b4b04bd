package io.touchline.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.csv.Decimals;
import io.touchline.csv.Times;
import io.touchline.feed.Action;
import io.touchline.feed.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests at random, books forgotten and made anew, ends clean and sudden, settings that change from start to start: what a subscriber that resumes
 * is told, without a hole, is what the history holds.
 */
class LiveRandomTest {

    private static final List<String> SYMBOLS = List.of("A", "B", "C", "D");
    private static final List<Durability> DURABILITIES = List.of(Durability.values());
    private static final int STARTS = 6;
    private static final int REQUESTS = 150;

    private final Map<String, List<String>> told = new ConcurrentHashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void subscriberIsToldWhatHistoryHoldsThroughForgettingAndRestarts(long seed, @TempDir Path dir) throws IOException {
        Random random = new Random(seed);
        long seqNum = 10;
        for (int start = 0; start < STARTS; start++) {
            Path here = dir.resolve("" + start);
            Path next = dir.resolve("" + (start + 1));
            boolean clean = random.nextBoolean();
            try (LiveBooks books = TestBooks.open(settings(random), here)) {
                SYMBOLS.forEach(symbol -> resume(books, symbol));
                for (int i = 0; i < REQUESTS; i++) {
                    seqNum += random.nextInt(3);
                    turn(books, random, seqNum);
                }
                check(books);
                if (!clean) {
                    TestBooks.copy(here, next);
                }
            }
            if (clean) {
                TestBooks.copy(here, next);
            }
        }
    }

    private static LiveSettings settings(Random random) {
        int window = random.nextInt(3) * 2;
        LiveSettings.BookSettings book = new LiveSettings.BookSettings(
                window, Duration.ZERO, 4 + random.nextInt(8), 6 + random.nextInt(6), TestBooks.recent(4_096));
        LiveSettings.JournalSettings journal = new LiveSettings.JournalSettings(
                DURABILITIES.get(random.nextInt(DURABILITIES.size())),
                Duration.ofMillis(1),
                500 + random.nextInt(3_000));
        return new LiveSettings(
                1 + random.nextInt(3),
                100,
                book,
                LiveSettings.QueueSettings.DEFAULT,
                journal,
                LiveSettings.History.DEFAULT);
    }

    private void turn(LiveBooks books, Random random, long seqNum) {
        String symbol = SYMBOLS.get(random.nextInt(SYMBOLS.size()));
        if (random.nextInt(25) == 0) {
            books.forget(symbol).join();
            return;
        }
        LiveRequest request = books.request(symbol);
        long packet = seqNum;
        for (int messages = 1 + random.nextInt(6); messages > 0; messages--) {
            packet = random.nextInt(3) == 0 ? Math.max(0, seqNum + random.nextInt(7) - 4) : packet;
            write(request.next(), random, packet);
            request.keep();
        }
        books.submit(request).join();
    }

    private static void write(Message message, Random random, long seqNum) {
        Action action = Action.of(random.nextInt(12) == 0 ? Action.IMAGE.code() : random.nextInt(4));
        boolean image = action == Action.IMAGE || random.nextInt(15) == 0;
        boolean text = action != Action.IMAGE && random.nextInt(3) == 0;
        int side = action == Action.IMAGE ? 0 : random.nextInt(2);
        long id = random.nextInt(8);
        for (int i = 0; text && i < 8; i++) {
            message.textIdWord(i, i == 0 ? 'a' + id : 0);
        }
        message.set(
                seqNum,
                seqNum * 1_000 + random.nextInt(2_000),
                text || action == Action.IMAGE ? 0 : id,
                action.hasPrice() ? price(random) : 0,
                action.hasQuantity() ? quantity(random) : 0,
                random.nextInt(4) == 0 ? random.nextInt(3) : 0,
                Message.flags(1, 0, text, image, side, action.code()));
    }

    private static long price(Random random) {
        return random.nextInt(8) == 0 ? Long.MAX_VALUE : (random.nextInt(7) - 3) * TestBooks.PRICE / 2;
    }

    private static long quantity(Random random) {
        return random.nextInt(12) == 0 ? Long.MAX_VALUE - 1 : random.nextInt(4) * TestBooks.QUANTITY / 2;
    }

    private void resume(LiveBooks books, String symbol) {
        List<String> known = told.computeIfAbsent(symbol, each -> Collections.synchronizedList(new ArrayList<>()));
        boolean isThere = books.state(symbol) != null;
        assertThat(isThere || known.isEmpty()).isTrue();
        long from = isThere ? known.size() + 1 : SubscriptionRequest.NOW;
        books.subscribe(new SubscriptionRequest(symbol, Emit.PACKET, from), new Heard(known));
    }

    private void check(LiveBooks books) throws IOException {
        books.symbols();
        for (String symbol : SYMBOLS) {
            List<String> rows = told.getOrDefault(symbol, List.of());
            assertThat(TestBooks.rows(books, symbol, Emit.PACKET)).as(symbol).containsExactlyElementsOf(rows);
            assertThat(TestBooks.rows(books, symbol, Emit.CHANGE)).as(symbol).containsExactlyElementsOf(changes(rows));
        }
    }

    private static List<String> changes(List<String> rows) {
        return IntStream.range(0, rows.size())
                .filter(i -> i == 0 || !values(rows.get(i)).equals(values(rows.get(i - 1))))
                .mapToObj(rows::get)
                .toList();
    }

    /** What a row has between its time and its sequence number. */
    private static String values(String row) {
        return row.substring(row.indexOf(','), row.lastIndexOf(','));
    }

    /** Keeps what it is told as rows of level 1. */
    private record Heard(List<String> rows) implements QuoteSubscriber {

        @Override
        public void quote(LiveQuote quote, boolean snapshot) {
            rows.add(row(quote));
            if (quote.n() != rows.size()) {
                rows.add("a hole before " + quote.n());
            }
        }

        private static String row(LiveQuote quote) {
            return String.join(
                    ",",
                    Times.text(quote.timeNanos()),
                    quote.hasBid() ? Decimals.priceText(quote.bidPrice()) : "",
                    quote.hasAsk() ? Decimals.priceText(quote.askPrice()) : "",
                    Decimals.quantityText(quote.bidQuantity()),
                    Decimals.quantityText(quote.askQuantity()),
                    Long.toString(quote.seqNum()));
        }

        @Override
        public void tooOld(String symbol, long oldest) {
            rows.add("too old");
        }

        @Override
        public void forgotten(String symbol) {
            rows.clear();
        }
    }
}
