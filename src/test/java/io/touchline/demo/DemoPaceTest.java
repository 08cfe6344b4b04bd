package io.touchline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DemoPaceTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long START = 1_704_186_000L * SECOND;

    private final DemoPace pace = new DemoPace();

    @Test
    void realPaceIsThatOfTheClock() {
        assertThat(pace.due(DemoSpeed.REAL, 50, START)).isEqualTo(START);
        assertThat(pace.due(DemoSpeed.REAL, 50 + SECOND / 2, START)).isEqualTo(START + SECOND / 2);
    }

    @Test
    void tenfoldIsTenTimesThat() {
        pace.due(DemoSpeed.TENFOLD, 50, START);

        assertThat(pace.due(DemoSpeed.TENFOLD, 50 + 7, START)).isEqualTo(START + 70);
    }

    @Test
    void allIsDueAtTheHighestSpeed() {
        assertThat(pace.due(DemoSpeed.MAX, 50, START)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void otherSpeedGoesOnFromWhereTheStreamIs() {
        pace.due(DemoSpeed.MAX, 50, START);

        assertThat(pace.due(DemoSpeed.REAL, 90, START + 5 * SECOND)).isEqualTo(START + 5 * SECOND);
        assertThat(pace.due(DemoSpeed.REAL, 95, START + 5 * SECOND)).isEqualTo(START + 5 * SECOND + 5);
    }

    @Test
    void streamThatFellFarBehindDoesNotHurry() {
        pace.due(DemoSpeed.REAL, 0, START);

        assertThat(pace.due(DemoSpeed.REAL, DemoPace.MOST_BEHIND_NANOS, START)).isEqualTo(START + SECOND);
        assertThat(pace.due(DemoSpeed.REAL, 60 * SECOND, START + 1)).isEqualTo(START + 1);
    }
}
