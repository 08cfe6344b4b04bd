package io.touchline.beam;

import java.util.HashMap;
import java.util.Map;
import org.apache.beam.sdk.io.kafka.KafkaIO;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes values to a topic of Kafka by their keys, each at least once: what a restart makes again is written again. */
final class KafkaSink extends PTransform<PCollection<KV<String, byte[]>>, PDone> {

    private static final long serialVersionUID = 1L;

    private final KafkaTopic topic;
    private final Map<String, String> properties;

    KafkaSink(KafkaTopic topic, Map<String, String> properties) {
        this.topic = topic;
        this.properties = properties;
    }

    @Override
    public PDone expand(PCollection<KV<String, byte[]>> values) {
        Map<String, Object> client = new HashMap<>(Map.of(
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.RETRIES_CONFIG,
                Integer.MAX_VALUE));
        client.putAll(properties);
        return values.apply(
                "WriteTopic",
                KafkaIO.<String, byte[]>write()
                        .withBootstrapServers(topic.servers())
                        .withTopic(topic.topic())
                        .withKeySerializer(StringSerializer.class)
                        .withValueSerializer(ByteArraySerializer.class)
                        .withProducerConfigUpdates(client));
    }
}
