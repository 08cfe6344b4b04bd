package io.touchline.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.feed.Action;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Books of one partition whose records are given to it one by one, and whose time passes when the test says so. */
class PartitionBooksTest {

    private static final Duration HOLD = Duration.ofHours(1);
    private static final String SYMBOL = "A";

    private final LiveSettings settings = TestBooks.settings(
            new LiveSettings.BookSettings(4, HOLD, 1_000, 1_000, new LiveSettings.RecentSettings(64, 0)));
    private final Shared shared = Shared.of(settings, InstantSource.system(), LiveEvents.NONE);
    private final PartitionBooks books = new PartitionBooks(shared);
    private long records;

    private JournalEntry add(long seqNum) {
        LiveRequest request = new LiveRequest(SYMBOL, 1_000);
        TestBooks.set(request.next(), seqNum, Action.ADD, seqNum, 1);
        request.keep();
        return JournalEntry.of(request);
    }

    private static JournalEntry forget() {
        return JournalEntry.of(SYMBOL, new RecordWriter(RecordKind.FORGET, SYMBOL));
    }

    private void apply(JournalEntry entry) {
        entry.written(++records);
        books.apply(entry);
    }

    private int held() {
        return books.state(SYMBOL).orElseThrow().size().heldPackets();
    }

    /** What the books ask for once the time of holding is over. */
    private List<JournalEntry> releases() throws InterruptedException {
        books.releaseDue(System.nanoTime() + HOLD.toNanos());
        List<JournalEntry> asked = new ArrayList<>();
        shared.requests().take(asked, Long.MAX_VALUE, 0);
        return asked;
    }

    @Test
    void packetGoesOnceItIsHeldForLongEnough() throws InterruptedException {
        apply(add(5));
        books.releaseDue(System.nanoTime());
        assertThat(shared.requests().size()).isZero();

        releases().forEach(this::apply);

        assertThat(held()).isZero();
    }

    @Test
    void releaseForABookThatWasForgottenDoesNotReachTheNextOneOfItsSymbol() throws InterruptedException {
        apply(add(5));
        JournalEntry release = releases().get(0);
        apply(forget());
        apply(add(3));

        apply(release);

        assertThat(held()).isEqualTo(1);
        releases().forEach(this::apply);
        assertThat(held()).isZero();
    }

    @Test
    void messagesHeldByAForgottenBookAreCountedAsForgotten() {
        apply(add(5));
        apply(add(6));
        apply(forget());

        long[] sums = Totals.sums();
        books.totals().addTo(sums);

        BookCounters counters = BookCounters.of(Totals.counts(sums));
        assertThat(counters.held()).isZero();
        assertThat(counters.applied()).isZero();
        assertThat(Totals.forgotten(sums)).isEqualTo(2);
        assertThat(Totals.actions(sums)[Action.ADD.code()]).isEqualTo(2);
    }

    @Test
    void booksShareTheMemoryOfRecentQuotesAndGiveItBack() {
        LiveSettings one = TestBooks.settings(new LiveSettings.BookSettings(
                0, Duration.ZERO, 1_000, 1_000, new LiveSettings.RecentSettings(64, 16 * 64)));
        PartitionBooks some = new PartitionBooks(Shared.of(one, InstantSource.system(), LiveEvents.NONE));

        fill(some, "A");
        fill(some, "B");
        assertThat(oldest(some, "A")).isEqualTo(100 - 32 + 1);
        assertThat(oldest(some, "B")).isEqualTo(100 - 16 + 1);

        JournalEntry forgotten = JournalEntry.of("A", new RecordWriter(RecordKind.FORGET, "A"));
        forgotten.written(records + 1);
        some.apply(forgotten);
        fill(some, "B");
        assertThat(oldest(some, "B")).isEqualTo(200 - 32 + 1);
    }

    private void fill(PartitionBooks some, String symbol) {
        for (int i = 0; i < 100; i++) {
            LiveRequest request = new LiveRequest(symbol, 1_000);
            TestBooks.set(request.next(), ++records, Action.ADD, records, records);
            request.keep();
            JournalEntry entry = JournalEntry.of(request);
            entry.written(records);
            some.apply(entry);
        }
    }

    private static long oldest(PartitionBooks some, String symbol) {
        return Objects.requireNonNull(some.find(symbol)).recent().oldest(Emit.PACKET);
    }
}
