package io.touchline.config;

import io.touchline.gateway.GatewayBooks;
import io.touchline.live.LiveBooks;
import io.touchline.live.LiveEvents;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the service a gateway: its books are kept by a job behind topics. Not even loaded when no broker is configured. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("touchline.kafka.bootstrap")
@EnableConfigurationProperties(KafkaSettings.class)
class GatewayConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayConfiguration.class);

    @Bean
    LiveBooks liveBooks(KafkaSettings kafka, LiveBookSettings live, TouchlineSettings settings, LiveEvents events)
            throws IOException {
        if (!live.hold().isZero()) {
            throw new InvalidConfigurationPropertyValueException(
                    "touchline.live.hold",
                    live.hold(),
                    "A gateway (touchline.kafka.bootstrap) has no books whose packets it could let go; the job holds a packet until"
                            + " its window is full.");
        }
        long start = System.nanoTime();
        LiveBooks books = GatewayBooks.open(kafka.toSettings(live.toSettings(settings.limits())), events);
        LOG.info(
                "gateway=opened books={} millis={}", books.counters().books(), (System.nanoTime() - start) / 1_000_000);
        return books;
    }
}
