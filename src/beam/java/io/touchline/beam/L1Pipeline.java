package io.touchline.beam;

import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/** Level 3 to level 1 on any engine of Beam, from files to files or from topic to topic: the main class. Static. */
public final class L1Pipeline {

    private L1Pipeline() {}

    /** Runs the pipeline to its end, if it has one; the options are those of {@link L1Options} and of the engine. */
    public static void main(String[] args) {
        PipelineOptionsFactory.register(L1Options.class);
        L1Options options =
                PipelineOptionsFactory.fromArgs(args).withValidation().as(L1Options.class);
        await(create(options).run());
    }

    /** Waits for the end, unless there is none: of a template that was written for Dataflow nothing runs yet. */
    private static void await(PipelineResult result) {
        try {
            result.waitUntilFinish();
        } catch (UnsupportedOperationException e) {
            // so an engine says that it does not wait; a pipeline that fails throws another exception
        }
    }

    /**
     * The pipeline, to be run.
     *
     * @throws io.touchline.convert.BadOptionException for an option that has no such value, or makes no sense with the others
     */
    static Pipeline create(L1Options options) {
        return TopicSink.isTopic(options.getInput()) ? StreamPipeline.create(options) : FilesPipeline.create(options);
    }
}
