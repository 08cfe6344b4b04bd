package io.touchline.beam;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/** The engine that is on the class path, and runs the pipeline in this process. Static. */
final class Engine {

    private static final Map<String, List<String>> OPTIONS = Map.of(
            "direct", List.of("--runner=DirectRunner", "--targetParallelism=2"),
            "flink", List.of("--runner=FlinkRunner", "--flinkMaster=[local]", "--parallelism=2"),
            "spark", List.of("--runner=SparkRunner", "--sparkMaster=local[2]"));

    private Engine() {}

    /** A pipeline of a test's own on this engine. */
    static Pipeline pipeline() {
        return Pipeline.create(options("none", Path.of("none")));
    }

    /** Runs the pipeline to its end on the files of a pattern; the options are such as {@code --emit=change}. */
    static PipelineResult convert(String input, Path output, String... options) {
        PipelineResult result =
                L1Pipeline.create(options(input, output, options)).run();
        result.waitUntilFinish();
        return result;
    }

    /** What chooses this engine. */
    static List<String> arguments() {
        return OPTIONS.getOrDefault(System.getProperty("beam.runner"), List.of());
    }

    /** The options of a pipeline on this engine. */
    static L1Options options(String input, Path output, String... more) {
        PipelineOptionsFactory.register(L1Options.class);
        List<String> args = new ArrayList<>(List.of("--input=" + input, "--output=" + output + "/", "--jobName=l1"));
        args.addAll(arguments());
        args.addAll(List.of(more));
        return PipelineOptionsFactory.fromArgs(args.toArray(String[]::new))
                .withValidation()
                .as(L1Options.class);
    }
}
