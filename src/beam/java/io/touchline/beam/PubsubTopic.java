package io.touchline.beam;

import io.touchline.convert.BadOptionException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;
import org.jspecify.annotations.Nullable;

/** A topic of Pub/Sub: {@value #FORM}. */
record PubsubTopic(String project, String topic) implements TopicSink {

    /** How it is written. */
    static final String FORM = "pubsub:projects/P/topics/T";

    /** What a name of a topic, and of a subscription, may be. */
    static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._~%+-]{2,254}");

    private static final Pattern PUBSUB =
            Pattern.compile("pubsub:projects/(" + PubsubSubscription.PROJECT + ")/topics/(" + NAME + ")");

    /** Reads a text; null when it is no topic. */
    static @Nullable PubsubTopic read(String text) {
        Matcher pubsub = PUBSUB.matcher(text);
        return pubsub.matches() ? new PubsubTopic(pubsub.group(1), pubsub.group(2)) : null;
    }

    @Override
    public PubsubTopic other(String option, String topic) {
        if (!NAME.matcher(topic).matches()) {
            throw new BadOptionException(option, "the name of a topic", topic);
        }
        return new PubsubTopic(project, topic);
    }

    @Override
    public PTransform<PCollection<KV<String, byte[]>>, PDone> sink(Map<String, String> kafka) {
        return new PubsubSink("projects/" + project + "/topics/" + topic);
    }
}
