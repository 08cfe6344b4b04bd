package io.touchline.gateway;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.slf4j.LoggerFactory;

/** A real Kafka broker inside the test, alone in its cluster. It can be stopped and started again where it was. */
public final class TestBroker implements AutoCloseable {

    private final int port = freePort();
    private final int controllerPort = freePort();
    private final Path dir;
    private KafkaRaftServer server;

    /** A broker that runs and has no topics. */
    public TestBroker(Path dir) {
        this.dir = dir;
        format();
        server = started();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void format() {
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8))
                    .setNodeId(1)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(dir.toString())
                    .addDirectory(dir.toString())
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private KafkaRaftServer started() {
        for (String name : List.of("kafka", "org.apache.kafka", "state")) {
            ((Logger) LoggerFactory.getLogger(name)).setLevel(Level.ERROR);
        }
        KafkaRaftServer started = new KafkaRaftServer(new KafkaConfig(settings()), Time.SYSTEM);
        started.startup();
        return started;
    }

    private Map<String, String> settings() {
        Map<String, String> all = new HashMap<>();
        all.put("process.roles", "broker,controller");
        all.put("node.id", "1");
        all.put("log.dirs", dir.toString());
        all.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        all.put("controller.listener.names", "CONTROLLER");
        all.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        all.put("auto.create.topics.enable", "false");
        all.put("offsets.topic.replication.factor", "1");
        return all;
    }

    /** Its address, {@code host:port}. */
    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    /** Goes, and leaves what it has on the disk. */
    public void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Comes back where it was. */
    public void startAgain() {
        server = started();
    }

    @Override
    public void close() {
        stop();
    }
}
