package io.touchline.beam;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the processes of a {@link FlinkCluster} read. Static. */
final class FlinkConfiguration {

    private static final String CLUSTER = """
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
            taskmanager.memory.managed.size: 128m
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
            restart-strategy.fixed-delay.attempts: 100
            restart-strategy.fixed-delay.delay: 500ms
            io.tmp.dirs: %3$s/tmp
            """;

    private static final String LOGGING = """
            handlers = java.util.logging.ConsoleHandler
            .level = INFO
            java.util.logging.SimpleFormatter.format = %1$tT.%1$tL %4$s %3$s %5$s%6$s%n
            """;

    private FlinkConfiguration() {}

    /** Writes it into a folder; answers the port at which the cluster is asked. */
    static int write(Path folder) throws IOException {
        Files.writeString(folder.resolve("logging.properties"), LOGGING);
        try (ServerSocket rpc = free();
                ServerSocket rest = free()) {
            Files.writeString(
                    folder.resolve("config.yaml"), CLUSTER.formatted(rpc.getLocalPort(), rest.getLocalPort(), folder));
            return rest.getLocalPort();
        }
    }

    private static ServerSocket free() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
