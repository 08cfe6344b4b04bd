package io.touchline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.book.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a feed makes of requests; that it makes of whole streams what a conversion does is judged elsewhere. */
class LiveFeedTest {

    private final Heard heard = new Heard();

    @Test
    void packetIsAppliedWhenItsRequestEnds() {
        LiveFeed feed = new LiveFeed(0, 100, 100, heard);

        request(feed, add(3, 1), add(3, 2), add(4, 3));

        assertThat(heard.texts).containsExactly("quote 3", "quote 4");
        assertThat(feed.heldPackets()).isZero();
    }

    @Test
    void packetGoesOnInALaterRequestThoughALateOneCameBetween() {
        LiveFeed feed = new LiveFeed(0, 100, 100, heard);
        request(feed, add(3, 1));
        request(feed, add(2, 2));
        request(feed, add(3, 3));

        assertThat(heard.texts).containsExactly("quote 3", "late 2", "quote 3");
        assertThat(feed.book().orders()).isEqualTo(2);
    }

    @Test
    void packetThatAnotherOneEndedIsLateAsInAFile() {
        LiveFeed feed = new LiveFeed(0, 100, 100, heard);
        request(feed, add(3, 1), add(2, 2), add(3, 3));

        assertThat(heard.texts).containsExactly("quote 3", "late 2", "late 3");
    }

    @Test
    void imageThatGoesOnInALaterRequestClearsTheBookOnce() {
        LiveFeed feed = new LiveFeed(0, 100, 100, heard);
        request(feed, add(2, 1));
        request(feed, image(3, 2));
        request(feed, image(3, 3));

        assertThat(feed.book().orders()).isEqualTo(2);
    }

    @Test
    void windowHoldsPacketsBeyondTheEndOfARequestAndJoinsTheirRows() {
        LiveFeed feed = new LiveFeed(2, 100, 100, heard);
        request(feed, add(3, 1), add(5, 2));
        request(feed, add(4, 3));
        request(feed, add(5, 4));
        assertThat(heard.texts).containsExactly("quote 3");

        feed.release(4);
        assertThat(heard.texts).containsExactly("quote 3", "quote 4");

        feed.release(5);
        assertThat(heard.texts).containsExactly("quote 3", "quote 4", "quote 5");
        assertThat(feed.book().orders()).isEqualTo(4);
    }

    @Test
    void fullWindowLetsItsLowestPacketGoAndThatMayGoOn() {
        LiveFeed feed = new LiveFeed(9, 2, 100, heard);
        request(feed, add(3, 1), add(3, 2), add(3, 3));
        feed.release(3);

        assertThat(heard.texts).containsExactly("quote 3", "quote 3");
        assertThat(feed.book().orders()).isEqualTo(3);
        assertThat(feed.counters().lateRows()).isZero();
    }

    @Test
    void restoredFeedGoesOnAsTheOtherWouldHave() {
        for (int seed = 1; seed <= 300; seed++) {
            Random random = new Random(seed);
            int window = random.nextInt(6);
            LiveFeed feed = new LiveFeed(window, 50, 100, heard);
            for (int i = 0; i < 30; i++) {
                request(feed, randomRequest(random, i));
            }
            Heard other = new Heard();
            LiveFeed restored = new LiveFeed(window, 50, 100, other);
            feed.forEachHeld(restored::restore);
            restored.restore(feed.numbers());
            feed.book()
                    .forEachOrder((id, side, price, quantity) -> restored.book().add(id, side, price, quantity));
            heard.texts.clear();

            for (int i = 30; i < 60; i++) {
                Message[] request = randomRequest(random, i);
                request(feed, request);
                request(restored, request);
            }

            assertThat(other.texts).as("seed %d", seed).isEqualTo(heard.texts);
            assertThat(restored.numbers()).as("seed %d", seed).isEqualTo(feed.numbers());
        }
    }

    private static Message[] randomRequest(Random random, int around) {
        return random.ints(1 + random.nextInt(5), Math.max(0, around - 4), around + 4)
                .mapToObj(seqNum -> random.nextInt(4) == 0 ? image(seqNum, seqNum % 3) : add(seqNum, seqNum % 3))
                .toArray(Message[]::new);
    }

    private static void request(LiveFeed feed, Message... messages) {
        for (Message message : messages) {
            feed.accept(message);
        }
        feed.endRequest();
    }

    private static Message add(long seqNum, long orderId) {
        return message(seqNum, orderId, false);
    }

    private static Message image(long seqNum, long orderId) {
        return message(seqNum, orderId, true);
    }

    private static Message message(long seqNum, long orderId, boolean image) {
        Message message = new Message();
        message.set(seqNum, 0, orderId, 1, 1, 0, Message.flags(1, 0, false, image, 0, Action.ADD.code()));
        return message;
    }

    /** What a feed told, as text. */
    private static final class Heard implements FeedListener {

        final List<String> texts = new ArrayList<>();

        @Override
        public void quote(Quote quote) {
            texts.add("quote " + quote.seqNum());
        }

        @Override
        public void refused(Message message, Outcome outcome) {
            texts.add(outcome.toString());
        }

        @Override
        public void late(Message message) {
            texts.add("late " + message.seqNum());
        }
    }
}
