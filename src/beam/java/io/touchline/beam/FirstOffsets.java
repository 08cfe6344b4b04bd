package io.touchline.beam;

import io.touchline.convert.BadOptionException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Asks Kafka with which offset each partition of a topic begins. Static. */
final class FirstOffsets {

    private FirstOffsets() {}

    /**
     * The offsets by partition, in a map that is serializable.
     *
     * @throws BadOptionException when there is no such topic, or no broker that answers
     */
    static Map<Integer, Long> of(KafkaTopic topic, Map<String, String> properties) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties(topic, properties))) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.topic()).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            if (partitions.isEmpty()) {
                throw new BadOptionException("input", "a topic that exists", topic.topic());
            }
            HashMap<Integer, Long> offsets = new HashMap<>();
            consumer.beginningOffsets(partitions).forEach((each, offset) -> offsets.put(each.partition(), offset));
            return offsets;
        } catch (KafkaException e) {
            throw new BadOptionException("input", "a topic that can be read", topic.topic() + ": " + e.getMessage());
        }
    }

    private static Properties properties(KafkaTopic topic, Map<String, String> more) {
        Properties properties = new Properties();
        properties.putAll(more);
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, topic.servers());
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return properties;
    }
}
