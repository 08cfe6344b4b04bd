package io.touchline.beam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.touchline.book.Outcome;
import io.touchline.convert.ConversionOptions;
import io.touchline.convert.ConversionOptions.Crossed;
import io.touchline.convert.ConversionOptions.Emit;
import io.touchline.convert.ConversionOptions.Errors;
import io.touchline.convert.ConversionOptions.Sides;
import io.touchline.feed.Action;
import io.touchline.feed.Message;
import io.touchline.feed.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.jupiter.api.Test;

class KeyedBookTest {

    private static final ConversionOptions CHANGES =
            new ConversionOptions(Emit.CHANGE, Sides.ANY, Crossed.KEEP, 0, Errors.ABORT);
    private static final KeyedBookCoder CODER = new KeyedBookCoder(CHANGES);

    @Test
    void bookThatIsMadeAnewFromItsBytesBetweenPiecesGivesTheSameRows() throws CoderException {
        for (int seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            Heard expected = new Heard();
            Heard heard = new Heard();
            KeyedBook whole = new KeyedBook(CHANGES);
            KeyedBook copied = new KeyedBook(CHANGES);
            for (int piece = 0; piece < 50; piece++) {
                byte[] packets = packets(random, 10L * piece);
                whole.apply(packets, new PacketsReader(), expected);
                copied = copy(copied);
                copied.apply(packets, new PacketsReader(), heard);
            }

            assertThat(heard.rows).as("seed %d", seed).isEqualTo(expected.rows).isNotEmpty();
        }
    }

    @Test
    void stateOfAnotherVersionIsRefused() throws CoderException {
        byte[] bytes = CoderUtils.encodeToByteArray(CODER, new KeyedBook(CHANGES));
        bytes[1] = 2; // behind the length

        assertThatIllegalStateException()
                .isThrownBy(() -> CoderUtils.decodeFromByteArray(CODER, bytes))
                .withMessage("state of a book: expected version 1, found 2");
    }

    @Test
    void keyIsTheSameBehindItsBytes() throws CoderException {
        for (BookKey key : List.of(new BookKey("day", null), new BookKey("", "A/B"))) {
            byte[] bytes = CoderUtils.encodeToByteArray(BookKeyCoder.INSTANCE, key);

            assertThat(CoderUtils.decodeFromByteArray(BookKeyCoder.INSTANCE, bytes))
                    .isEqualTo(key);
        }
    }

    private static KeyedBook copy(KeyedBook book) throws CoderException {
        return CoderUtils.decodeFromByteArray(CODER, CoderUtils.encodeToByteArray(CODER, book));
    }

    private static byte[] packets(Random random, long firstSeqNum) {
        PacketsWriter packets = new PacketsWriter(new QuantityColumns("add_qty", "update_qty"));
        Message message = new Message();
        for (int i = 0; i < 20; i++) {
            int action = random.nextInt(Action.COUNT - 1);
            boolean image = random.nextInt(50) == 0;
            long flags = Message.flags(i + 2, 0, false, image, random.nextInt(2), action);
            message.set(firstSeqNum + i / 2, i, random.nextInt(9), 1 + random.nextInt(3), random.nextInt(3), 0, flags);
            packets.write(message);
        }
        return packets.take();
    }

    /** The rows of level 1, as text. */
    private static final class Heard implements KeyedBook.RowListener {

        final List<String> rows = new ArrayList<>();

        @Override
        public void row(Quote quote) {
            rows.add(quote.seqNum() + " " + quote.timeNanos() + " " + quote.bidPrice() + " " + quote.bidQuantity() + " "
                    + quote.askPrice() + " " + quote.askQuantity());
        }

        @Override
        public void refused(Message message, Outcome outcome) {
            throw new AssertionError("expected no row refused, found " + outcome);
        }
    }
}
