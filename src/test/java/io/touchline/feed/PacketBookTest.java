package io.touchline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.binary.NumberReader;
import io.touchline.binary.NumberWriter;
import io.touchline.binary.RestingOrders;
import io.touchline.book.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Packets put in order by one feed and applied by books elsewhere, against a feed that has its books. */
class PacketBookTest {

    private static final int SYMBOLS = 3;
    private static final int MAX_ORDERS = 8;

    @Test
    void packetsPassedOnGiveTheQuotesOfAFeedWithItsBooks() {
        for (int seed = 1; seed <= 500; seed++) {
            Random random = new Random(seed);
            boolean everyMessage = random.nextBoolean();
            int window = random.nextInt(6);
            Heard expected = new Heard();
            Elsewhere elsewhere = new Elsewhere(everyMessage, random);
            Feed whole = new Feed(window, 1_000, MAX_ORDERS, everyMessage, expected);
            Feed ordering = new Feed(window, 1_000, elsewhere);

            run(whole, new Random(seed));
            run(ordering, new Random(seed));
            elsewhere.finish();

            assertThat(elsewhere.texts()).as("seed %d", seed).isEqualTo(expected.texts);
            assertThat(elsewhere.dropped).as("seed %d", seed).isEqualTo(expected.dropped);
        }
    }

    private static void run(Feed feed, Random random) {
        MessageBatch batch = new MessageBatch(16);
        Message next = new Message();
        for (int line = 1; line <= 400; line++) {
            batch.next(next);
            write(line, random, next);
            batch.keep(next);
            batch = batch.hasRoom() ? batch : feed.accept(batch);
        }
        feed.accept(batch);
        feed.finish();
    }

    private static void write(long line, Random random, Message message) {
        long seqNum = line / 4 + random.nextInt(random.nextInt(10) == 0 ? 12 : 2);
        int action = random.nextInt(Action.COUNT - 1);
        boolean textId = random.nextInt(40) == 0;
        boolean image = random.nextInt(30) == 0;
        long flags = Message.flags(line, random.nextInt(SYMBOLS), textId, image, random.nextInt(2), action);
        message.set(seqNum, seqNum, textId ? 0 : random.nextInt(9), 1 + random.nextInt(5), random.nextInt(4), 0, flags);
        for (int i = 0; textId && i < Message.MAX_TEXT_ID_BYTES / 8; i++) {
            message.textIdWord(i, i == 0 ? 'a' + random.nextInt(3) : 0);
        }
    }

    /** A book per symbol, each of which is now and then made anew from the bytes of its state. */
    private static final class Elsewhere implements PacketListener {

        private final boolean everyMessage;
        private final Random random;
        private final List<Heard> heard = new ArrayList<>();
        private final PacketBook[] books = new PacketBook[SYMBOLS];
        private final long[] packets = new long[SYMBOLS];
        final List<String> dropped = new ArrayList<>();

        Elsewhere(boolean everyMessage, Random random) {
            this.everyMessage = everyMessage;
            this.random = random;
            for (int i = 0; i < SYMBOLS; i++) {
                heard.add(new Heard());
                books[i] = new PacketBook(MAX_ORDERS, everyMessage, heard.get(i));
            }
        }

        @Override
        public void message(Message message) {
            int symbol = message.symbol();
            if (packets[symbol] != message.seqNum() && random.nextInt(5) == 0) {
                books[symbol].endPacket();
                books[symbol] = restored(books[symbol], heard.get(symbol));
            }
            packets[symbol] = message.seqNum();
            books[symbol].apply(withoutSymbol(message));
        }

        @Override
        public void late(Message message) {
            dropped.add("late in line " + message.line());
        }

        @Override
        public void duplicate(Message message) {
            dropped.add("duplicate in line " + message.line());
        }

        void finish() {
            for (PacketBook book : books) {
                book.endPacket();
            }
        }

        List<List<String>> texts() {
            return heard.stream().map(each -> each.texts.get(0)).toList();
        }

        private PacketBook restored(PacketBook book, FeedListener listener) {
            NumberWriter out = new NumberWriter(16);
            RestingOrders.write(book.book(), out);
            PacketBook copy = new PacketBook(MAX_ORDERS, everyMessage, listener);
            RestingOrders.read(new NumberReader().moveTo(out.bytes(), 0, out.length()), copy.book());
            copy.restore(book.numbers());
            return copy;
        }

        private static Message withoutSymbol(Message message) {
            Message copy = new Message();
            message.copyTo(copy.words(), 0);
            long symbol = (long) message.symbol() << Message.SYMBOL_SHIFT;
            copy.words()[Message.FLAGS] -= symbol;
            return copy;
        }
    }

    /** What was told of each symbol, as text. */
    private static final class Heard implements FeedListener {

        final List<List<String>> texts = new ArrayList<>();
        final List<String> dropped = new ArrayList<>();

        @Override
        public void quote(Quote quote) {
            String text = quote.seqNum() + " " + quote.bidPrice() + " " + quote.bidQuantity() + " " + quote.askPrice()
                    + " " + quote.askQuantity();
            of(quote.symbol()).add(text);
        }

        @Override
        public void refused(Message message, Outcome outcome) {
            of(message.symbol()).add(outcome + " in line " + message.line());
        }

        @Override
        public void late(Message message) {
            dropped.add("late in line " + message.line());
        }

        @Override
        public void duplicate(Message message) {
            dropped.add("duplicate in line " + message.line());
        }

        private List<String> of(int symbol) {
            while (texts.size() <= symbol) {
                texts.add(new ArrayList<>());
            }
            return texts.get(symbol);
        }
    }
}
