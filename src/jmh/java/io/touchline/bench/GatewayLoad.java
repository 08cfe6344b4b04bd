package io.touchline.bench;

import io.touchline.gateway.TestBroker;
import io.touchline.gateway.TestJob;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/**
 * Live books behind topics: a gateway in a process of its own; a broker, and the double of the job that the tests use, in that of the load. So it tells
 * what the way through the topics costs, not what an engine does.
 */
final class GatewayLoad {

    private static final int RATE = 2_000;

    private final Path dir;
    private final BiConsumer<String, Double> figures;

    GatewayLoad(Path dir, BiConsumer<String, Double> figures) {
        this.dir = dir;
        this.figures = figures;
    }

    void run() throws Exception {
        latency("a journal", LoadServer.service(dir.resolve("service")));
        try (TestBroker broker = new TestBroker(dir.resolve("broker"))) {
            String bootstrap = "touchline.kafka.bootstrap=" + broker.bootstrap();
            LoadServer gateway = LoadServer.service(dir.resolve("gateway"), bootstrap);
            try (TestJob job = new TestJob(broker.bootstrap())) {
                job.start();
                figures.accept("single posts acknowledged/s", SingleLoad.perSecond(gateway));
                new PostLoad(dir, (name, value) -> figures.accept("CSV " + name, value)).csv(gateway);
                latency("topics", gateway);
            }
            try (LoadServer again = LoadServer.service(dir.resolve("again"), bootstrap)) {
                figures.accept("start with all of that in the topic, seconds", again.secondsToReady());
            }
        }
    }

    private void latency(String what, LoadServer server) throws Exception {
        try (server) {
            new LatencyLoad(1, RATE, 5, 8).run(server, (name, value) -> figures.accept(name + ", with " + what, value));
        }
    }
}
