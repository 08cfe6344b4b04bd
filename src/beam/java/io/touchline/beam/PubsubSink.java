package io.touchline.beam;

import java.util.Map;
import org.apache.beam.sdk.io.gcp.pubsub.PubsubIO;
import org.apache.beam.sdk.io.gcp.pubsub.PubsubMessage;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.SimpleFunction;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;

/** Publishes values to a topic of Pub/Sub, with their keys as the attribute {@code symbol}; each at least once, and in any order. */
final class PubsubSink extends PTransform<PCollection<KV<String, byte[]>>, PDone> {

    private static final long serialVersionUID = 1L;

    private final String topic;

    PubsubSink(String topic) {
        this.topic = topic;
    }

    @Override
    public PDone expand(PCollection<KV<String, byte[]>> values) {
        return values.apply("WithAttribute", MapElements.via(new WithAttribute()))
                .apply("WriteTopic", PubsubIO.writeMessages().to(topic));
    }

    private static final class WithAttribute extends SimpleFunction<KV<String, byte[]>, PubsubMessage> {

        private static final long serialVersionUID = 1L;

        @Override
        public PubsubMessage apply(KV<String, byte[]> value) {
            Map<String, String> attributes = value.getKey().isEmpty() ? Map.of() : Map.of("symbol", value.getKey());
            return new PubsubMessage(value.getValue(), attributes);
        }
    }
}
