package io.touchline.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.book.Outcome;
import io.touchline.feed.LimitExceededException.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FeedTest {

    private final Heard heard = new Heard();

    @Test
    void nothingIsAppliedBeforeTheWindowIsFull() {
        Feed feed = new Feed(2, 100, 100, false, heard);
        feed.accept(add(3, 1));
        feed.accept(add(1, 2));
        feed.accept(add(2, 3));
        assertThat(heard.texts).isEmpty();

        feed.accept(add(4, 4));
        assertThat(heard.texts).containsExactly("quote 1");
        feed.finish();

        assertThat(heard.texts).containsExactly("quote 1", "quote 2", "quote 3", "quote 4");
    }

    @Test
    void windowOfNothingAppliesAPacketWhenTheNextOneComes() {
        Feed feed = new Feed(0, 100, 100, false, heard);
        feed.accept(add(3, 1));
        feed.accept(add(3, 2));
        assertThat(heard.texts).isEmpty();

        feed.accept(add(1, 3));

        assertThat(heard.texts).containsExactly("quote 3", "late 1 in line 3");
    }

    @Test
    void latePacketIsHeardOfOnceThoughItHasSeveralRows() {
        Feed feed = new Feed(0, 100, 100, false, heard);
        feed.accept(add(3, 1));
        feed.accept(add(1, 2));
        feed.accept(add(1, 3));
        feed.accept(add(2, 4));
        feed.finish();

        assertThat(heard.texts).containsExactly("quote 3", "late 1 in line 2", "late 2 in line 4");
        assertThat(feed.counters().latePackets()).isEqualTo(2);
        assertThat(feed.counters().lateRows()).isEqualTo(3);
    }

    @Test
    void refusedRowIsHeardOfAndChangesNeitherTimeNorQuote() {
        Feed feed = new Feed(0, 100, 2, false, heard);
        feed.accept(add(1, 1));
        feed.accept(add(2, 2));
        feed.accept(add(3, 3));
        feed.finish();

        assertThat(heard.texts).containsExactly("quote 1", "quote 2", "TOO_MANY_ORDERS in line 3");
        assertThat(feed.counters().packets()).isEqualTo(2);
        assertThat(feed.counters().refused()).isEqualTo(1);
        assertThat(feed.counters().of(Outcome.TOO_MANY_ORDERS)).isEqualTo(1);
    }

    @Test
    void packetWithoutAnEndReachesTheLimitOfHeldRows() {
        Feed feed = new Feed(0, 3, 100, false, heard);
        for (int line = 1; line <= 3; line++) {
            feed.accept(add(1, line));
        }

        assertThatThrownBy(() -> feed.accept(add(1, 4)))
                .isInstanceOfSatisfying(LimitExceededException.class, thrown -> {
                    assertThat(thrown.limit()).isEqualTo(Limit.HELD_ROWS);
                    assertThat(thrown.line()).isEqualTo(4);
                });
    }

    @Test
    void symbolsHaveLatePacketsOfTheirOwn() {
        Feed feed = new Feed(0, 100, 100, false, heard);
        feed.accept(message(5, 1, 1, 7, Action.ADD));
        feed.accept(message(3, 2, 0, 7, Action.ADD));
        feed.accept(message(4, 3, 1, 7, Action.ADD));
        feed.finish();

        assertThat(heard.texts).containsExactly("quote 5", "quote 3", "late 4 in line 3");
    }

    @Test
    void batchesOfAnySizeAreTakenLikeOneMessageAfterTheOther() {
        for (int seed = 1; seed <= 2_000; seed++) {
            Random random = new Random(seed);
            int window = random.nextInt(3) == 0 ? 0 : random.nextInt(12);
            List<Message> messages = randomMessages(random);
            Heard oneByOne = new Heard();
            Heard inBatches = new Heard();
            Feed expected = new Feed(window, 1_000, 20, seed % 2 == 0, oneByOne);
            Feed feed = new Feed(window, 1_000, 20, seed % 2 == 0, inBatches);

            messages.forEach(expected::accept);
            expected.finish();
            MessageBatch batch = new MessageBatch(4 + random.nextInt(30));
            for (Message message : messages) {
                append(message, batch);
                batch = !batch.hasRoom() || random.nextInt(20) == 0 ? feed.accept(batch) : batch;
            }
            feed.accept(batch);
            feed.finish();

            assertThat(inBatches.texts).as("seed %d", seed).isEqualTo(oneByOne.texts);
            assertThat(counts(feed)).as("seed %d", seed).isEqualTo(counts(expected));
        }
    }

    @Test
    void largePacketsInBatchesAreTakenLikeOneMessageAfterTheOther() {
        for (int seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            List<Message> messages = largePackets(random);
            Heard oneByOne = new Heard();
            Heard inBatches = new Heard();
            Feed expected = new Feed(3, 10_000, 10_000, false, oneByOne);
            Feed feed = new Feed(3, 10_000, 10_000, false, inBatches);

            messages.forEach(expected::accept);
            expected.finish();
            MessageBatch batch = new MessageBatch(1 + random.nextInt(1_000));
            for (Message message : messages) {
                append(message, batch);
                batch = batch.hasRoom() ? batch : feed.accept(batch);
            }
            feed.accept(batch);
            feed.finish();

            assertThat(inBatches.texts).as("seed %d", seed).isEqualTo(oneByOne.texts);
            assertThat(counts(feed)).as("seed %d", seed).isEqualTo(counts(expected));
        }
    }

    /** Packets of up to 700 rows, in order; now and then a row comes once more in its packet, at once or later. */
    private static List<Message> largePackets(Random random) {
        List<Message> messages = new ArrayList<>();
        int again = 1 + random.nextInt(300);
        for (int seqNum = 1; seqNum <= 10; seqNum++) {
            int first = messages.size();
            for (int rows = 1 + random.nextInt(700); rows > 0; rows--) {
                int line = messages.size() + 1;
                messages.add(
                        line - 1 > first && random.nextInt(again) == 0
                                ? messages.get(first + random.nextInt(line - 1 - first))
                                : message(seqNum, line, 0, line, Action.ADD));
            }
        }
        return messages;
    }

    /** Mostly in order, with rows that come apart, twice or late, and now and then an order id that is text. */
    private static List<Message> randomMessages(Random random) {
        List<Message> messages = new ArrayList<>();
        boolean texts = random.nextInt(3) == 0;
        int disorder = random.nextInt(3) == 0 ? 1 : 1 + random.nextInt(200);
        long seqNum = 0;
        for (int line = 1; line <= 300; line++) {
            seqNum += random.nextInt(10) < 4 ? 0 : 1 + random.nextInt(2);
            long moved = random.nextInt(disorder) == 0 ? Math.max(0, seqNum - random.nextInt(9)) : seqNum;
            Action action = Action.of(random.nextInt(Action.COUNT - 1));
            Message message = message(moved, line, random.nextInt(2), random.nextInt(6), action);
            messages.add(texts && random.nextInt(20) == 0 ? withTextId(message) : message);
        }
        return messages;
    }

    private static Message withTextId(Message message) {
        Message text = new Message();
        long flags = Message.flags(
                message.line(),
                message.symbol(),
                true,
                false,
                0,
                message.action().code());
        text.set(message.seqNum(), message.timeNanos(), 0, message.price(), message.quantity(), 0, flags);
        text.textIdWord(0, 'a' + message.orderId());
        return text;
    }

    private static void append(Message message, MessageBatch batch) {
        Message next = new Message();
        batch.next(next);
        message.copyTo(next.words(), next.at());
        batch.keep(next);
    }

    private static List<Long> counts(Feed feed) {
        FeedCounters counters = feed.counters();
        List<Long> counts = new ArrayList<>(List.of(
                counters.read(),
                counters.applied(),
                counters.packets(),
                counters.duplicateRows(),
                counters.latePackets(),
                counters.lateRows()));
        for (Outcome outcome : Outcome.values()) {
            counts.add(counters.of(outcome));
        }
        return counts;
    }

    @Test
    void everyMessageReadIsAppliedOrRefusedOrDuplicateOrLate() {
        for (int seed = 1; seed <= 50; seed++) {
            Random random = new Random(seed);
            Feed feed = new Feed(1 + random.nextInt(4), 1_000, 4, random.nextBoolean(), heard);
            for (int line = 1; line <= 1_000; line++) {
                int seqNum = line / 10 + random.nextInt(6);
                Action action = Action.of(random.nextInt(Action.COUNT - 1));
                feed.accept(message(seqNum, line, random.nextInt(2), random.nextInt(6), action));
            }
            feed.finish();

            FeedCounters counters = feed.counters();
            long outcomes = 0;
            for (Outcome outcome : Outcome.values()) {
                outcomes += counters.of(outcome);
            }
            assertThat(counters.read()).isEqualTo(1_000);
            assertThat(counters.applied() + counters.refused())
                    .as("seed %d", seed)
                    .isEqualTo(outcomes);
            assertThat(counters.lateRows()).as("seed %d", seed).isPositive();
            assertThat(counters.duplicateRows()).as("seed %d", seed).isPositive();
            assertThat(outcomes + counters.duplicateRows() + counters.lateRows())
                    .as("seed %d", seed)
                    .isEqualTo(counters.read());
        }
    }

    private static Message add(long seqNum, long line) {
        return message(seqNum, line, 0, line, Action.ADD);
    }

    private static Message message(long seqNum, long line, int symbol, long orderId, Action action) {
        Message message = new Message();
        long flags = Message.flags(line, symbol, false, false, 0, action.code());
        message.set(seqNum, 0, orderId, 1, 1, 0, flags);
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
            texts.add(outcome + " in line " + message.line());
        }

        @Override
        public void late(Message message) {
            texts.add("late " + message.seqNum() + " in line " + message.line());
        }
    }
}
