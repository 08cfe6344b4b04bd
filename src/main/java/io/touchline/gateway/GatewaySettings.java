package io.touchline.gateway;

import io.touchline.live.LiveSettings;
import java.time.Duration;
import java.util.Map;

/**
 * What a gateway is told.
 *
 * @param bootstrap brokers, {@code host:port} with commas between them
 * @param answerTimeout how long a request waits for its answer
 * @param startTimeout how long the brokers may say nothing at the start
 * @param properties settings of the Kafka clients, by their own names
 * @param live what holds for books wherever they are kept: how many, how much may wait, which quotes are at hand
 */
public record GatewaySettings(
        String bootstrap,
        TopicSettings topics,
        Duration answerTimeout,
        Duration startTimeout,
        Map<String, String> properties,
        LiveSettings live) {

    /**
     * The topics.
     *
     * @param partitions of a topic that the gateway makes
     * @param replication of a topic that the gateway makes
     */
    public record TopicSettings(String l3, String l1, String answers, int partitions, short replication) {}
}
