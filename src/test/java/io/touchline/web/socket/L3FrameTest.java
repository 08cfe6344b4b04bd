package io.touchline.web.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.feed.LimitExceededException;
import io.touchline.feed.LimitExceededException.Limit;
import io.touchline.live.Applied;
import io.touchline.live.BookCounters;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a frame of messages is answered with. */
class L3FrameTest {

    private static final BookCounters ODD = new BookCounters(15, 1, 2, 3, 4, 1, 5, 1, BookCounters.NONE.outcomes());

    @Test
    void acknowledgementHasTheCountsOfAllSymbols() {
        L3Frame frame = new L3Frame("\"a\"", List.of(applied(ODD), applied(BookCounters.NONE), applied(ODD)));

        assertThat(frame.isDone()).isTrue();
        assertThat(frame.answer())
                .isEqualTo("{\"type\":\"ack\",\"id\":\"a\",\"applied\":2,\"refused\":4,\"held\":10,\"late_row\":8,"
                        + "\"duplicate_row\":6}");
    }

    @Test
    void frameOfWhichOneSymbolFailsSaysWhatBecameOfTheOthers() {
        CompletableFuture<Applied> failed =
                CompletableFuture.failedFuture(new LimitExceededException(Limit.BOOKS, 7, 0));

        L3Frame frame = new L3Frame("5", List.of(applied(ODD), failed));

        assertThat(frame.answer())
                .isEqualTo("{\"type\":\"error\",\"id\":5,\"code\":\"limit_exceeded\","
                        + "\"detail\":\"more than 7 live books (touchline.limits.books)\","
                        + "\"setting\":\"touchline.limits.books\",\"applied\":1,\"refused\":2,\"held\":5,\"late_row\":4,"
                        + "\"duplicate_row\":3}");
    }

    @Test
    void frameIsDoneOnceItsLastSymbolIs() {
        CompletableFuture<Applied> last = new CompletableFuture<>();
        boolean[] done = new boolean[1];
        L3Frame frame = new L3Frame(null, List.of(last, applied(BookCounters.NONE)));
        frame.whenDone(() -> done[0] = true);
        assertThat(frame.isDone() || done[0]).isFalse();

        last.complete(new Applied(1, BookCounters.NONE, null, null));

        assertThat(frame.isDone() && done[0]).isTrue();
        assertThat(frame.answer()).isEqualTo("{\"type\":\"ack\",\"applied\":0}");
    }

    private static CompletableFuture<Applied> applied(BookCounters counters) {
        return CompletableFuture.completedFuture(new Applied(1, counters, null, null));
    }
}
