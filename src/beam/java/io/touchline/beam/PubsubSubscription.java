package io.touchline.beam;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.jspecify.annotations.Nullable;

/**
 * A subscription of Pub/Sub: {@value #FORM}.
 *
 * @param path as Pub/Sub has it, without {@code pubsub:}
 */
record PubsubSubscription(String path) implements TopicSource {

    /** How it is written. */
    static final String FORM = "pubsub:projects/P/subscriptions/S";

    /** What a name of a project may be. */
    static final String PROJECT = "[a-z][a-z0-9:.-]{4,61}[a-z0-9]";

    private static final Pattern PUBSUB =
            Pattern.compile("pubsub:(projects/" + PROJECT + "/subscriptions/" + PubsubTopic.NAME + ")");

    /** Reads a text; null when it is no subscription. */
    static @Nullable PubsubSubscription read(String text) {
        Matcher pubsub = PUBSUB.matcher(text);
        return pubsub.matches() ? new PubsubSubscription(pubsub.group(1)) : null;
    }

    @Override
    public PTransform<PBegin, PCollectionTuple> source(Map<String, String> kafka) {
        return new PubsubSource(path);
    }
}
