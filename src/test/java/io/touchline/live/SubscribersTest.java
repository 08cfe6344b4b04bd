package io.touchline.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.binary.NumberReader;
import io.touchline.feed.Action;
import io.touchline.feed.Message;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Subscriptions that are told the past, among many books. */
class SubscribersTest {

    private static final int BOOKS = 10_000;
    private static final int MOST_AT_ONCE = 2_048;

    private final Subscribers subscribers = new Subscribers();
    private final Map<String, PublishedBook> books = IntStream.range(0, BOOKS)
            .mapToObj(SubscribersTest::book)
            .collect(Collectors.toMap(PublishedBook::symbol, Function.identity()));

    private static PublishedBook book(int number) {
        PublishedBook book = new PublishedBook("S" + number, 1, new FeedLimits(0, 10, 10), TestBooks.recentQuotes(16));
        LiveRequest request = new LiveRequest("S" + number, 1_000);
        Message message = request.next();
        TestBooks.set(message, 1, Action.ADD, 1, 1);
        request.keep();
        JournalEntry entry = JournalEntry.of(request);
        book.book().messages(1, entry.body(new NumberReader()), new long[Action.COUNT]);
        return book;
    }

    @Test
    void oneWithoutRoomCostsTheBooksLittleAtATime() {
        Told told = new Told(0);
        subscribers.start(subscription(told), books);

        subscribers.catchUp();
        assertThat(told.asked).isEqualTo(MOST_AT_ONCE);
    }

    @Test
    void allAreToldInTurn() {
        Told stuck = new Told(0);
        Told told = new Told(1);
        subscribers.start(subscription(stuck), books);
        subscribers.start(subscription(told), books);

        for (int turn = 0; turn < 3 * 2 * BOOKS / MOST_AT_ONCE; turn++) {
            subscribers.catchUp();
        }
        assertThat(told.symbols).hasSize(BOOKS);
        assertThat(stuck.symbols).isEmpty();
        assertThat(subscribers.isAnyBehind()).isTrue();
    }

    private static Subscription subscription(QuoteSubscriber subscriber) {
        return new Subscription(SubscriptionRequest.now(SubscriptionRequest.ALL, Emit.CHANGE), subscriber, ended -> {});
    }

    /** Counts what it is asked and told. */
    private static final class Told implements QuoteSubscriber {

        private final int room;
        private final Set<String> symbols = new HashSet<>();
        private int asked;

        Told(int room) {
            this.room = room;
        }

        @Override
        public void quote(LiveQuote quote, boolean snapshot) {
            assertThat(symbols.add(quote.symbol())).isTrue();
        }

        @Override
        public void tooOld(String symbol, long oldest) {
            throw new IllegalStateException("too old");
        }

        @Override
        public void forgotten(String symbol) {
            throw new IllegalStateException("forgotten");
        }

        @Override
        public int room() {
            asked++;
            return room;
        }
    }
}
