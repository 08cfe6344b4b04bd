package io.touchline.config;

import io.touchline.web.socket.SocketLimits;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings {@code touchline.socket.*}; see {@link SocketLimits}.
 *
 * @param connections sockets open at once
 * @param subscriptions symbols that one socket names
 * @param frameCharacters characters of a frame that comes in
 * @param queuedQuotes quotes that wait for a client before it is conflated
 * @param framesInFlight frames of messages of a socket that are not acknowledged yet
 * @param heartbeat how long a socket for quotes is idle before a heartbeat
 * @param stall how long a client may read nothing
 */
@Validated
@ConfigurationProperties("touchline.socket")
record SocketSettings(
        @DefaultValue("5000") @Min(1) int connections,
        @DefaultValue("10000") @Min(1) int subscriptions,
        @DefaultValue("1048576") @Min(1024) int frameCharacters,
        @DefaultValue("8192") @Min(1) int queuedQuotes,
        @DefaultValue("1024") @Min(1) int framesInFlight,
        @DefaultValue("5s") @DurationMin(millis = 50) Duration heartbeat,
        @DefaultValue("30s") @DurationMin(millis = 500) Duration stall) {

    SocketLimits limits() {
        return new SocketLimits(
                connections, subscriptions, frameCharacters, queuedQuotes, framesInFlight, heartbeat, stall);
    }
}
