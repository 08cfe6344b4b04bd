package io.touchline.web.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When a client is taken for one that reads nothing. */
class LivenessTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long STALL = 30 * SECOND;

    private final Liveness liveness = new Liveness(STALL, 0);

    @Test
    void clientThatOwesNothingIsNeverStalled() {
        assertThat(liveness.isStalled(1_000 * SECOND)).isFalse();
    }

    @Test
    void unansweredPingStallsAfterItsTimeThoughOthersFollow() {
        liveness.ping(10 * SECOND);
        liveness.ping(20 * SECOND);

        assertThat(liveness.isStalled(40 * SECOND)).isFalse();
        assertThat(liveness.isStalled(40 * SECOND + 1)).isTrue();
    }

    @Test
    void answerToAnEarlierPingShowsThatASlowClientReads() {
        liveness.ping(10 * SECOND);
        liveness.ping(20 * SECOND);
        liveness.pong(1, 35 * SECOND);

        assertThat(liveness.isStalled(60 * SECOND)).isFalse();
        assertThat(liveness.isStalled(65 * SECOND + 1)).isTrue();
    }

    @Test
    void answerToNoPingOrToAnAnsweredOneShowsNothing() {
        liveness.ping(10 * SECOND);
        liveness.ping(20 * SECOND);
        liveness.pong(1, 21 * SECOND);

        liveness.pong(1, 50 * SECOND);
        liveness.pong(7, 50 * SECOND);

        assertThat(liveness.isStalled(51 * SECOND + 1)).isTrue();
    }

    @Test
    void frameThatFindsNoRoomStallsAndOneThatWaitedShowsThatItFoundSome() {
        liveness.sending(100, 0);
        assertThat(liveness.isStalled(STALL + 1)).isTrue();

        liveness.sent(STALL + 1);
        liveness.sending(100, STALL + 2);

        assertThat(liveness.isStalled(2 * STALL)).isFalse();
    }

    @Test
    void framesThatFindRoomInBuffersShowNothing() {
        liveness.ping(0);
        for (int second = 1; second <= 30; second++) {
            liveness.sending(100, second * SECOND);
            liveness.sent(second * SECOND + 1_000);
        }

        assertThat(liveness.isStalled(STALL + 1)).isTrue();
    }

    @Test
    void socketThatIsNotReadOwesNoAnswers() {
        liveness.ping(0);
        liveness.deaf(true, SECOND);

        assertThat(liveness.isStalled(100 * SECOND)).isFalse();
        liveness.deaf(false, 100 * SECOND);
        assertThat(liveness.isStalled(129 * SECOND)).isFalse();
        assertThat(liveness.isStalled(131 * SECOND)).isTrue();
    }

    @Test
    void pingIsDueAfterATimeAndAfterManyCharacters() {
        assertThat(liveness.isPingDue(9 * SECOND)).isFalse();
        assertThat(liveness.isPingDue(10 * SECOND)).isTrue();
        liveness.sending(65_536, SECOND);
        assertThat(liveness.isPingDue(SECOND)).isTrue();
        liveness.ping(SECOND);
        assertThat(liveness.isPingDue(SECOND)).isFalse();
    }
}
