package io.touchline.web.live;

import io.touchline.demo.DemoFeed;
import io.touchline.demo.DemoLimits;
import io.touchline.demo.DemoSpeed;
import io.touchline.demo.DemoState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The demo as it is answered.
 *
 * @param state of the last run; idle before the first
 * @param speed of the last run; null before the first
 * @param messages that the last run handed in
 * @param seconds for which it has played
 * @param mostMessages after so many it ends by itself
 * @param mostSeconds after so long it ends by itself
 * @param failure why it failed; null when it did not
 */
record DemoView(
        String symbol,
        DemoState.Phase state,
        @Nullable String speed,
        long messages,
        BigDecimal seconds,
        long mostMessages,
        BigDecimal mostSeconds,
        @Nullable String failure) {

    static DemoView of(DemoState state, DemoLimits limits) {
        DemoSpeed speed = state.speed();
        return new DemoView(
                DemoFeed.SYMBOL,
                state.phase(),
                speed == null ? null : speed.toString(),
                state.messages(),
                seconds(state.time()),
                limits.messages(),
                seconds(limits.time()),
                state.failure());
    }

    /** Whole milliseconds. */
    private static BigDecimal seconds(Duration time) {
        BigDecimal seconds = BigDecimal.valueOf(time.toMillis(), 3)
                .setScale(3, RoundingMode.UNNECESSARY)
                .stripTrailingZeros();
        return seconds.scale() < 0 ? seconds.setScale(0, RoundingMode.UNNECESSARY) : seconds;
    }
}
