package io.touchline.beam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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

    private static final String CONFIGURATION = """
            jobmanager.rpc.address: localhost
            jobmanager.rpc.port: %1$d
            jobmanager.bind-host: localhost
            rest.address: localhost
            rest.bind-address: localhost
            rest.port: %2$d
            taskmanager.host: localhost
            taskmanager.bind-host: localhost
            taskmanager.numberOfTaskSlots: 1
            taskmanager.cpu.cores: 1.0
            taskmanager.memory.framework.heap.size: 128m
            taskmanager.memory.framework.off-heap.size: 64m
            taskmanager.memory.task.heap.size: 512m
            taskmanager.memory.task.off-heap.size: 64m
            taskmanager.memory.managed.size: 0b
            taskmanager.memory.network.min: 32m
            taskmanager.memory.network.max: 32m
            taskmanager.memory.jvm-metaspace.size: 192m
            taskmanager.memory.jvm-overhead.min: 128m
            taskmanager.memory.jvm-overhead.max: 128m
            heartbeat.interval: 1000
            heartbeat.timeout: 20000
            state.backend.type: hashmap
            state.checkpoints.dir: file://%3$s/checkpoints
            execution.checkpointing.externalized-checkpoint-retention: RETAIN_ON_CANCELLATION
            restart-strategy.type: fixed-delay
            restart-strategy.fixed-delay.attempts: 1000
            restart-strategy.fixed-delay.delay: 500ms
            io.tmp.dirs: %3$s/tmp
            """;

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
        rest = new FlinkRest(configure(folder));
        jobManager = start("jobmanager", "-Xmx384m", JOB_MANAGER);
    }

    /**
     * Starts one, and waits until its TaskManagers offer their slots.
     *
     * @param folder that is there, for its configuration, checkpoints and copies of jars
     * @param logs a folder for what its processes print
     * @param jvm options of its JVMs
     */
    static FlinkCluster start(Path folder, Path logs, int taskManagers, List<String> jvm) throws IOException {
        Files.createDirectories(logs);
        FlinkCluster cluster = new FlinkCluster(folder, logs, jvm);
        for (int i = 0; i < taskManagers; i++) {
            cluster.startTaskManager();
        }
        cluster.awaitTaskManagers();
        return cluster;
    }

    /** What {@code --flinkMaster} takes. */
    String master() {
        return "localhost:" + rest.port();
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
     * Submits the pipeline, by a process of its own as anybody does; answers the job once it runs.
     *
     * @param options of the pipeline and the engine, besides those that name the cluster
     */
    String submit(List<String> options, String... more) throws IOException, InterruptedException {
        List<String> args = new ArrayList<>(
                List.of(L1Pipeline.class.getName(), "--runner=FlinkRunner", "--flinkMaster=" + master()));
        args.add("--parallelism=" + taskManagers.size());
        args.addAll(options);
        args.addAll(List.of(more));
        JavaProcess submission = JavaProcess.start(
                logs.resolve("submission" + ++started + ".log"), jvm("-Xmx256m"), TestClassPath.all(), args);
        submissions.add(submission);
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .failFast("a process has ended, see " + logs, () -> !isAlive() || !submission.isAlive())
                .until(() -> rest.isRunning(rest.job()));
        return rest.job();
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

    private boolean isAlive() {
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

    /** Writes what the processes read, and answers the port at which the cluster is asked. */
    private static int configure(Path folder) throws IOException {
        Files.writeString(folder.resolve("logging.properties"), """
                handlers = java.util.logging.ConsoleHandler
                .level = INFO
                java.util.logging.SimpleFormatter.format = %1$tT.%1$tL %4$s %3$s %5$s%6$s%n
                """);
        try (ServerSocket rpc = free();
                ServerSocket rest = free()) {
            Files.writeString(
                    folder.resolve("config.yaml"),
                    CONFIGURATION.formatted(rpc.getLocalPort(), rest.getLocalPort(), folder));
            return rest.getLocalPort();
        }
    }

    private static ServerSocket free() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
