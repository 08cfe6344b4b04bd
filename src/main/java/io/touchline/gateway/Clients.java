package io.touchline.gateway;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;

/** Makes the clients of the brokers: what is configured counts, but where the gateway's promises hang on it. Static. */
final class Clients {

    private static final Duration SEND_WAIT = Duration.ofSeconds(5);
    private static final long LONGEST_REQUEST_MILLIS = 30_000;
    private static final String FETCH_BYTES = String.valueOf(1 << 20);

    private Clients() {}

    static Admin admin(GatewaySettings settings) {
        Map<String, Object> all = new HashMap<>();
        long timeout = settings.startTimeout().toMillis();
        all.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, String.valueOf(timeout));
        all.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, String.valueOf(Math.min(timeout, LONGEST_REQUEST_MILLIS)));
        all.putAll(common(settings));
        return Admin.create(all);
    }

    /** One producer for all requests: what is sent is written once, on all replicas, in the order of sending. */
    static DefaultKafkaProducerFactory<byte[], byte[]> producer(GatewaySettings settings, int largestRecord) {
        Map<String, Object> all = new HashMap<>();
        long timeout = settings.answerTimeout().toMillis();
        all.put(ProducerConfig.LINGER_MS_CONFIG, "0");
        all.put(
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                String.valueOf(settings.live().queue().bytes()));
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, String.valueOf(SEND_WAIT.toMillis()));
        all.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, String.valueOf(timeout / 2));
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, String.valueOf(timeout));
        all.putAll(common(settings));
        all.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, String.valueOf(largestRecord));
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        return new DefaultKafkaProducerFactory<>(all, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Readers that belong to no group: each gateway reads all. */
    static ConsumerFactory<byte[], byte[]> consumers(GatewaySettings settings) {
        Map<String, Object> all = new HashMap<>();
        all.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        all.putAll(common(settings));
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return new DefaultKafkaConsumerFactory<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** What a client's exception is about. */
    static Exception cause(Throwable failure) {
        if (failure.getCause() instanceof Exception cause) {
            return cause;
        }
        return failure instanceof Exception known ? known : new IllegalStateException(failure);
    }

    private static Map<String, Object> common(GatewaySettings settings) {
        Map<String, Object> all = new HashMap<>(settings.properties());
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrap());
        return all;
    }
}
