package io.touchline.beam;

import io.touchline.convert.BadOptionException;
import java.util.Map;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollectionTuple;

/** Where a stream reads level 3. */
interface TopicSource {

    /**
     * Reads level 3: its records as {@link SymbolRecords#RECORDS}, and what cannot be read as {@link SymbolRecords#DROPPED}.
     *
     * @param kafka properties of Kafka's clients
     */
    PTransform<PBegin, PCollectionTuple> source(Map<String, String> kafka);

    /** Reads the text of the option {@code input}. */
    static TopicSource of(String text) {
        TopicSource source = KafkaTopic.read(text);
        if (source == null) {
            source = PubsubSubscription.read(text);
        }
        if (source == null) {
            throw new BadOptionException("input", KafkaTopic.FORM + " or " + PubsubSubscription.FORM, text);
        }
        return source;
    }
}
