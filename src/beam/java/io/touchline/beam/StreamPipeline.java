package io.touchline.beam;

import io.touchline.convert.BadOptionException;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.StreamingOptions;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTagList;
import org.jspecify.annotations.Nullable;

/** Level 3 from a topic to level 1 in a topic, without an end. Static. */
final class StreamPipeline {

    private StreamPipeline() {}

    /**
     * The pipeline, to be run.
     *
     * @throws io.touchline.convert.BadOptionException for an option that has no such value, or makes no sense with the others
     */
    static Pipeline create(L1Options options) {
        StreamOptions stream = StreamOptions.of(options);
        checkEngine(options);
        options.as(StreamingOptions.class).setStreaming(true);
        Pipeline pipeline = Pipeline.create(options);
        PCollectionTuple records = pipeline.apply("L3", stream.input().source(stream.kafka()));
        PCollectionTuple told = apply(records.get(SymbolRecords.RECORDS), stream);
        write("L1", told.get(ApplyRecords.L1), stream.output(), stream);
        write("Answers", told.get(ApplyRecords.ANSWERS), stream.answers(), stream);
        PCollection<KV<String, byte[]>> dropped = PCollectionList.of(records.get(SymbolRecords.DROPPED))
                .and(told.get(SymbolRecords.DROPPED))
                .apply("DroppedRecords", Flatten.pCollections());
        write("Dropped", dropped, stream.dropped(), stream);
        return pipeline;
    }

    /**
     * Refuses Spark, whose engine changes the state of a key in place (SparkStateInternals hands on the table of the micro-batch before, and copies
     * nothing). What Spark computes again, when a task is repeated or a cached part had no room, may so find a state that is ahead of its records, take
     * these for repeated and never give their quotes.
     */
    private static void checkEngine(L1Options options) {
        String runner = options.getRunner().getSimpleName();
        if (runner.contains("Spark")) {
            throw new BadOptionException(
                    "runner",
                    "FlinkRunner when the input is a topic, for what Spark computes again may find its state changed already and lose quotes",
                    runner);
        }
    }

    private static PCollectionTuple apply(PCollection<KV<String, KV<Long, byte[]>>> records, StreamOptions stream) {
        TupleTagList more = TupleTagList.of(ApplyRecords.ANSWERS).and(SymbolRecords.DROPPED);
        PCollectionTuple told = records.apply(
                "ApplyRecords", ParDo.of(new ApplyRecords(stream.limits())).withOutputTags(ApplyRecords.L1, more));
        told.get(ApplyRecords.L1).setCoder(SymbolRecords.VALUES);
        told.get(ApplyRecords.ANSWERS).setCoder(SymbolRecords.VALUES);
        told.get(SymbolRecords.DROPPED).setCoder(SymbolRecords.VALUES);
        return told;
    }

    private static void write(
            String name, PCollection<KV<String, byte[]>> values, @Nullable TopicSink topic, StreamOptions stream) {
        if (topic != null) {
            values.apply(name, topic.sink(stream.kafka()));
        }
    }
}
