package io.touchline.beam;

import io.touchline.convert.BadOptionException;
import io.touchline.live.FeedLimits;
import io.touchline.live.LiveSettings.BookSettings;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a stream is made of.
 *
 * @param answers null when nobody is answered
 * @param dropped null when what is dropped is only counted
 */
record StreamOptions(
        TopicSource input,
        TopicSink output,
        @Nullable TopicSink answers,
        @Nullable TopicSink dropped,
        FeedLimits limits,
        Map<String, String> kafka) {

    /** @throws BadOptionException for a value that is none of the option's, and an option that a stream has no use for */
    static StreamOptions of(L1Options options) {
        if (!TopicSink.isTopic(options.getOutput())) {
            throw new BadOptionException("output", "a topic when the input is a topic", options.getOutput());
        }
        L1Options.refuse("emit", "files: a stream has all packets, and says which changed", options.getEmit());
        L1Options.refuse("sides", "files: a stream has all quotes", options.getSides());
        L1Options.refuse("crossed", "files: a stream has all quotes", options.getCrossed());
        L1Options.refuse("errors", "files: a stream goes on", options.getErrors());
        TopicSink output = TopicSink.of(options.getOutput());
        Map<String, String> kafka = options.getKafkaProperties();
        return new StreamOptions(
                TopicSource.of(options.getInput()),
                output,
                other("answers", output, options.getAnswers()),
                other("dropped", output, options.getDropped()),
                limits(options),
                kafka == null ? Map.of() : kafka);
    }

    private static @Nullable TopicSink other(String option, TopicSink output, @Nullable String topic) {
        return topic == null ? null : output.other(option, topic);
    }

    private static FeedLimits limits(L1Options options) {
        int window = options.getWindow() == null
                ? BookSettings.DEFAULT.window()
                : L1Options.conversion(options).window();
        return new FeedLimits(
                window,
                atLeastOne("heldRows", options.getHeldRows(), BookSettings.DEFAULT.heldRows()),
                atLeastOne("restingOrders", options.getRestingOrders(), BookSettings.DEFAULT.restingOrders()));
    }

    private static int atLeastOne(String option, @Nullable Integer value, int absent) {
        if (value != null && value < 1) {
            throw new BadOptionException(option, "a number from 1", value.toString());
        }
        return value == null ? absent : value;
    }
}
