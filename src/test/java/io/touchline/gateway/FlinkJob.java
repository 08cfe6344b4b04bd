package io.touchline.gateway;

import static java.util.Comparator.comparing;

import io.touchline.cli.PackagedJar;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The real job, on Flink, in a process of its own that is killed as {@code kill -9} does and goes on from its last checkpoint. It never outlives the
 * tests; what it prints stays.
 */
final class FlinkJob implements Job {

    /** The property that names the file with the libraries of the job, in the folder where the build of the job has its classes. */
    static final String CLASS_PATH = "touchline.job.classpath";

    private static final Path LIBRARIES = Path.of(System.getProperty(CLASS_PATH, ""));
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final String bootstrap;
    private final Path dir;
    private @Nullable Process process;

    /** A job that does not run yet. */
    FlinkJob(String bootstrap) {
        this.bootstrap = bootstrap;
        try {
            Path jobs = Files.createDirectories(Path.of("target", "jobs"));
            dir = Files.createTempDirectory(jobs, "").toAbsolutePath();
            Files.createDirectories(checkpoints());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path checkpoints() {
        return dir.resolve("checkpoints");
    }

    /** Waits for the first checkpoint, for then all its parts run. */
    @Override
    public FlinkJob start() {
        try {
            List<Path> kept = kept();
            configure(kept);
            Process started = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            dir.resolve("job.log").toFile()))
                    .start();
            process = started;
            awaitMoreThan(kept.size(), started);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest may be half written, and going on from the one before only repeats more. */
    private void configure(List<Path> kept) throws IOException {
        String last = kept.size() < 2
                ? ""
                : "execution.savepoint.path: " + kept.get(kept.size() - 2).toUri();
        Files.writeString(
                dir.resolve("flink-conf.yaml"), """
                rest.bind-port: 0
                execution.buffer-timeout.interval: 2 ms
                state.checkpoints.dir: %s
                state.checkpoints.num-retained: 10000
                %s
                """.formatted(checkpoints().toUri(), last));
    }

    private List<String> command() throws IOException {
        Path tests = LIBRARIES.resolveSibling("test-classes");
        String classPath = String.join(
                File.pathSeparator, "" + LIBRARIES.resolveSibling("classes"), "" + tests, Files.readString(LIBRARIES));
        String topics = "kafka:" + bootstrap + "/";
        List<String> command = new ArrayList<>(List.of("" + PackagedJar.JAVA, "-Xmx1g", "-Djava.io.tmpdir=" + dir));
        command.add("-Djava.util.logging.config.file=" + tests.resolve("logging.properties"));
        command.addAll(List.of("-cp", classPath, "io.touchline.beam.Tether", "io.touchline.beam.L1Pipeline"));
        command.addAll(List.of("--runner=FlinkRunner", "--flinkMaster=[local]", "--parallelism=2"));
        command.addAll(List.of("--flinkConfDir=" + dir, "--checkpointingInterval=1000"));
        command.add("--externalizedCheckpointsEnabled=true");
        command.add("--retainExternalizedCheckpointsOnCancellation=true");
        command.addAll(List.of("--input=" + topics + TestJob.L3, "--output=" + topics + TestJob.L1));
        command.add("--answers=" + TestJob.ANSWERS);
        return command;
    }

    private void awaitMoreThan(int checkpoints, Process started) throws IOException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        try {
            while (kept().size() <= checkpoints) {
                if (started.waitFor(50, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                    started.destroyForcibly();
                    throw new IllegalStateException("job: expected it to run, found in " + dir + " why it does not");
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What completes each checkpoint, the oldest first. */
    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.find(checkpoints(), 3, (path, file) -> path.endsWith("_metadata"))) {
            return files.sorted(comparing(FlinkJob::written)).toList();
        }
    }

    private static FileTime written(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }
}
