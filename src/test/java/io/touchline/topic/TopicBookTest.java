package io.touchline.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.touchline.binary.NumberReader;
import io.touchline.binary.NumberWriter;
import io.touchline.live.Applied;
import io.touchline.live.BookState;
import io.touchline.live.Emit;
import io.touchline.live.FeedLimits;
import io.touchline.live.JournalledBooks;
import io.touchline.live.LiveBooks;
import io.touchline.live.LiveEvents;
import io.touchline.live.LiveRequest;
import io.touchline.live.LiveSettings;
import io.touchline.live.LiveSettings.BookSettings;
import io.touchline.live.LiveSettings.RecentSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The job's book against the service's, record by record. */
class TopicBookTest {

    private static final String SYMBOL = "A\"B\\C";
    private static final int REQUESTS = 400;
    private static final int MOST_BYTES = 1 << 20;
    private static final Question QUESTION = new Question(-1, 300);

    private final L3RecordReader reader = new L3RecordReader();
    private final HeardL1 heard = new HeardL1();
    private final FeedLimits limits = new FeedLimits(0, 100, 50);
    private TopicBook book = new TopicBook(SYMBOL, limits);
    private long ordinal;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void requestsAtRandomGiveTheQuotesAndAnswersOfTheService(long seed, @TempDir Path dir) throws IOException {
        Random random = new Random(seed);
        int window = random.nextInt(3) * 2;
        FeedLimits limits = new FeedLimits(window, 4 + random.nextInt(8), 6 + random.nextInt(6));
        book = new TopicBook(SYMBOL, limits);
        RandomRequests requests = new RandomRequests(random);
        try (LiveBooks books = JournalledBooks.open(settings(limits), dir, InstantSource.system(), LiveEvents.NONE)) {
            for (int i = 0; i < REQUESTS; i++) {
                if (random.nextInt(40) == 0) {
                    boolean expected = books.forget(SYMBOL).join();
                    Reply reply = apply(L3Record.forget(QUESTION, SYMBOL));
                    assertThat(reply).isEqualTo(new Reply.Forgotten(expected ? ordinal : 0));
                } else {
                    compareMessages(books, requests.fill(books.request(SYMBOL)));
                }
                compareBooks(books);
                book = copy(book, limits);
            }
        }
    }

    private void compareMessages(LiveBooks books, LiveRequest request) {
        byte[] value = L3Record.messages(QUESTION, request);
        Applied expected = books.submit(request).join();

        Applied applied = ((Reply.Messages) apply(value)).applied();

        assertThat(applied.record()).isEqualTo(ordinal);
        assertThat(unnumbered(applied)).isEqualTo(unnumbered(expected));
    }

    private void compareBooks(LiveBooks books) throws IOException {
        Reply.State state = (Reply.State) apply(L3Record.state(QUESTION));
        assertThat(bytes(state)).isEqualTo(bytes(new Reply.State(books.state(SYMBOL), state.book())));
        Reply depth = apply(L3Record.depth(QUESTION, 3));
        Reply expected = new Reply.Levels(books.depth(SYMBOL, 3).join().orElse(null));
        assertThat(bytes(depth)).isEqualTo(bytes(expected));
        assertThat(heard.rows(Emit.PACKET).equals(history(books, Emit.PACKET))).isTrue();
        assertThat(heard.rows(Emit.CHANGE).equals(history(books, Emit.CHANGE))).isTrue();
    }

    @Test
    void bookThatIsMadeAnewNamesTheOneBefore() {
        apply(L3Record.messages(QUESTION, request(1)));
        apply(L3Record.forget(QUESTION, SYMBOL));
        apply(L3Record.state(QUESTION));
        book = copy(book, limits);
        apply(L3Record.messages(QUESTION, request(2)));

        assertThat(heard.values()).hasSize(3);
        assertThat(heard.values().get(0))
                .startsWith("{\"symbol\":\"A\\\"B\\\\C\",\"book\":1,\"previous\":0,\"packet\":1,");
        assertThat(heard.values().get(1))
                .isEqualTo("{\"symbol\":\"A\\\"B\\\\C\",\"book\":1,\"packet\":2,\"forgotten\":true}");
        assertThat(heard.values().get(2))
                .startsWith("{\"symbol\":\"A\\\"B\\\\C\",\"book\":4,\"previous\":1,\"packet\":1,");
    }

    @Test
    void limitsThatChangedHoldFromTheNextRecordOn() {
        book = new TopicBook(SYMBOL, new FeedLimits(5, 100, 50));
        apply(L3Record.messages(QUESTION, request(1)));
        apply(L3Record.messages(QUESTION, request(2)));
        assertThat(heard.values()).isEmpty();

        book = copy(book, limits);
        apply(L3Record.messages(QUESTION, request(3)));

        assertThat(heard.values()).hasSize(3);
        assertThat(state().counters().packets()).isEqualTo(3);
    }

    @Test
    void lateAndDuplicateAndRefusedMessagesAreTold() {
        book = new TopicBook(SYMBOL, new FeedLimits(0, 100, 1));
        apply(L3Record.messages(QUESTION, request(5)));
        apply(L3Record.messages(QUESTION, request(6)));
        apply(L3Record.messages(QUESTION, request(4)));

        assertThat(heard.dropped()).containsExactly("refused 6 TOO_MANY_ORDERS", "late 4");
    }

    @Test
    void stateOfAnotherVersionIsRefused() {
        NumberWriter out = new NumberWriter(100);
        book.write(out);
        out.bytes()[0] = 2;

        assertThatIllegalStateException()
                .isThrownBy(() -> TopicBook.read(limits, new NumberReader().moveTo(out.bytes(), 0, out.length())))
                .withMessage("state of a book: expected version 1, found 2");
    }

    private BookState state() {
        BookState state = ((Reply.State) apply(L3Record.state(QUESTION))).state();
        assertThat(state).isNotNull();
        return Objects.requireNonNull(state);
    }

    private Reply apply(byte[] value) {
        return book.apply(ordinal++, reader.read(SYMBOL, value), heard);
    }

    /** One order, in a packet of its own. */
    private static LiveRequest request(long seqNum) {
        LiveRequest request = new LiveRequest(SYMBOL, MOST_BYTES);
        request.next().set(seqNum, seqNum, seqNum, 1_000_000_000, 100_000_000, 0, 1 << 26);
        request.keep();
        return request;
    }

    private static TopicBook copy(TopicBook book, FeedLimits limits) {
        NumberWriter out = new NumberWriter(100);
        book.write(out);
        return TopicBook.read(limits, new NumberReader().moveTo(out.bytes(), 0, out.length()));
    }

    private static LiveSettings settings(FeedLimits limits) {
        BookSettings book = new BookSettings(
                limits.window(),
                Duration.ZERO,
                limits.heldRows(),
                limits.restingOrders(),
                new RecentSettings(4_096, Long.MAX_VALUE));
        LiveSettings usual = LiveSettings.DEFAULT;
        return new LiveSettings(1, 10, book, usual.queue(), usual.journal(), usual.history());
    }

    private static byte[] bytes(Reply reply) {
        return new Answer(QUESTION, reply).bytes();
    }

    /** As bytes, without the number of the record, which counts all records in a journal. */
    private static byte[] unnumbered(Applied applied) {
        return bytes(new Reply.Messages(new Applied(0, applied.counters(), applied.firstRefused(), applied.quote())));
    }

    private static String history(LiveBooks books, Emit emit) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        books.history(SYMBOL, Long.MIN_VALUE, Long.MAX_VALUE, emit, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
