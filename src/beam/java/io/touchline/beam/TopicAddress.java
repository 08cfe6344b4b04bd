package io.touchline.beam;

import io.touchline.convert.BadOptionException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PDone;

/**
 * Where a topic is: {@code kafka:host:port,host:port/topic}.
 *
 * @param servers some of the brokers, as Kafka's clients take them
 */
record TopicAddress(String servers, String topic) {

    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9._-]{1,249}");
    private static final Pattern KAFKA = Pattern.compile("kafka:([^/]+:\\d+)/(" + TOPIC + ")");

    /** Whether a text means a topic, and no file. */
    static boolean isTopic(String text) {
        return text.startsWith("kafka:");
    }

    /**
     * Reads an address.
     *
     * @param option whose text it is
     */
    static TopicAddress of(String option, String text) {
        Matcher kafka = KAFKA.matcher(text);
        if (!kafka.matches()) {
            throw new BadOptionException(option, "kafka:host:port,host:port/topic", text);
        }
        return new TopicAddress(kafka.group(1), kafka.group(2));
    }

    /**
     * Another topic in the same place.
     *
     * @param option whose text names it
     */
    TopicAddress other(String option, String topic) {
        if (!TOPIC.matcher(topic).matches()) {
            throw new BadOptionException(option, "the name of a topic", topic);
        }
        return new TopicAddress(servers, topic);
    }

    /**
     * Reads the level 3 topic: its records as {@link SymbolRecords#RECORDS}, and what cannot be read as {@link SymbolRecords#DROPPED}.
     *
     * @param properties of the client
     */
    PTransform<PBegin, PCollectionTuple> source(Map<String, String> properties) {
        return new KafkaSource(this, properties);
    }

    /** Writes values by their keys. */
    PTransform<PCollection<KV<String, byte[]>>, PDone> sink(Map<String, String> properties) {
        return new KafkaSink(this, properties);
    }
}
