package io.touchline.beam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A small real cluster of Flink on this machine: a process that is its JobManager and some that are TaskManagers with one slot each, which talk to
 * each other as those of a large one do. They keep checkpoints in a folder, and their logs beside them. No process outlives the test. One thread.
 */
final class FlinkCluster implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int KILLED = 128 + 9;
    private static final String JOB_MANAGER = "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint";
    private static final String TASK_MANAGER = "org.apache.flink.runtime.taskexecutor.TaskManagerRunner";

    /** What the names of those jars start with that a Flink brings along; all others come with the job. */
    private static final List<String> FLINK = List.of(
            "flink-",
            "async-profiler",
            "chill-",
            "commons-",
            "javassist",
            "jsr305",
            "kryo",
            "lz4-",
            "minlog",
            "objenesis",
            "slf4j-",
            "snakeyaml-engine",
            "snappy-");

    /** For processes that live for a minute. */
    private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Path folder;
    private final Path logs;
    private final List<String> jvm;
    private final FlinkRest rest;
    private final List<JavaProcess> taskManagers = new ArrayList<>();
    private final List<JavaProcess> submissions = new ArrayList<>();
    private JavaProcess jobManager;
    private int started;

    private FlinkCluster(Path folder, Path logs, List<String> jvm) throws IOException {
        this.folder = folder;
        this.logs = logs;
        this.jvm = jvm;
        rest = new FlinkRest(FlinkConfiguration.write(folder));
        jobManager = start("jobmanager", "-Xmx384m", JOB_MANAGER);
    }

    /** Starts one whose processes live for a minute, see the other method. */
    static FlinkCluster start(Path folder, String name, int taskManagers) throws IOException {
        return start(folder, name, taskManagers, QUICK_START);
    }

    /**
     * Starts one, and waits until its TaskManagers offer their slots.
     *
     * @param folder that is there, for its configuration, checkpoints and copies of jars
     * @param name of the folder of what its processes print
     * @param jvm options of its JVMs
     */
    static FlinkCluster start(Path folder, String name, int taskManagers, List<String> jvm) throws IOException {
        FlinkCluster cluster = new FlinkCluster(folder, JavaProcess.logs(name), jvm);
        for (int i = 0; i < taskManagers; i++) {
            cluster.startTaskManager();
        }
        cluster.awaitTaskManagers();
        return cluster;
    }

    FlinkRest rest() {
        return rest;
    }

    void startTaskManager() throws IOException {
        taskManagers.add(start("taskmanager" + ++started, "-Xmx640m", TASK_MANAGER));
    }

    /** Kills one as {@code kill -9} does. */
    void killTaskManager(int which) throws InterruptedException {
        assertThat(taskManagers.remove(which).kill()).isEqualTo(KILLED);
    }

    /** Kills the JobManager, which takes the cluster's jobs with it, and starts another one at its place. */
    void replaceJobManager() throws IOException, InterruptedException {
        assertThat(jobManager.kill()).isEqualTo(KILLED);
        jobManager = start("jobmanager" + ++started, "-Xmx384m", JOB_MANAGER);
        awaitTaskManagers();
    }

    /**
     * Submits a stream; answers the job once it runs.
     *
     * @param options of the pipeline and the engine, besides those that name the cluster
     */
    String submit(List<String> options, String... more) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of(more));
        JavaProcess submission = submission(all);
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .failFast("a process has ended, see " + logs, () -> !isAlive() || !submission.isAlive())
                .until(() -> rest.isRunning(rest.job()));
        return rest.job();
    }

    /** Runs the pipeline to its end, with such options. */
    void run(List<String> options) throws IOException, InterruptedException {
        assertThat(submission(options).exit()).as("see " + logs).isZero();
    }

    /** A process that submits the pipeline, as anybody does. */
    private JavaProcess submission(List<String> options) throws IOException {
        List<String> args = new ArrayList<>(List.of(
                L1Pipeline.class.getName(),
                "--runner=FlinkRunner",
                "--flinkMaster=localhost:" + rest.port(),
                "--parallelism=" + taskManagers.size()));
        args.addAll(options);
        JavaProcess submission = JavaProcess.start(
                logs.resolve("submission" + ++started + ".log"), jvm("-Xmx256m"), TestClassPath.all(), args);
        submissions.add(submission);
        return submission;
    }

    /** Where the newest whole checkpoint of a job lies. */
    Path lastCheckpoint(String job) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("checkpoints").resolve(job))) {
            return files.filter(each -> Files.exists(each.resolve("_metadata")))
                    .max(Comparator.comparing(FlinkCluster::number))
                    .orElseThrow();
        }
    }

    private static int number(Path checkpoint) {
        return Integer.parseInt(checkpoint.getFileName().toString().replace("chk-", ""));
    }

    /** Waits until all that were started are part of the cluster. */
    void awaitTaskManagers() {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .failFast("a process has ended, see " + logs, () -> !isAlive())
                .until(() -> rest.slots() >= taskManagers.size());
    }

    /** Whether none of its processes has ended by itself. */
    boolean isAlive() {
        return jobManager.isAlive() && taskManagers.stream().allMatch(JavaProcess::isAlive);
    }

    @Override
    public void close() {
        submissions.forEach(JavaProcess::close);
        taskManagers.forEach(JavaProcess::close);
        jobManager.close();
    }

    private JavaProcess start(String name, String heap, String main) throws IOException {
        return JavaProcess.start(
                logs.resolve(name + ".log"), jvm(heap), flink(), List.of(main, "--configDir", "" + folder));
    }

    private List<String> jvm(String heap) {
        List<String> options = new ArrayList<>(jvm);
        options.add(heap);
        options.add("-Djava.util.logging.config.file=" + folder.resolve("logging.properties"));
        return options;
    }

    private static List<String> flink() {
        return TestClassPath.all().stream()
                .filter(path -> path.equals(TestClassPath.tests())
                        || FLINK.stream().anyMatch(Path.of(path).getFileName().toString()::startsWith))
                .toList();
    }
}
