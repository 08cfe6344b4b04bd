package io.touchline.beam;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/** A stream that runs on the engine that is on the class path. */
interface RunningJob extends AutoCloseable {

    /** Throws what ended the job, if it ended. */
    void check();

    /** Ends the job at once, as it is. */
    @Override
    void close() throws IOException;

    /** Starts a job on the engine; the options are those of the pipeline. */
    static RunningJob start(Path folder, List<String> options) throws Exception {
        return System.getProperty("beam.runner").equals("flink")
                ? FlinkJob.start(folder, options, FlinkJob.RARELY, null)
                : new DirectJob(pipeline(options, List.of("--blockOnRun=false")));
    }

    /** The pipeline with these options, and those of the engine. */
    static Pipeline pipeline(List<String> options, List<String> more) {
        PipelineOptionsFactory.register(L1Options.class);
        List<String> all = new ArrayList<>(options);
        all.addAll(Engine.arguments());
        all.addAll(more);
        return L1Pipeline.create(PipelineOptionsFactory.fromArgs(all.toArray(String[]::new))
                .withValidation()
                .as(L1Options.class));
    }
}
