package io.touchline.config;

import io.touchline.demo.DemoLimits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings {@code touchline.demo.*}: when the demo feed ends by itself.
 *
 * @param messages after so many
 * @param time after so long
 */
@Validated
@ConfigurationProperties("touchline.demo")
record DemoSettings(
        @DefaultValue("20000000") @Min(1) @Max(DemoLimits.MOST_MESSAGES)
        long messages,

        @DefaultValue("15m") @DurationMin(millis = 1) Duration time) {

    DemoLimits limits() {
        return new DemoLimits(messages, time);
    }
}
