package io.touchline.beam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.convert.BadOptionException;
import io.touchline.live.FeedLimits;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a stream takes from the options, and what is refused before anything runs. */
class StreamOptionsTest {

    private static final String KAFKA = "--input=kafka:a:1,b:2/l3 --output=kafka:c:3/l1";

    @BeforeEach
    void register() {
        PipelineOptionsFactory.register(L1Options.class);
    }

    @Test
    void withoutMoreAStreamHasTheDefaultsOfTheService() {
        StreamOptions stream = StreamOptions.of(options(KAFKA));

        assertThat(stream.input()).isEqualTo(new KafkaTopic("a:1,b:2", "l3"));
        assertThat(stream.output()).isEqualTo(new KafkaTopic("c:3", "l1"));
        assertThat(stream.answers()).isNull();
        assertThat(stream.dropped()).isNull();
        assertThat(stream.limits()).isEqualTo(new FeedLimits(0, 100_000, 2_000_000));
        assertThat(stream.kafka()).isEmpty();
    }

    @Test
    void optionsOfAStreamAreTaken() {
        StreamOptions stream =
                StreamOptions.of(options(KAFKA + " --answers=a --dropped=d --window=5 --heldRows=6 --restingOrders=7"
                        + " --kafkaProperties={\"security.protocol\":\"SSL\"}"));

        assertThat(stream.answers()).isEqualTo(new KafkaTopic("c:3", "a"));
        assertThat(stream.dropped()).isEqualTo(new KafkaTopic("c:3", "d"));
        assertThat(stream.limits()).isEqualTo(new FeedLimits(5, 6, 7));
        assertThat(stream.kafka()).containsEntry("security.protocol", "SSL");
    }

    @Test
    void topicsOfPubsubAreTakenAndMayStandBesideThoseOfKafka() {
        StreamOptions stream = StreamOptions.of(options("--input=pubsub:projects/project/subscriptions/level3"
                + " --output=pubsub:projects/project/topics/level1 --answers=answers"));
        StreamOptions mixed =
                StreamOptions.of(options("--input=kafka:a:1/l3 --output=pubsub:projects/project/topics/level1"));

        assertThat(stream.input()).isEqualTo(new PubsubSubscription("projects/project/subscriptions/level3"));
        assertThat(stream.output()).isEqualTo(new PubsubTopic("project", "level1"));
        assertThat(stream.answers()).isEqualTo(new PubsubTopic("project", "answers"));
        assertThat(mixed.output()).isEqualTo(stream.output());
    }

    @Test
    @EnabledIfSystemProperty(named = "beam.runner", matches = "spark", disabledReason = "it needs Spark's classes")
    void streamsAreRefusedOnSpark() {
        L1Options options = options("--runner=SparkRunner " + KAFKA);

        assertThatThrownBy(() -> StreamPipeline.create(options))
                .isInstanceOf(BadOptionException.class)
                .hasMessageStartingWith("option runner: expected FlinkRunner when the input is a topic")
                .hasMessageContaining("lose quotes")
                .hasMessageEndingWith("found SparkRunner");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --input=kafka:a:1/l3 --output=l1/                          | output
            --input=days/*.csv --output=kafka:a:1/l1                   | output
            --input=days/*.csv --output=pubsub:projects/project/topics/level1 | output
            --input=pubsub:projects/project/topics/level3 --output=kafka:a:1/l1 | input
            --input=pubsub:level3 --output=kafka:a:1/l1                | input
            --input=kafka:a:1/l3 --output=pubsub:projects/project/subscriptions/s | output
            --input=kafka:a:1/l3 --output=pubsub:projects/project/topics/level1 --answers=a | answers
            --input=kafka:a:1 --output=kafka:a:1/l1                    | input
            --input=kafka:a/l3 --output=kafka:a:1/l1                   | input
            --input=kafka:a:1/l3 --output=kafka:a:1/l/1                | output
            --input=kafka:a:1/l3 --output=kafka:a:1/l1 --emit=change   | emit
            --input=kafka:a:1/l3 --output=kafka:a:1/l1 --sides=both    | sides
            --input=kafka:a:1/l3 --output=kafka:a:1/l1 --crossed=drop  | crossed
            --input=kafka:a:1/l3 --output=kafka:a:1/l1 --errors=skip   | errors
            --input=kafka:a:1/l3 --output=kafka:a:1/l1 --window=-1     | window
            --input=kafka:a:1/l3 --output=kafka:a:1/l1 --heldRows=0    | heldRows
            --input=kafka:a:1/l3 --output=kafka:a:1/l1 --answers=a/b   | answers
            --input=days/*.csv --output=l1/ --answers=a                | answers
            --input=days/*.csv --output=l1/ --heldRows=1               | heldRows
            --input=days/*.csv --output=l1/ --restingOrders=1          | restingOrders
            --input=days/*.csv --output=l1/ --kafkaProperties={"a":"b"}| kafkaProperties
            """)
    void optionThatMakesNoSenseIsRefusedByItsName(String options, String refused) {
        assertThatThrownBy(() -> L1Pipeline.create(options(options)))
                .isInstanceOf(BadOptionException.class)
                .hasMessageStartingWith("option " + refused + ": expected ");
    }

    private static L1Options options(String args) {
        return PipelineOptionsFactory.fromArgs(args.split(" ")).as(L1Options.class);
    }
}
