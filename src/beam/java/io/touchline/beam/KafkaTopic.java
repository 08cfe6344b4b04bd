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
import org.jspecify.annotations.Nullable;

/**
 * A topic of Kafka: {@value #FORM}.
 *
 * @param servers some of the brokers, as Kafka's clients take them
 */
record KafkaTopic(String servers, String topic) implements TopicSource, TopicSink {

    /** How it is written. */
    static final String FORM = "kafka:host:port,host:port/topic";

    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9._-]{1,249}");
    private static final Pattern KAFKA = Pattern.compile("kafka:([^/]+:\\d+)/(" + TOPIC + ")");

    /** Reads a text; null when it is none of Kafka's. */
    static @Nullable KafkaTopic read(String text) {
        Matcher kafka = KAFKA.matcher(text);
        return kafka.matches() ? new KafkaTopic(kafka.group(1), kafka.group(2)) : null;
    }

    @Override
    public KafkaTopic other(String option, String topic) {
        if (!TOPIC.matcher(topic).matches()) {
            throw new BadOptionException(option, "the name of a topic", topic);
        }
        return new KafkaTopic(servers, topic);
    }

    @Override
    public PTransform<PBegin, PCollectionTuple> source(Map<String, String> kafka) {
        return new KafkaSource(this, kafka);
    }

    @Override
    public PTransform<PCollection<KV<String, byte[]>>, PDone> sink(Map<String, String> kafka) {
        return new KafkaSink(this, kafka);
    }
}
