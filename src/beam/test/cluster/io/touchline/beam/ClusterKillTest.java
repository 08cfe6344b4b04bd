package io.touchline.beam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.touchline.convert.ConversionOptions;
import io.touchline.live.Emit;
import io.touchline.topic.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The stream on a small real cluster, whose processes are killed at random moments under load. Each time it goes on from its last checkpoint; and what
 * readers take of level 1 is what a service tells that was never killed, and what the command line makes of the same messages: nothing is lost, nothing
 * is there twice. What the processes print stays in {@code target/beam/cluster}.
 */
class ClusterKillTest {

    private static final int ROUNDS = 4;
    private static final int TASK_MANAGERS = 2;
    private static final int PARTITIONS = 3;
    private static final int ROWS = 800_000;
    private static final int SYMBOLS = 9;
    private static final int PACKETS = 5;
    private static final int SOME_QUOTES = 100;
    private static final long MOST_PAUSE_NANOS = Duration.ofMillis(1_500).toNanos();

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final Path folder;
    private final L1Follower follower = new L1Follower();
    private final KafkaBroker broker;
    private final FlinkCluster cluster;
    private final Service service;
    private final TopicReader l1;
    private final TopicLoad load;

    ClusterKillTest(@TempDir Path folder) throws Exception {
        System.out.println("seed " + seed);
        this.folder = folder;
        broker = KafkaBroker.start(Files.createDirectory(folder.resolve("broker")));
        broker.createTopics(PARTITIONS, "l3", "l1", "answers");
        cluster = FlinkCluster.start(Files.createDirectory(folder.resolve("cluster")), "seed-" + seed, TASK_MANAGERS);
        service = new Service(folder.resolve("journal"));
        l1 = new TopicReader(broker.servers(), "l1");
        Path made = MadeUpL3.write(folder.resolve("made.csv"), ROWS, SYMBOLS, seed);
        load = new TopicLoad(broker, "l3", service, L3Requests.of(made, "", PACKETS), seed);
    }

    @AfterEach
    void end() throws IOException {
        load.close();
        l1.close();
        service.close();
        cluster.close();
        broker.close();
    }

    @Test
    void quotesAreThoseOfBooksThatWereNeverKilledAfterKillsOfTaskManagers() throws Exception {
        String job = submit();

        for (int round = 1; round <= ROUNDS; round++) {
            awaitProgress(job);
            long restored = cluster.rest().restored(job);
            cluster.killTaskManager(random.nextInt(TASK_MANAGERS));
            pause();
            cluster.startTaskManager();
            await().atMost(FlinkCluster.PATIENCE).until(() -> cluster.rest().restored(job) > restored);
        }

        awaitProgress(job);
        assertExact();
    }

    /** Without ZooKeeper or Kubernetes a job ends with its JobManager, and goes on when it is submitted again with its last checkpoint. */
    @Test
    void quotesAreThoseOfBooksThatWereNeverKilledAfterAKillOfTheJobManager() throws Exception {
        String killed = submit();
        awaitProgress(killed);

        cluster.replaceJobManager();
        String job = submit("--savepointPath=" + cluster.lastCheckpoint(killed));

        awaitProgress(job);
        assertThat(cluster.rest().restored(job)).isPositive();
        assertExact();
    }

    private String submit(String... more) throws IOException, InterruptedException {
        String kafka = "kafka:" + broker.servers();
        List<String> options = List.of(
                "--input=" + kafka + "/l3",
                "--output=" + kafka + "/l1",
                "--answers=answers",
                "--checkpointingInterval=1000",
                "--externalizedCheckpointsEnabled=true");
        return cluster.submit(options, more);
    }

    /** Waits until the job has made a checkpoint and some quotes more, and then for a random moment. */
    private void awaitProgress(String job) throws IOException, InterruptedException {
        FlinkRest rest = cluster.rest();
        await().atMost(FlinkCluster.PATIENCE).until(() -> rest.isRunning(job));
        long checkpoints = rest.checkpoints(job);
        long quotes = follow();
        await().atMost(FlinkCluster.PATIENCE)
                .until(() -> follow() > quotes + SOME_QUOTES && rest.checkpoints(job) > checkpoints);
        pause();
    }

    private void pause() {
        LockSupport.parkNanos((long) (random.nextDouble() * MOST_PAUSE_NANOS));
    }

    /** Reads what has come; answers how many quotes were taken. */
    private long follow() {
        l1.poll().forEach(each -> follower.read(each.value()));
        return follower.taken();
    }

    private void assertExact() throws Exception {
        long told = load.stop();
        await().atMost(FlinkCluster.PATIENCE).until(() -> follow() >= told);
        System.out.printf("%d quotes, %d came again%n", told, follower.repeated());
        assertThat(follower.taken()).isEqualTo(told);
        assertSame(follower.packets(), service.l1(Emit.PACKET));
        assertSame(follower.changes(), service.l1(Emit.CHANGE));
        assertConverted(follower.packets());
        awaitAnswers();
    }

    /** Waits until each question has an answer, or more than one. */
    private void awaitAnswers() {
        Set<Long> answered = new HashSet<>();
        try (TopicReader answers = new TopicReader(broker.servers(), "answers")) {
            await().atMost(FlinkCluster.PATIENCE).until(() -> {
                answers.poll()
                        .forEach(each -> answered.add(
                                Answer.read(each.key(), each.value()).question().number()));
                return answered.size() == load.asked();
            });
        }
    }

    /** Compares what is told of books that are never forgotten with what the command line makes of all that was sent to them. */
    private void assertConverted(Map<String, String> packets) throws IOException {
        Path l3 = load.write(folder.resolve("l3.csv"));
        CommandLine converted = CommandLine.convert(l3, folder.resolve("l1.csv"), ConversionOptions.DEFAULT);
        assertThat(converted.bySymbol()).hasSizeGreaterThan(1).allSatisfy((symbol, rows) -> {
            String expected = rows.replace("symbol,", "").replace(symbol + ",", "");
            assertThat(expected.equals(packets.get(symbol))).as(symbol).isTrue();
        });
    }

    /** Compares texts without printing them. */
    private static void assertSame(Map<String, String> actual, Map<String, String> expected) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach((symbol, text) ->
                assertThat(text.equals(actual.get(symbol))).as(symbol).isTrue());
    }
}
