package io.touchline.web.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.feed.Quote;
import io.touchline.live.Emit;
import io.touchline.live.LiveQuote;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an outbox lets through when quotes come faster than they go. */
class OutboxTest {

    private static final StreamOptions ALL = new StreamOptions(false, 0, Emit.CHANGE);
    private static final StreamOptions LATEST = new StreamOptions(true, 0, Emit.CHANGE);

    private final Outbox outbox = new Outbox(4);
    private final SocketCounters counters = new SocketCounters();
    private final SocketTimer timer = new SocketTimer(Thread::new);

    @AfterEach
    void stop() {
        timer.close();
    }

    @Test
    void quoteThatIsTakenBetweenTwoOthersIsNotMerged() {
        QuoteStream stream = stream("A", LATEST);

        stream.quote(quote("A", 1), true);
        QuoteFrame first = (QuoteFrame) outbox.take(1).get(0);
        stream.quote(quote("A", 2), false);
        stream.quote(quote("A", 3), false);
        stream.quote(quote("A", 4), false);

        assertThat(first).isEqualTo(new QuoteFrame(first.quote(), true, 0));
        assertThat(texts())
                .singleElement()
                .asString()
                .contains("\"n\":4,\"merged\":2,\"time\":")
                .doesNotContain("snapshot");
        assertThat(counters.mergedQuotes()).isEqualTo(2);
    }

    @Test
    void streamWithoutRoomIsToldOnceAndThenMerged() {
        QuoteStream stream = stream("A", ALL);

        for (int n = 1; n <= 10; n++) {
            stream.quote(quote("A", n), n == 1);
        }

        List<String> texts = texts();
        assertThat(texts).hasSize(6);
        assertThat(texts.get(0)).contains("\"n\":1,\"snapshot\":true,\"time\":");
        assertThat(texts.get(3)).contains("\"n\":4,\"time\":");
        assertThat(texts.get(4)).isEqualTo("{\"type\":\"lagging\",\"symbol\":\"A\"}");
        assertThat(texts.get(5)).contains("\"n\":10,\"merged\":5,");
        stream.quote(quote("A", 11), false);
        stream.quote(quote("A", 12), false);
        assertThat(texts()).singleElement().asString().contains("\"n\":12,\"merged\":1,");
        assertThat(counters.lagging()).isEqualTo(1);
    }

    @Test
    void longAnswersAreTakenFewAtOnce() {
        for (int i = 0; i < 5; i++) {
            outbox.send("x".repeat(40_000));
        }

        assertThat(List.of(
                        outbox.take(32).size(),
                        outbox.take(32).size(),
                        outbox.take(32).size(),
                        outbox.take(32).size()))
                .containsExactly(2, 2, 1, 0);
    }

    @Test
    void lastQuoteOfAForgottenBookComesBeforeTheNews() {
        QuoteStream stream = stream("*", LATEST);

        stream.quote(quote("A", 8), false);
        stream.quote(quote("A", 9), false);
        stream.forgotten("A");
        stream.quote(quote("A", 1), false);

        List<String> texts = texts();
        assertThat(texts).hasSize(3);
        assertThat(texts.get(0)).contains("\"n\":9,\"merged\":1,");
        assertThat(texts.get(1)).isEqualTo("{\"type\":\"forgotten\",\"symbol\":\"A\"}");
        assertThat(texts.get(2)).contains("\"n\":1,\"time\":");
    }

    @Test
    void nothingOfAnEndedStreamIsSent() {
        QuoteStream ended = stream("A", ALL);
        QuoteStream merged = stream("B", LATEST);
        ended.quote(quote("A", 1), false);
        merged.quote(quote("B", 1), false);

        ended.end();
        merged.end();
        ended.quote(quote("A", 2), false);
        merged.quote(quote("B", 2), false);

        assertThat(texts()).isEmpty();
        assertThat(outbox.room()).isEqualTo(4);
    }

    @Test
    void answerKeepsItsPlaceUntilItIsKnown() {
        outbox.send("1");
        TextEntry answer = outbox.reserve();
        outbox.send("3");

        assertThat(texts()).containsExactly("1");
        outbox.fill(answer, "2");
        assertThat(texts()).containsExactly("2", "3");
        assertThat(outbox.characters()).isZero();
    }

    /** The last quote of a symbol always arrives, whatever the turns of those who tell, merge and send. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyQuoteArrivesOrIsCountedAndTheLastArrives(long seed) throws InterruptedException {
        int symbols = 20;
        int quotes = 3_000;
        Semaphore woken = new Semaphore(0);
        outbox.sender(woken::release);
        Map<String, Long> arrived = new HashMap<>();
        ExecutorService books = Executors.newFixedThreadPool(4);
        StreamOptions paced = new StreamOptions(true, TimeUnit.MILLISECONDS.toNanos(seed % 3), Emit.CHANGE);
        for (int s = 0; s < symbols; s++) {
            String symbol = "S" + s;
            QuoteStream stream = stream(symbol, s % 2 == 0 ? paced : ALL);
            books.execute(() -> {
                for (int n = 1; n <= quotes; n++) {
                    stream.quote(quote(symbol, n), false);
                }
            });
        }
        books.shutdown();

        Random random = new Random(seed);
        while (arrived.values().stream().filter(n -> n == quotes).count() < symbols) {
            assertThat(woken.tryAcquire(60, TimeUnit.SECONDS))
                    .as(() -> "seed " + seed + ", arrived " + arrived)
                    .isTrue();
            for (List<Frame> frames = some(random); !frames.isEmpty(); frames = some(random)) {
                arrive(frames, arrived);
                if (random.nextInt(50) == 0) {
                    LockSupport.parkNanos(20_000);
                }
            }
        }
    }

    private List<Frame> some(Random random) {
        return outbox.take(1 + random.nextInt(3));
    }

    private static void arrive(List<Frame> frames, Map<String, Long> arrived) {
        for (Frame frame : frames) {
            if (frame instanceof QuoteFrame quote) {
                arrive(quote, arrived);
            }
        }
    }

    private static void arrive(QuoteFrame frame, Map<String, Long> arrived) {
        long before = arrived.getOrDefault(frame.quote().symbol(), 0L);
        assertThat(frame.quote().n()).isEqualTo(before + 1 + frame.merged());
        arrived.put(frame.quote().symbol(), frame.quote().n());
    }

    private QuoteStream stream(String name, StreamOptions options) {
        return new QuoteStream(name, options, outbox, counters, timer, stream -> {});
    }

    /** Its prices stay, its size is another one each time. */
    private static LiveQuote quote(String symbol, long n) {
        Quote quote = new Quote();
        quote.packet(0, n, n);
        quote.values(10_000_000_000L, n * 100_000_000L, 11_000_000_000L, 100_000_000L);
        return new LiveQuote(symbol, n, quote, 0);
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (List<Frame> frames = outbox.take(2); !frames.isEmpty(); frames = outbox.take(2)) {
            frames.forEach(each -> texts.add(new String(each.utf8(), StandardCharsets.UTF_8)));
        }
        return texts;
    }
}
