package io.touchline.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.touchline.book.OrderBook;
import io.touchline.book.Outcome;
import io.touchline.feed.Quote;
import io.touchline.live.Applied;
import io.touchline.live.BookCounters;
import io.touchline.live.BookState;
import io.touchline.live.Depth;
import io.touchline.live.LiveQuote;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers as bytes, and back. */
class AnswerTest {

    private static final Question QUESTION = new Question(Long.MIN_VALUE + 7, Long.MAX_VALUE);
    private static final BookCounters COUNTERS =
            new BookCounters(9, 8, 1, 2, 3, 4, -5, 6, List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L));

    @Test
    void repliesAreReadAsTheyWereWritten() {
        Applied.Refusal refused = new Applied.Refusal(-1, Long.MAX_VALUE, Outcome.TOO_MANY_ORDERS);
        BookState.Size size = new BookState.Size(5, 4, 3, 2, 1);
        Depth.Level level = new Depth.Level(-3, Long.MAX_VALUE, 2);
        List<Reply> replies = List.of(
                new Reply.Messages(new Applied(Long.MAX_VALUE, COUNTERS, refused, null)),
                new Reply.Messages(Applied.nothing(1)),
                new Reply.Forgotten(0),
                new Reply.Forgotten(Long.MAX_VALUE),
                new Reply.State(null, 0),
                new Reply.State(new BookState("S", null, 7, -1, size, COUNTERS), 3),
                new Reply.Levels(null),
                new Reply.Levels(new Depth("S", -1, List.of(level, level), List.of())));

        for (Reply reply : replies) {
            Answer answer = new Answer(QUESTION, reply);

            assertThat(Answer.read("S", answer.bytes())).isEqualTo(answer);
        }
    }

    @Test
    void quoteIsReadAsItWasWritten() {
        Quote values = new Quote();
        values.packet(0, -5, Long.MAX_VALUE);
        values.values(-1, 2, OrderBook.NO_PRICE, 0);
        Applied applied = new Applied(1, BookCounters.NONE, null, new LiveQuote("S", 812, values, 0));

        Answer answer = Answer.read("S", new Answer(QUESTION, new Reply.Messages(applied)).bytes());

        LiveQuote quote = ((Reply.Messages) answer.reply()).applied().quote();
        assertThat(quote).isNotNull();
        assertThat(quote)
                .extracting(LiveQuote::symbol, LiveQuote::n, LiveQuote::timeNanos, LiveQuote::seqNum)
                .containsExactly("S", 812L, -5L, Long.MAX_VALUE);
        assertThat(quote)
                .extracting(LiveQuote::bidPrice, LiveQuote::bidQuantity, LiveQuote::askPrice, LiveQuote::askQuantity)
                .containsExactly(-1L, 2L, OrderBook.NO_PRICE, 0L);
    }

    @Test
    void anotherVersionIsRefused() {
        byte[] bytes = new Answer(QUESTION, new Reply.Forgotten(1)).bytes();
        bytes[0] = 2;

        assertThatIllegalStateException()
                .isThrownBy(() -> Answer.read("S", bytes))
                .withMessage("answer: expected version 1, found 2");
    }
}
