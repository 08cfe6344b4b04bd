package io.touchline.beam;

import io.touchline.beam.L3Requests.Request;
import io.touchline.convert.ConversionOptions;
import io.touchline.live.Applied;
import io.touchline.live.LiveRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast the stream is beside one machine, on the same messages. It prints figures and tests nothing, so it runs only when it is named. The broker
 * and the reader of level 1 are in this process.
 */
class StreamFigures {

    private static final int ROWS = 1_000_000;
    private static final int SYMBOLS = 50;
    private static final List<Integer> PACKETS_PER_REQUEST = List.of(100, 1);
    private static final int MOST_REQUESTS = 200_000;
    private static final int REQUESTS_AT_ONCE = 20_000;
    private static final int TASK_MANAGERS = 2;
    private static final List<String> JVM = List.of("-XX:+UseSerialGC");

    private final Path folder;
    private final Path l3;

    StreamFigures(@TempDir Path folder) throws IOException {
        this.folder = folder;
        l3 = MadeUpL3.write(folder.resolve("l3.csv"), ROWS, SYMBOLS, 7);
    }

    @Test
    void conversion() throws IOException {
        for (String run : List.of("cold", "warm")) {
            long start = System.nanoTime();
            CommandLine.convert(l3, folder.resolve("l1.csv"), ConversionOptions.DEFAULT);
            Figures.rate("convert, in process, " + run, ROWS, System.nanoTime() - start);
        }
    }

    @Test
    void liveBooks() throws Exception {
        for (int packets : PACKETS_PER_REQUEST) {
            try (Service service = new Service(folder.resolve("journal" + packets))) {
                submit(service, packets);
                Figures.latency("live books", ping -> submit(service, List.of(ping)));
            }
        }
    }

    private void submit(Service service, int packets) throws IOException {
        List<Request> requests = requests(packets);
        long nanos = 0;
        for (int from = 0; from < requests.size(); from += REQUESTS_AT_ONCE) {
            nanos += submit(service, requests.subList(from, Math.min(from + REQUESTS_AT_ONCE, requests.size())));
        }
        Figures.rate("live books, " + packets + " packets a request", FullTopic.messages(requests), nanos);
    }

    /** The time for some requests, without that for reading them. */
    private static long submit(Service service, List<Request> requests) {
        List<LiveRequest> read = requests.stream().map(Request::live).toList();
        long start = System.nanoTime();
        List<CompletableFuture<Applied>> answers = new ArrayList<>();
        read.forEach(request -> answers.add(service.submit(request)));
        answers.forEach(CompletableFuture::join);
        return System.nanoTime() - start;
    }

    @Test
    void localFlink() throws Exception {
        for (int packets : PACKETS_PER_REQUEST) {
            try (FullTopic topic = fill(packets);
                    JavaProcess job = local(topic)) {
                topic.measure("Flink, one process, " + packets + " packets a record", job::isAlive);
            }
        }
    }

    private JavaProcess local(FullTopic topic) throws IOException {
        List<String> args = new ArrayList<>(List.of(
                L1Pipeline.class.getName(),
                "--runner=FlinkRunner",
                "--flinkMaster=[local]",
                "--parallelism=" + TASK_MANAGERS));
        args.addAll(topic.options());
        List<String> jvm = new ArrayList<>(JVM);
        jvm.add("-Xmx1g");
        return JavaProcess.start(JavaProcess.logs("figures").resolve("local.log"), jvm, TestClassPath.all(), args);
    }

    @Test
    void flinkCluster() throws Exception {
        for (int packets : PACKETS_PER_REQUEST) {
            Path data = Files.createDirectory(folder.resolve("cluster" + packets));
            try (FullTopic topic = fill(packets);
                    FlinkCluster cluster = FlinkCluster.start(data, "figures", TASK_MANAGERS, JVM)) {
                cluster.submit(topic.options());
                topic.measure("Flink, two workers, " + packets + " packets a record", cluster::isAlive);
            }
        }
    }

    private FullTopic fill(int packets) throws Exception {
        return FullTopic.fill(folder.resolve("topic" + packets), requests(packets));
    }

    private List<Request> requests(int packets) throws IOException {
        List<Request> requests = L3Requests.of(l3, "", packets);
        return requests.subList(0, Math.min(requests.size(), MOST_REQUESTS));
    }
}
