package io.touchline.gateway;

import io.touchline.live.Health;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

/** Asks the brokers every second whether they are there, on a thread of its own, and notes it. */
final class BrokerProbe {

    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final int PATIENCE_MILLIS = 3_000;

    private final Admin admin;
    private final Health health;
    private final Thread thread = new Thread(this::run, "touchline-brokers");

    BrokerProbe(Admin admin, Health health) {
        this.admin = admin;
        this.health = health;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                ask();
                Thread.sleep(INTERVAL.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask() throws InterruptedException {
        try {
            admin.describeCluster(new DescribeClusterOptions().timeoutMs(PATIENCE_MILLIS))
                    .clusterId()
                    .get();
            health.works();
        } catch (ExecutionException e) {
            health.failed(Clients.cause(e));
        }
    }

    void stop() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}
