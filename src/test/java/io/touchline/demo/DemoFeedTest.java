package io.touchline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.book.Side;
import io.touchline.demo.DemoState.Phase;
import io.touchline.feed.Action;
import io.touchline.feed.Message;
import io.touchline.live.BookCounters;
import io.touchline.live.BookState;
import io.touchline.live.Emit;
import io.touchline.live.JournalledBooks;
import io.touchline.live.LiveBooks;
import io.touchline.live.LiveEvents;
import io.touchline.live.LiveRequest;
import io.touchline.live.LiveSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFeedTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final LiveBooks books;

    DemoFeedTest(@TempDir Path dir) throws IOException {
        books = JournalledBooks.open(LiveSettings.DEFAULT, dir, InstantSource.system(), LiveEvents.NONE);
    }

    @AfterEach
    void close() throws IOException {
        books.close();
    }

    @Test
    void playsUntilItsMessagesAreOutAndNoneOfThemIsOdd() {
        try (DemoFeed demo = demo(5_000, LONG)) {
            demo.start(DemoSpeed.MAX);
            awaitPhase(demo, Phase.FINISHED);

            BookCounters counters = book().counters();
            assertThat(demo.state().messages()).isGreaterThanOrEqualTo(5_000);
            assertThat(counters.received()).isEqualTo(demo.state().messages());
            assertThat(counters.applied()).isEqualTo(counters.received());
            assertThat(counters.outcomes().stream().filter(count -> count > 0)).hasSize(1);
        }
    }

    @Test
    void nextRunGoesOnBehindTheOneBefore() throws IOException {
        try (DemoFeed demo = demo(3_000, LONG)) {
            demo.start(DemoSpeed.MAX);
            awaitPhase(demo, Phase.FINISHED);
            demo.start(DemoSpeed.MAX);
            awaitPhase(demo, Phase.FINISHED);
        }

        assertThat(book().counters().lateRows()).isZero();
        List<String> times = column(0);
        List<String> seqNums = column(5);
        assertThat(times).hasSizeGreaterThan(1_000).isSorted();
        assertThat(seqNums).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void speedCanBeChangedWhileItPlays() {
        try (DemoFeed demo = demo(100_000, LONG)) {
            assertThat(demo.start(DemoSpeed.REAL).phase()).isEqualTo(Phase.RUNNING);
            long lastSeqNum = awaitBook().lastSeqNum();

            DemoState changed = demo.start(DemoSpeed.MAX);

            assertThat(changed.speed()).isEqualTo(DemoSpeed.MAX);
            awaitPhase(demo, Phase.FINISHED);
            assertThat(book().lastSeqNum()).isGreaterThan(lastSeqNum);
            assertThat(book().counters().received()).isEqualTo(demo.state().messages());
        }
    }

    @Test
    void allThatWasSentIsAppliedWhenItIsStopped() {
        try (DemoFeed demo = demo(DemoLimits.MOST_MESSAGES, LONG)) {
            demo.start(DemoSpeed.MAX);
            awaitBook();

            DemoState stopped = demo.stop();

            assertThat(stopped.phase()).isEqualTo(Phase.STOPPED);
            assertThat(book().counters().received()).isEqualTo(stopped.messages());
        }
    }

    @Test
    void endsWhenItsTimeIsOver() {
        try (DemoFeed demo = demo(DemoLimits.MOST_MESSAGES, Duration.ofMillis(50))) {
            demo.start(DemoSpeed.REAL);

            awaitPhase(demo, Phase.FINISHED);
            assertThat(demo.state().time()).isGreaterThanOrEqualTo(Duration.ofMillis(50));
        }
    }

    @Test
    void saysWhyTheBooksTakeNoMore() throws IOException {
        try (DemoFeed demo = demo(DemoLimits.MOST_MESSAGES, LONG)) {
            demo.start(DemoSpeed.REAL);

            books.close();

            awaitPhase(demo, Phase.FAILED);
            assertThat(demo.state().failure()).isEqualTo("the books are closed");
        }
    }

    @Test
    void saysThatItFailedWhenTheMachineDoes() {
        LiveBooks outOfMemory = withoutMemoryToSubmit();
        try (DemoFeed demo = new DemoFeed(outOfMemory, new DemoLimits(5_000, LONG))) {
            demo.start(DemoSpeed.MAX);

            awaitPhase(demo, Phase.FAILED);
            assertThat(demo.state().failure()).isEqualTo("no memory is left");
            assertThat(demo.stop().phase()).isEqualTo(Phase.FAILED);
        }
    }

    @Test
    void bookWithoutRoomForHigherNumbersIsForgottenFirst() {
        send(DemoFeed.SYMBOL, Long.MAX_VALUE);
        send("OTHER", Long.MAX_VALUE);

        try (DemoFeed demo = demo(2_000, LONG)) {
            demo.start(DemoSpeed.MAX);
            awaitPhase(demo, Phase.FINISHED);
        }

        assertThat(book().counters().lateRows()).isZero();
        assertThat(book().lastSeqNum()).isLessThan(Long.MAX_VALUE);
        assertThat(books.symbols()).containsExactly(DemoFeed.SYMBOL, "OTHER");
    }

    private DemoFeed demo(long messages, Duration time) {
        return new DemoFeed(books, new DemoLimits(messages, time));
    }

    /** These books, but an Error comes of what is handed in. */
    private LiveBooks withoutMemoryToSubmit() {
        return (LiveBooks) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {LiveBooks.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("submit")) {
                        throw new OutOfMemoryError("no memory is left");
                    }
                    return method.invoke(books, arguments);
                });
    }

    private BookState book() {
        return Objects.requireNonNull(books.state(DemoFeed.SYMBOL));
    }

    private BookState awaitBook() {
        await(() -> books.state(DemoFeed.SYMBOL) != null);
        return book();
    }

    private void send(String symbol, long seqNum) {
        LiveRequest request = books.request(symbol);
        long flags = Message.flags(1, 0, false, false, Side.BUY.bit(), Action.ADD.code());
        request.next().set(seqNum, 0, 1, 1_000_000_000, 100_000_000, 0, flags);
        request.keep();
        books.submit(request).join();
    }

    private List<String> column(int index) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        books.history(DemoFeed.SYMBOL, Long.MIN_VALUE, Long.MAX_VALUE, Emit.PACKET, out);
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1)[index])
                .toList();
    }

    private static void awaitPhase(DemoFeed demo, Phase phase) {
        await(() -> demo.state().phase() != Phase.RUNNING);
        assertThat(demo.state().phase()).as(String.valueOf(demo.state())).isEqualTo(phase);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("30 s are over").isLessThan(end);
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
