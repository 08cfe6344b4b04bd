package io.touchline.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.book.Outcome;
import io.touchline.feed.Action;
import io.touchline.feed.LimitExceededException;
import io.touchline.feed.LimitExceededException.Limit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveBooksTest {

    private static final LiveSettings SETTINGS = TestBooks.settings(TestBooks.book(0, 1_000, 64));

    @Test
    void requestIsAnsweredByItsCountsAndTheQuoteNow(@TempDir Path dir) throws IOException {
        try (LiveBooks books = TestBooks.open(SETTINGS, dir)) {
            Applied applied = books.submit(TestBooks.request(books, "A", 7, Action.ADD, 1, 10, 2, 11, 2, 12))
                    .join();

            assertThat(applied.counters().received()).isEqualTo(3);
            assertThat(applied.counters().applied()).isEqualTo(3);
            assertThat(applied.counters().of(Outcome.DUPLICATE_ADD)).isEqualTo(1);
            LiveQuote quote = Objects.requireNonNull(applied.quote());
            assertThat(quote.n()).isEqualTo(1);
            assertThat(quote.seqNum()).isEqualTo(7);
            assertThat(quote.bidPrice()).isEqualTo(12 * TestBooks.PRICE);
            assertThat(quote.hasAsk()).isFalse();
        }
    }

    @Test
    void laterRequestOfTheSameSeqNumGoesOnWithThePacket(@TempDir Path dir) throws IOException {
        try (LiveBooks books = TestBooks.open(SETTINGS, dir)) {
            books.submit(TestBooks.request(books, "A", 7, Action.ADD, 1, 10)).join();
            Applied applied = books.submit(TestBooks.request(books, "A", 7, Action.ADD, 2, 11))
                    .join();

            assertThat(applied.counters().applied()).isEqualTo(1);
            assertThat(Objects.requireNonNull(applied.quote()).n()).isEqualTo(2);
            assertThat(TestBooks.rows(books, "A", Emit.PACKET)).hasSize(2).allMatch(row -> row.endsWith(",7"));
        }
    }

    @Test
    void packetBelowTheLastIsLate(@TempDir Path dir) throws IOException {
        try (LiveBooks books = TestBooks.open(SETTINGS, dir)) {
            TestBooks.add(books, "A", 7, 10);
            Applied applied = TestBooks.add(books, "A", 6, 11);
            Applied next = TestBooks.add(books, "A", 7, 12);

            assertThat(applied.counters().lateRows()).isEqualTo(1);
            assertThat(applied.counters().applied()).isZero();
            assertThat(next.counters().applied()).isEqualTo(1);
        }
    }

    @Test
    void refusedMessageIsNamedAndTheOthersApply(@TempDir Path dir) throws IOException {
        try (LiveBooks books = TestBooks.open(TestBooks.settings(TestBooks.book(0, 2, 64)), dir)) {
            TestBooks.add(books, "A", 1, 10);
            Applied applied = books.submit(TestBooks.request(books, "A", 2, Action.ADD, 2, 10, 3, 10, 1, 9, 4, 10))
                    .join();

            assertThat(applied.counters().refused()).isEqualTo(2);
            assertThat(applied.counters().applied()).isEqualTo(2);
            assertThat(applied.firstRefused()).isEqualTo(new Applied.Refusal(1, 2, Outcome.TOO_MANY_ORDERS));
        }
    }

    @Test
    void bookIsShownWithItsLevelsAndState(@TempDir Path dir) throws IOException {
        try (LiveBooks books = TestBooks.open(SETTINGS, dir)) {
            books.submit(TestBooks.request(books, "B", 1, Action.ADD, 1, 10, 2, 12, 3, 12, 4, 11))
                    .join();
            TestBooks.add(books, "A", 1, 5);

            assertThat(books.symbols()).containsExactly("A", "B");
            BookState state = Objects.requireNonNull(books.state("B"));
            assertThat(state.size()).isEqualTo(new BookState.Size(4, 3, 0, 0, 0));
            assertThat(state.lastSeqNum()).isEqualTo(1);
            assertThat(books.state("C")).isNull();
            Depth depth = books.depth("B", 2).join().orElseThrow();
            assertThat(depth.bids())
                    .containsExactly(
                            new Depth.Level(12 * TestBooks.PRICE, 2 * TestBooks.QUANTITY, 2),
                            new Depth.Level(11 * TestBooks.PRICE, TestBooks.QUANTITY, 1));
            assertThat(depth.asks()).isEmpty();
            assertThat(books.depth("C", 2).join()).isEmpty();
        }
    }

    @Test
    void forgottenBookHasNoPastAndANewOneCountsAnew(@TempDir Path dir) throws IOException {
        try (LiveBooks books = TestBooks.open(SETTINGS, dir)) {
            TestBooks.add(books, "A", 8, 10);
            TestBooks.add(books, "A", 9, 11);

            assertThat(books.forget("A").join()).isTrue();
            assertThat(books.forget("A").join()).isFalse();
            assertThat(books.state("A")).isNull();
            assertThat(TestBooks.rows(books, "A", Emit.PACKET)).isEmpty();

            Applied applied = TestBooks.add(books, "A", 3, 10);
            assertThat(Objects.requireNonNull(applied.quote()).n()).isEqualTo(1);
            assertThat(TestBooks.rows(books, "A", Emit.PACKET)).hasSize(1);
        }
        try (LiveBooks again = TestBooks.open(SETTINGS, dir)) {
            assertThat(TestBooks.rows(again, "A", Emit.PACKET)).hasSize(1);
        }
    }

    @Test
    void historyBetweenTwoTimesIsThoseRowsOfIt(@TempDir Path dir) throws IOException {
        try (LiveBooks books = TestBooks.open(SETTINGS, dir)) {
            for (int seqNum = 1; seqNum <= 9; seqNum++) {
                TestBooks.add(books, "A", seqNum, seqNum);
            }
            ByteArrayOutputStream part = new ByteArrayOutputStream();
            books.history("A", 3_000, 5_000, Emit.PACKET, part);

            List<String> all =
                    TestBooks.history(books, "A", Emit.PACKET).lines().toList();
            assertThat(part.toString(StandardCharsets.UTF_8).lines())
                    .containsExactly(all.get(0), all.get(3), all.get(4), all.get(5));
        }
    }

    @Test
    void bookBeyondTheLimitIsRefused(@TempDir Path dir) throws IOException {
        LiveSettings two =
                new LiveSettings(2, 2, SETTINGS.book(), SETTINGS.queue(), SETTINGS.journal(), SETTINGS.history());
        try (LiveBooks books = TestBooks.open(two, dir)) {
            TestBooks.add(books, "A", 1, 10);
            TestBooks.add(books, "B", 1, 10);

            assertThatThrownBy(() -> TestBooks.add(books, "C", 1, 10))
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOfSatisfying(LimitExceededException.class, thrown -> assertThat(thrown.limit())
                            .isEqualTo(Limit.BOOKS));
            assertThat(books.forget("A").join()).isTrue();
            TestBooks.add(books, "C", 1, 10);
            assertThat(books.symbols()).containsExactly("B", "C");
        }
    }

    @Test
    void requestBeyondTheLimitCannotBeBuilt(@TempDir Path dir) throws IOException {
        LiveSettings small = new LiveSettings(
                1,
                2,
                SETTINGS.book(),
                new LiveSettings.QueueSettings(10, 1_000, 100),
                SETTINGS.journal(),
                SETTINGS.history());
        try (LiveBooks books = TestBooks.open(small, dir)) {
            assertThatThrownBy(() -> TestBooks.request(books, "A", 1, Action.ADD, new long[100]))
                    .isInstanceOfSatisfying(LimitExceededException.class, thrown -> assertThat(thrown.limit())
                            .isEqualTo(Limit.REQUEST_BYTES));
        }
    }

    @Test
    void closedBooksTakeNothing(@TempDir Path dir) throws IOException {
        LiveBooks books = TestBooks.open(SETTINGS, dir);
        TestBooks.add(books, "A", 1, 10);
        books.close();
        books.close();

        assertThatThrownBy(() -> TestBooks.add(books, "A", 2, 10)).isInstanceOf(JournalUnavailableException.class);
        assertThatThrownBy(() -> books.state("A")).isInstanceOf(JournalUnavailableException.class);
    }

    @Test
    void everyMessageReceivedIsAppliedOrRefusedOrDuplicateOrLateOrHeld(@TempDir Path dir) throws IOException {
        LiveSettings settings = TestBooks.settings(TestBooks.book(3, 5, 64));
        Random random = new Random(5);
        long[] answered = new long[3];
        try (LiveBooks books = TestBooks.open(settings, dir)) {
            for (int i = 0; i < 2_000; i++) {
                String symbol = "S" + random.nextInt(5);
                Action action = Action.of(random.nextInt(4));
                int seqNum = i / 20 + random.nextInt(12);
                long id = random.nextInt(9);
                Applied applied = books.submit(TestBooks.request(books, symbol, seqNum, action, id, id + 1, id, id + 1))
                        .join();
                assertEquation(applied.counters());
                answered[0] += applied.counters().applied();
                answered[1] += applied.counters().held();
                answered[2] += applied.counters().lateRows();
            }

            LiveCounters counters = books.counters();
            assertEquation(counters.messages());
            assertThat(counters.messages().received()).isEqualTo(4_000);
            assertThat(counters.received().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(4_000);
            assertThat(counters.messages().applied()).isEqualTo(answered[0]).isPositive();
            assertThat(counters.messages().held()).isEqualTo(answered[1]).isPositive();
            assertThat(counters.messages().lateRows()).isEqualTo(answered[2]).isPositive();
            assertThat(counters.messages().refused()).isPositive();
            assertThat(counters.requests()).isEqualTo(2_000);
            long held = 0;
            for (String symbol : books.symbols()) {
                assertEquation(Objects.requireNonNull(books.state(symbol)).counters());
                held += Objects.requireNonNull(books.state(symbol)).size().heldRows();
            }
            assertThat(held).isEqualTo(answered[1]);
        }
    }

    private static void assertEquation(BookCounters counters) {
        assertThat(counters.applied()
                        + counters.refused()
                        + counters.duplicateRows()
                        + counters.lateRows()
                        + counters.held())
                .isEqualTo(counters.received());
        long outcomes = counters.outcomes().stream().mapToLong(Long::longValue).sum();
        assertThat(outcomes).isEqualTo(counters.applied() + counters.refused());
    }
}
