package io.touchline.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.touchline.feed.Quote;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Records of the level 1 topic as a job may write them: twice, early, late. */
class InTurnTest {

    private final InTurn turns = new InTurn();
    private final List<L1Record> taken = new ArrayList<>();

    private static L1Record quote(long book, long previous, long packet) {
        return new L1Record("A", book, packet == 1 ? previous : 0, packet, packet, true, new Quote(), packet);
    }

    private static L1Record forgotten(long book, long previous, long packet) {
        return new L1Record("A", book, packet == 1 ? previous : 0, packet, 0, false, null, packet);
    }

    private void accept(L1Record... records) {
        for (L1Record each : records) {
            turns.accept(each, false, taken);
        }
    }

    @Test
    void quoteThatComesTwiceIsTakenOnce() {
        accept(quote(1, 0, 1), quote(1, 0, 2), quote(1, 0, 1), quote(1, 0, 2), quote(1, 0, 3));

        assertThat(taken).extracting(L1Record::packet).containsExactly(1L, 2L, 3L);
    }

    @Test
    void quoteThatComesEarlyWaitsForTheOnesBeforeIt() {
        accept(quote(1, 0, 3), quote(1, 0, 2));
        assertThat(taken).isEmpty();

        accept(quote(1, 0, 1));
        assertThat(taken).extracting(L1Record::packet).containsExactly(1L, 2L, 3L);
    }

    @Test
    void newBookHasItsTurnOnceTheOneBeforeItIsForgotten() {
        accept(quote(1, 0, 1), quote(7, 1, 1), quote(7, 1, 2));
        assertThat(taken).hasSize(1);

        accept(forgotten(1, 0, 2), quote(1, 0, 1));
        assertThat(taken).extracting(L1Record::book).containsExactly(1L, 1L, 7L, 7L);
    }

    @Test
    void bookOfWhichNothingWasHeardYetIsWaitedFor() {
        accept(quote(1, 0, 1), forgotten(1, 0, 2), quote(9, 5, 1));
        assertThat(taken).hasSize(2);

        accept(forgotten(5, 1, 1));
        assertThat(taken).extracting(L1Record::book).containsExactly(1L, 1L, 5L, 9L);
    }

    @Test
    void whereTheTopicHasLostItsBeginningTheFirstRecordHasItsTurn() {
        turns.accept(quote(4, 0, 900), true, taken);
        accept(quote(4, 0, 902), quote(4, 0, 899), quote(4, 0, 901));

        assertThat(taken).extracting(L1Record::packet).containsExactly(900L, 901L, 902L);
    }

    @Test
    void quoteThatNeverComesIsAnError() {
        assertThatIllegalStateException()
                .isThrownBy(() -> LongStream.rangeClosed(2, 200_000).forEach(packet -> accept(quote(1, 0, packet))))
                .withMessage("level 1 topic: book 0 of A misses packet 1");
    }

    @Test
    void anyOrderAndAnyRepetitionGivesEachQuoteOnce() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<L1Record> right = new ArrayList<>();
            long previous = 0;
            for (long book = 1; book < 40; book += 1 + random.nextInt(9)) {
                long last = 1L + random.nextInt(6);
                for (long packet = 1; packet < last; packet++) {
                    right.add(quote(book, previous, packet));
                }
                right.add(forgotten(book, previous, last));
                previous = book;
            }
            List<L1Record> written = new ArrayList<>(right);
            right.stream().filter(each -> random.nextInt(3) == 0).forEach(written::add);
            Collections.shuffle(written, random);
            InTurn fresh = new InTurn();
            List<L1Record> found = new ArrayList<>();

            written.forEach(each -> fresh.accept(each, false, found));

            assertThat(found).as("seed " + seed).isEqualTo(right);
        }
    }
}
