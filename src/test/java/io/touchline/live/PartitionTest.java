package io.touchline.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.feed.Action;
import io.touchline.live.JournalUnavailableException.Reason;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of all that waits for a partition which meets what must not happen. */
class PartitionTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final int BOOKS = 10;

    private final LiveEvents faulty = new LiveEvents() {
        @Override
        public void published(long nanos) {
            throw new IllegalStateException("must not happen");
        }
    };
    private final Shared shared =
            Shared.of(TestBooks.settings(TestBooks.book(0, 1_000, 64)), InstantSource.system(), faulty);
    private final Partition partition = new Partition(0, shared);

    @AfterEach
    void close() throws InterruptedException {
        partition.close();
    }

    @Test
    void snapshotInTheMakingComesToNothing() throws InterruptedException {
        SnapshotRun run =
                new SnapshotRun(BOOKS + 1, FeedLimits.of(shared.settings().book()), 1);
        JournalEntry last = entry(BOOKS + 1, "S0");
        partition.deliver(Delivery.of(IntStream.rangeClosed(1, BOOKS)
                .mapToObj(PartitionTest::replayed)
                .toList()));
        partition.deliver(Delivery.of(run));
        partition.deliver(Delivery.of(List.of(last)));
        partition.start();
        assertThatThrownBy(() -> join(last.future())).hasCauseInstanceOf(JournalUnavailableException.class);

        while (run.next() != null) {
            assertThat(run.isCancelled()).isFalse();
        }
        assertThat(run.isCancelled()).isTrue();
    }

    @Test
    void questionsAndRequestsThatWaitAreAnswered() {
        JournalEntry waits = entry(1, "A");
        partition.tell(books -> {
            throw new AssertionError("must not happen");
        });
        CompletableFuture<List<String>> question = partition.ask(PartitionBooks::symbols);
        partition.deliver(Delivery.of(List.of(waits)));
        partition.start();

        assertThat(join(question)).isEmpty();
        assertThatThrownBy(() -> join(waits.future()))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(JournalUnavailableException.class, thrown -> assertThat(thrown.reason())
                        .isEqualTo(Reason.BROKEN));
        assertThat(shared.health().isWritable()).isFalse();
    }

    @Test
    void errorOfAQuestionIsItsAnswer() {
        CompletableFuture<Object> question = partition.ask(books -> {
            throw new AssertionError("of the question");
        });
        partition.start();

        assertThatThrownBy(() -> join(question)).hasRootCauseMessage("of the question");
    }

    private static <T> T join(CompletableFuture<T> future) {
        return future.orTimeout(LONG.toSeconds(), TimeUnit.SECONDS).join();
    }

    private static JournalEntry replayed(int number) {
        LiveRequest request = request("S" + number);
        return JournalEntry.replayed(number, request.bytes(), 0, request.length(), null);
    }

    private static JournalEntry entry(long number, String symbol) {
        JournalEntry entry = JournalEntry.of(request(symbol));
        entry.written(number);
        return entry;
    }

    private static LiveRequest request(String symbol) {
        LiveRequest request = new LiveRequest(symbol, 1_000);
        TestBooks.set(request.next(), 1, Action.ADD, 1, 1);
        request.keep();
        return request;
    }
}
