package io.touchline.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.feed.Action;
import io.touchline.live.LiveSettings.History;
import io.touchline.live.LiveSettings.JournalSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is acknowledged is kept, and what cannot be kept is refused. */
class LiveDurabilityTest {

    private static final LiveSettings SETTINGS = TestBooks.settings(TestBooks.book(0, 1_000, 64));
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Path dir;

    LiveDurabilityTest(@TempDir Path dir) {
        this.dir = dir;
    }

    @ParameterizedTest
    @EnumSource
    void whatIsAcknowledgedIsThereThoughTheBooksWereNotClosed(Durability durability) throws IOException {
        LiveSettings settings = small(durability, History.DEFAULT);
        try (JournalledBooks books = TestBooks.open(settings, dir.resolve("live"))) {
            for (int seqNum = 1; seqNum <= 100; seqNum++) {
                TestBooks.add(books, "S" + seqNum % 7, seqNum, seqNum % 13);
            }
            TestBooks.copy(dir.resolve("live"), dir.resolve("image"));

            try (JournalledBooks again = TestBooks.open(settings, dir.resolve("image"))) {
                assertThat(again.digest()).isEqualTo(books.digest());
                assertThat(again.symbols()).isEqualTo(books.symbols());
                assertThat(TestBooks.history(again, "S3", Emit.PACKET))
                        .isEqualTo(TestBooks.history(books, "S3", Emit.PACKET));
            }
        }
    }

    @Test
    void cleanEndNeedsNoReplay() throws IOException {
        try (JournalledBooks books = TestBooks.open(SETTINGS, dir)) {
            TestBooks.add(books, "A", 1, 10);
        }
        try (JournalledBooks again = TestBooks.open(SETTINGS, dir)) {
            assertThat(again.counters().journal().replayed()).isZero();
            assertThat(again.counters().messages().received()).isZero();
            assertThat(Objects.requireNonNull(again.state("A")).packetN()).isEqualTo(1);
        }
    }

    @Test
    void journalThatCannotBeWrittenRefusesAndComesBackByItself() throws IOException {
        Path journal = dir.resolve("journal");
        Path away = dir.resolve("away");
        Told told = new Told();
        LiveSettings settings = TestBooks.with(
                SETTINGS, new JournalSettings(Durability.GROUP, Duration.ofSeconds(1), 1), History.DEFAULT);
        try (JournalledBooks books = JournalledBooks.open(settings, journal, InstantSource.system(), told)) {
            TestBooks.add(books, "A", 1, 10);
            long digest = books.digest();
            Files.move(journal, away);

            assertThatThrownBy(() -> TestBooks.add(books, "A", 2, 11))
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(JournalUnavailableException.class);
            assertThatThrownBy(() -> TestBooks.add(books, "B", 2, 11)).isInstanceOf(JournalUnavailableException.class);
            assertThat(books.isWritable()).isFalse();
            assertThat(books.digest()).isEqualTo(digest);
            assertThat(books.symbols()).containsExactly("A");

            Files.move(away, journal);
            await(books::isWritable);
            TestBooks.add(books, "A", 2, 11);
            assertThat(TestBooks.rows(books, "A", Emit.PACKET)).hasSize(2);
        }
        assertThat(told.texts).containsSubsequence("failed", "recovered").containsOnlyOnce("failed");
        try (JournalledBooks again = TestBooks.open(settings, journal)) {
            assertThat(TestBooks.rows(again, "A", Emit.PACKET)).hasSize(2);
        }
    }

    @Test
    void fullQueueIsBusyAndNothingThatWasTakenIsLost() throws Exception {
        LiveSettings settings = new LiveSettings(
                1,
                10,
                SETTINGS.book(),
                new LiveSettings.QueueSettings(2, 1_000, 1_000),
                SETTINGS.journal(),
                History.DEFAULT);
        CountDownLatch stuck = new CountDownLatch(1);
        try (JournalledBooks books = TestBooks.open(settings, dir)) {
            books.subscribe(SubscriptionRequest.now("A", Emit.PACKET), new StuckSubscriber(stuck));
            List<CompletableFuture<Applied>> taken = new ArrayList<>();

            assertThatThrownBy(() -> {
                        for (int seqNum = 1; seqNum <= 1_000; seqNum++) {
                            taken.add(books.submit(TestBooks.request(books, "A", seqNum, Action.ADD, 1, 1)));
                        }
                    })
                    .isInstanceOf(BooksBusyException.class);
            int refused = taken.size() + 1;
            stuck.countDown();
            taken.add(books.submit(TestBooks.request(books, "A", refused, Action.ADD, 1, 1), LONG));

            for (int i = 0; i < taken.size(); i++) {
                assertThat(Objects.requireNonNull(taken.get(i).join())
                                .counters()
                                .applied())
                        .isEqualTo(1);
            }
            assertThat(TestBooks.rows(books, "A", Emit.PACKET)).hasSize(refused);
        }
    }

    @Test
    void otherSettingsHoldFromTheStartOnAndTheStartsAfterIt() throws IOException {
        List<Integer> windows = List.of(0, 5, 2, 0, 3);
        long digest = 0;
        int seqNum = 0;
        for (int run = 0; run < windows.size(); run++) {
            LiveSettings settings = TestBooks.settings(TestBooks.book(windows.get(run), 1_000 - 400 * (run % 2), 64));
            try (JournalledBooks books = TestBooks.open(settings, dir.resolve("" + run))) {
                assertThat(run == 0 || windows.get(run) < windows.get(run - 1) || books.digest() == digest)
                        .isTrue();
                for (int last = seqNum + 500; seqNum < last; seqNum++) {
                    TestBooks.add(books, "A", seqNum ^ 3, seqNum % 7);
                }
                digest = books.digest();
                TestBooks.copy(dir.resolve("" + run), dir.resolve("" + (run + 1)));
                assertThat(TestBooks.rows(books, "A", Emit.PACKET))
                        .hasSize((int) Objects.requireNonNull(books.state("A")).packetN());
            }
        }
        LiveSettings last = TestBooks.settings(TestBooks.book(3, 1_000, 64));
        try (JournalledBooks books = TestBooks.open(last, dir.resolve("" + windows.size()))) {
            assertThat(books.digest()).isEqualTo(digest);
        }
    }

    @Test
    void journalIsDeletedAsFarAsItIsNotWantedAndHistoryStartsThere() throws IOException {
        LiveSettings settings = small(Durability.NONE, new History(Duration.ofDays(1), 20_000));
        long digest;
        try (JournalledBooks books = TestBooks.open(settings, dir)) {
            for (int seqNum = 1; seqNum <= 3_000; seqNum++) {
                books.submit(TestBooks.request(books, "A", seqNum, Action.UPDATE, 1, seqNum % 9))
                        .join();
            }
            await(() -> books.counters().journal().bytes() < 40_000);
            digest = books.digest();
            assertSuffix(TestBooks.rows(books, "A", Emit.PACKET), 100);
        }
        try (JournalledBooks again = TestBooks.open(settings, dir)) {
            assertThat(again.digest()).isEqualTo(digest);
            // The snapshot of the end may be the only one that has not too many bytes behind it.
            assertSuffix(TestBooks.rows(again, "A", Emit.PACKET), 0);
        }
    }

    @Test
    void whatIsTooOldGoesThoughNothingIsWrittenAnyMore() throws IOException {
        LiveSettings settings = small(Durability.NONE, new History(Duration.ofSeconds(1), 10L << 30));
        try (JournalledBooks books = TestBooks.open(settings, dir)) {
            fill(books);

            await(() -> books.counters().journal().segments() == 1);
            assertThat(books.digest()).isNotZero();
        }
        try (JournalledBooks again = TestBooks.open(settings, dir)) {
            assertThat(Objects.requireNonNull(again.state("A")).packetN()).isEqualTo(400);
        }
    }

    @Test
    void whatIsTooMuchGoesThoughNothingIsWrittenAnyMore() throws IOException {
        try (JournalledBooks books = TestBooks.open(small(Durability.NONE, History.DEFAULT), dir)) {
            fill(books);
            assertThat(books.counters().journal().bytes()).isGreaterThan(8_000);
        }
        LiveSettings settings = small(Durability.NONE, new History(Duration.ofDays(1), 5_000));
        try (JournalledBooks again = TestBooks.open(settings, dir)) {
            await(() -> again.counters().journal().bytes() <= 5_000);
            assertThat(Objects.requireNonNull(again.state("A")).packetN()).isEqualTo(400);
        }
    }

    private static void fill(JournalledBooks books) {
        for (int seqNum = 1; seqNum <= 400; seqNum++) {
            TestBooks.add(books, "A", seqNum, seqNum % 9);
        }
    }

    private static void assertSuffix(List<String> rows, int fewest) {
        assertThat(rows.size()).isBetween(fewest, 2_999);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i)).endsWith("," + (3_000 - rows.size() + 1 + i));
        }
    }

    @Test
    void packetHeldForTooLongGoesAndReplayLetsItGoAtTheSamePlace() throws IOException {
        try (JournalledBooks books = TestBooks.open(holding(Duration.ofHours(1)), dir.resolve("live"))) {
            TestBooks.add(books, "A", 5, 10);
            TestBooks.add(books, "A", 4, 11);
            assertThat(Objects.requireNonNull(books.state("A")).size().heldPackets())
                    .isEqualTo(2);
        }
        try (JournalledBooks books = TestBooks.open(holding(Duration.ofMillis(100)), dir.resolve("live"))) {
            await(() -> Objects.requireNonNull(books.state("A")).size().heldPackets() == 0);
            Applied late = TestBooks.add(books, "A", 3, 9);

            assertThat(late.counters().lateRows()).isEqualTo(1);
            TestBooks.copy(dir.resolve("live"), dir.resolve("image"));
            try (JournalledBooks again = TestBooks.open(holding(Duration.ofHours(1)), dir.resolve("image"))) {
                assertThat(again.digest()).isEqualTo(books.digest());
                assertThat(TestBooks.history(again, "A", Emit.PACKET))
                        .isEqualTo(TestBooks.history(books, "A", Emit.PACKET));
            }
        }
    }

    private static LiveSettings holding(Duration hold) {
        return TestBooks.settings(new LiveSettings.BookSettings(4, hold, 1_000, 1_000, TestBooks.recent(64)));
    }

    private static LiveSettings small(Durability durability, History history) {
        return TestBooks.with(SETTINGS, new JournalSettings(durability, Duration.ofMillis(10), 2_000), history);
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    /** What was told of the journal, as text. */
    private static final class Told implements LiveEvents {

        final List<String> texts = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void journalFailed(Exception cause) {
            texts.add("failed");
        }

        @Override
        public void journalRecovered() {
            texts.add("recovered");
        }
    }
}
