package io.touchline.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private static final String GUESSER = "192.0.2.1";
    private static final String OTHER = "192.0.2.2";

    private Instant now = Instant.parse("2026-01-05T09:00:00Z");
    private final LoginThrottle throttle = new LoginThrottle(() -> now);
    private int guesses;

    @Test
    void addressWaitsAfterItsWrongTokensAndThenHasOneMore() {
        guess(GUESSER, LoginThrottle.OF_AN_ADDRESS - 1);
        assertThat(throttle.pause(GUESSER)).isZero();

        guess(GUESSER, 1);

        assertThat(throttle.pause(GUESSER)).isEqualTo(Duration.ofSeconds(6));
        assertThat(throttle.pause(OTHER)).isZero();
        now = now.plusSeconds(6);
        assertThat(throttle.pause(GUESSER)).isZero();
        guess(GUESSER, 1);
        assertThat(throttle.pause(GUESSER)).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void wrongTokensOfManyAddressesMakeAllWaitButThoseThatHadTheRightOne() {
        throttle.succeeded(OTHER);

        for (int i = 0; i < LoginThrottle.OF_ALL; i++) {
            guess("198.51.100." + i, 1);
        }

        assertThat(throttle.pause(GUESSER)).isPositive();
        assertThat(throttle.pause(OTHER)).isZero();
    }

    @Test
    void sameWrongTokenAgainAndAgainCountsOnce() {
        for (int i = 0; i < 1000; i++) {
            throttle.failed(GUESSER, AccessToken.digest("an old one"));
        }

        assertThat(throttle.pause(GUESSER)).isZero();
    }

    @Test
    void addressesOfOneIpv6NetworkCountTogether() {
        for (int i = 0; i < LoginThrottle.OF_AN_ADDRESS; i++) {
            guess("2001:db8:0:1:0:0:0:" + i, 1);
        }

        assertThat(throttle.pause("2001:db8:0:1:ff:0:0:1")).isPositive();
        assertThat(throttle.pause("2001:db8:0:2:0:0:0:1")).isZero();
    }

    @Test
    void clockThatGoesBackMakesNobodyWaitForLong() {
        guess(GUESSER, LoginThrottle.OF_AN_ADDRESS);

        now = now.minusSeconds(86_400);

        assertThat(throttle.pause(GUESSER)).isLessThanOrEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void remembersABoundedNumberOfAddresses() {
        for (int i = 0; i < LoginThrottle.ADDRESSES + 1000; i++) {
            guess("address " + i, 1);
        }

        assertThat(throttle.remembered()).isEqualTo(LoginThrottle.ADDRESSES);
    }

    private void guess(String address, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(address, AccessToken.digest("guess " + guesses++));
        }
    }
}
