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

    /** How many requests and messages it takes, and how long it then takes to start. */
    void posts() throws Exception {
        try (TestBroker broker = new TestBroker(dir.resolve("broker"))) {
            try (LoadServer server = gateway("first", broker);
                    TestJob job = new TestJob(broker.bootstrap()).start()) {
                figures.accept("single posts acknowledged/s", SingleLoad.perSecond(server));
                new PostLoad(dir, (name, value) -> figures.accept("CSV " + name, value)).csv(server);
                job.stop();
            }
            try (LoadServer again = gateway("again", broker)) {
                figures.accept("start with all of that in the topic, seconds", again.secondsToReady());
            }
        }
    }

    /** From a message to its quote, beside a service with a journal. */
    void latency() throws Exception {
        try (LoadServer service = LoadServer.service(dir.resolve("service"))) {
            latency("a journal", service);
        }
        try (TestBroker broker = new TestBroker(dir.resolve("broker"));
                LoadServer server = gateway("gateway", broker);
                TestJob job = new TestJob(broker.bootstrap()).start()) {
            latency("topics", server);
            job.stop();
        }
    }

    private LoadServer gateway(String name, TestBroker broker) throws Exception {
        return LoadServer.service(dir.resolve(name), "touchline.kafka.bootstrap=" + broker.bootstrap());
    }

    private void latency(String what, LoadServer server) throws Exception {
        new LatencyLoad(1, RATE, 5, 8).run(server, (name, value) -> figures.accept(name + ", with " + what, value));
    }
}
