package io.touchline.beam;

import io.touchline.convert.BadOptionException;
import java.util.Map;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;

/** A topic that a stream writes. */
interface TopicSink {

    /**
     * Writes values by their keys, each at least once.
     *
     * @param kafka properties of Kafka's clients
     */
    PTransform<PCollection<KV<String, byte[]>>, PDone> sink(Map<String, String> kafka);

    /**
     * Another topic in the same place.
     *
     * @param option whose text names it
     */
    TopicSink other(String option, String topic);

    /** Whether a text means a topic, and no file. */
    static boolean isTopic(String text) {
        return text.startsWith("kafka:") || text.startsWith("pubsub:");
    }

    /** Reads the text of the option {@code output}. */
    static TopicSink of(String text) {
        TopicSink sink = KafkaTopic.read(text);
        if (sink == null) {
            sink = PubsubTopic.read(text);
        }
        if (sink == null) {
            throw new BadOptionException("output", KafkaTopic.FORM + " or " + PubsubTopic.FORM, text);
        }
        return sink;
    }
}
