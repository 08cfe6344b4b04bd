package io.touchline.config;

import io.touchline.gateway.GatewaySettings;
import io.touchline.live.LiveSettings;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings {@code touchline.kafka.*} of a gateway.
 *
 * @param bootstrap brokers, {@code host:port} with commas between them
 * @param l3Topic where requests go
 * @param l1Topic where quotes come from
 * @param answersTopic where answers come from
 * @param partitions of a topic that is missing, and so is made
 * @param replication of such a topic
 * @param answerTimeout how long a request waits for its answer
 * @param startTimeout how long the brokers may say nothing at the start
 * @param properties settings of the Kafka clients, by their own names
 */
@Validated
@ConfigurationProperties("touchline.kafka")
public record KafkaSettings(
        @NotBlank String bootstrap,
        @DefaultValue("touchline.l3") @NotBlank String l3Topic,
        @DefaultValue("touchline.l1") @NotBlank String l1Topic,
        @DefaultValue("touchline.answers") @NotBlank String answersTopic,
        @DefaultValue("8") @Min(1) int partitions,
        @DefaultValue("1") @Min(1) @Max(Short.MAX_VALUE) int replication,
        @DefaultValue("10s") @DurationMin(millis = 100) Duration answerTimeout,
        @DefaultValue("60s") @DurationMin(millis = 100) Duration startTimeout,
        @DefaultValue Map<String, String> properties) {

    /** All that a gateway is told. */
    GatewaySettings toSettings(LiveSettings live) {
        GatewaySettings.TopicSettings topics =
                new GatewaySettings.TopicSettings(l3Topic, l1Topic, answersTopic, partitions, (short) replication);
        return new GatewaySettings(bootstrap, topics, answerTimeout, startTimeout, properties, live);
    }
}
