package io.touchline.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubscriptionTest {

    private static final int RECENT = 32;
    private static final LiveSettings SETTINGS = TestBooks.settings(TestBooks.book(0, 1_000, RECENT));

    private final Path dir;
    private LiveBooks books;

    SubscriptionTest(@TempDir Path dir) throws IOException {
        this.dir = dir;
        books = TestBooks.open(SETTINGS, dir);
    }

    @AfterEach
    void close() throws IOException {
        books.close();
    }

    @BeforeEach
    void fill() {
        for (int seqNum = 1; seqNum <= 10; seqNum++) {
            TestBooks.add(books, "A", seqNum, 10 + seqNum / 2);
        }
    }

    @Test
    void subscriptionStartsWithTheQuoteNowAndGoesOnWithoutAHole() {
        Heard changes = subscribe(SubscriptionRequest.now("A", Emit.CHANGE));
        Heard packets = subscribe(SubscriptionRequest.now("A", Emit.PACKET));
        TestBooks.add(books, "A", 11, 1);
        TestBooks.add(books, "A", 12, 20);

        assertThat(changes.texts).containsExactly("snapshot A 10 seq 10", "quote A 11 seq 12");
        assertThat(packets.texts).containsExactly("snapshot A 10 seq 10", "quote A 11 seq 11", "quote A 12 seq 12");
    }

    @Test
    void subscriptionResumesFromAnyRecentQuoteWithoutHoleOrRepeat() {
        for (int from = 1; from <= 11; from++) {
            Heard heard = subscribe(new SubscriptionRequest("A", Emit.PACKET, from));
            int seqNum = 10 + from;
            TestBooks.add(books, "A", seqNum, 10);

            assertThat(heard.numbers())
                    .isEqualTo(LongStream.rangeClosed(from, seqNum).boxed().toList());
        }
    }

    @Test
    void subscriptionResumesAfterARestart() throws IOException {
        books.close();
        books = TestBooks.open(SETTINGS, dir);

        Heard heard = subscribe(new SubscriptionRequest("A", Emit.PACKET, 4));

        assertThat(heard.numbers()).isEqualTo(List.of(4L, 5L, 6L, 7L, 8L, 9L, 10L));
    }

    @Test
    void quoteThatIsNoLongerRecentIsTooOld() {
        for (int seqNum = 11; seqNum <= 50; seqNum++) {
            TestBooks.add(books, "A", seqNum, seqNum);
        }
        long oldest = 50 - RECENT + 1;

        assertThat(subscribe(new SubscriptionRequest("A", Emit.PACKET, oldest - 1)).texts)
                .containsExactly("too old A " + oldest);
        assertThat(subscribe(new SubscriptionRequest("A", Emit.PACKET, oldest)).texts)
                .hasSize(RECENT);
        assertThat(subscribe(new SubscriptionRequest("A", Emit.PACKET, 52)).texts)
                .containsExactly("too old A " + oldest);
        assertThat(books.counters().subscriptions()).isEqualTo(1);
    }

    @Test
    void symbolWithoutABookIsHeardWhenItAppears() {
        Heard one = subscribe(SubscriptionRequest.now("B", Emit.CHANGE));
        Heard all = subscribe(SubscriptionRequest.now(SubscriptionRequest.ALL, Emit.CHANGE));
        TestBooks.add(books, "B", 5, 1);
        TestBooks.add(books, "C", 6, 1);

        assertThat(one.texts).containsExactly("quote B 1 seq 5");
        assertThat(all.texts).containsExactlyInAnyOrder("snapshot A 10 seq 10", "quote B 1 seq 5", "quote C 1 seq 6");
    }

    @Test
    void forgottenBookIsToldAndHeardAnewWhenThereIsOneAgain() {
        Heard heard = subscribe(SubscriptionRequest.now("A", Emit.CHANGE));
        books.forget("A").join();
        TestBooks.add(books, "A", 3, 1);

        assertThat(heard.texts).containsExactly("snapshot A 10 seq 10", "forgotten A", "quote A 1 seq 3");
    }

    @Test
    void closedSubscriptionHearsNothing() {
        Heard heard = new Heard();
        Subscription subscription = books.subscribe(SubscriptionRequest.now("B", Emit.CHANGE), heard);
        subscription.close();
        TestBooks.add(books, "B", 1, 1);

        assertThat(heard.texts).isEmpty();
        assertThat(books.counters().subscriptions()).isZero();
    }

    @Test
    void subscriberThatThrowsIsNotToldAnythingAnyMoreAndHarmsNobody() {
        Heard heard = subscribe(SubscriptionRequest.now("A", Emit.CHANGE));
        AtomicInteger told = new AtomicInteger();
        books.subscribe(SubscriptionRequest.now("A", Emit.CHANGE), new Heard() {
            @Override
            public void quote(LiveQuote quote, boolean snapshot) {
                told.incrementAndGet();
                throw new IllegalStateException("a fault of its own");
            }
        });
        TestBooks.add(books, "A", 11, 50);
        TestBooks.add(books, "A", 12, 60);

        assertThat(told).hasValue(1);
        assertThat(heard.texts).hasSize(3);
        assertThat(books.isWritable()).isTrue();
    }

    @Test
    void subscriberThatThrowsWhenItIsToldThatItComesTooLateHarmsNobody() {
        books.subscribe(new SubscriptionRequest("A", Emit.CHANGE, 100), new Heard() {
            @Override
            public void tooOld(String symbol, long oldest) {
                throw new IllegalStateException("a fault of its own");
            }
        });
        Heard heard = subscribe(SubscriptionRequest.now("A", Emit.CHANGE));
        TestBooks.add(books, "A", 11, 50);

        assertThat(heard.texts).hasSize(2);
        assertThat(books.isWritable()).isTrue();
        assertThat(books.counters().subscriptions()).isEqualTo(1);
    }

    @Test
    void pastIsToldAsFastAsThereIsRoom() {
        Heard slow = new Heard() {
            @Override
            public int room() {
                return 1;
            }
        };
        books.subscribe(new SubscriptionRequest("A", Emit.PACKET, 1), slow);
        for (int seqNum = 11; slow.texts.size() < 25; seqNum++) {
            TestBooks.add(books, "A", seqNum, 10);
        }

        assertThat(slow.numbers())
                .isEqualTo(LongStream.rangeClosed(1, slow.texts.size()).boxed().toList());
    }

    @Test
    void quoteIsRenderedOnceForAll() {
        Heard one = subscribe(SubscriptionRequest.now("A", Emit.CHANGE));
        Heard other = subscribe(SubscriptionRequest.now("A", Emit.CHANGE));
        TestBooks.add(books, "A", 11, 50);

        byte[] rendered = one.quotes.get(1).rendered(quote -> new byte[] {1});

        assertThat(other.quotes.get(1).rendered(quote -> new byte[] {2})).isSameAs(rendered);
    }

    /** Subscribes, and waits until the past is told. */
    private Heard subscribe(SubscriptionRequest request) {
        Heard heard = new Heard();
        books.subscribe(request, heard);
        books.symbols();
        books.symbols();
        return heard;
    }

    /** What a subscriber was told, as text. */
    private static class Heard implements QuoteSubscriber {

        final List<String> texts = Collections.synchronizedList(new ArrayList<>());
        final List<LiveQuote> quotes = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void quote(LiveQuote quote, boolean snapshot) {
            quotes.add(quote);
            texts.add(
                    (snapshot ? "snapshot " : "quote ") + quote.symbol() + " " + quote.n() + " seq " + quote.seqNum());
        }

        @Override
        public void tooOld(String symbol, long oldest) {
            texts.add("too old " + symbol + " " + oldest);
        }

        @Override
        public void forgotten(String symbol) {
            texts.add("forgotten " + symbol);
        }

        List<Long> numbers() {
            return quotes.stream().map(LiveQuote::n).toList();
        }
    }
}
