package io.touchline.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.feed.Action;
import io.touchline.feed.Message;
import io.touchline.live.Emit;
import io.touchline.live.JournalledBooks;
import io.touchline.live.LiveBooks;
import io.touchline.live.LiveEvents;
import io.touchline.live.LiveRequest;
import io.touchline.live.LiveSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of a service that is asked to end under load, and the beginning of one that has much to replay. */
class StopIT {

    private static final int ENDED = 128 + 15;
    private static final int CLIENTS = 16;
    private static final int ENOUGH = 300;
    private static final int REQUESTS = 50;
    private static final int MESSAGES = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AtomicInteger answers = new AtomicInteger();
    private final Path dir;

    StopIT(@TempDir Path dir) {
        this.dir = dir;
    }

    @Test
    void requestsUnderWayAtTheEndAreKeptWhenAcknowledgedAndNotKeptWhenRefused() throws Exception {
        ServiceProcess service = ServiceProcess.start(dir);
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            service.awaitOpen();
            List<Client> clients = IntStream.range(0, CLIENTS)
                    .mapToObj(i -> new Client("S" + i))
                    .toList();
            List<Future<?>> running = new ArrayList<>();
            clients.forEach(client -> running.add(threads.submit(() -> client.load(service))));
            await(() -> answers.get() >= ENOUGH);

            assertThat(service.stop()).isEqualTo(ENDED);
            for (Future<?> each : running) {
                each.get();
            }
            try (LiveBooks books = open()) {
                for (Client client : clients) {
                    client.check(books);
                }
            }
        } finally {
            service.kill();
            threads.shutdown();
        }
    }

    @Test
    void portOpensOnceAllIsReplayed() throws Exception {
        fill();
        ServiceProcess service = ServiceProcess.start(dir, freePort());
        try {
            await(() -> answersInFull(service));
        } finally {
            service.kill();
        }
    }

    /** Whether it answers; its first answer has to be the right one. */
    private static boolean answersInFull(ServiceProcess service) {
        assertThat(service.isAlive()).isTrue();
        try {
            assertThat(service.view("S")).contains("\"messages\":" + REQUESTS * MESSAGES + ",");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Leaves a journal of half a million messages, and no snapshot. */
    private void fill() throws IOException {
        try (LiveBooks books = open()) {
            for (int i = 0; i < REQUESTS; i++) {
                LiveRequest request = books.request("S");
                for (int m = 0; m < MESSAGES; m++) {
                    add(request, (long) i * MESSAGES + m);
                }
                books.submit(request).join();
            }
        }
        try (Stream<Path> files = Files.list(dir.resolve("live"))) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith("snapshot-"))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    private static void add(LiveRequest request, long number) {
        Message message = request.next();
        message.set(number, number, number % 100, 1, 1, 0, Message.flags(1, 0, false, false, 0, Action.ADD.code()));
        request.keep();
    }

    private LiveBooks open() throws IOException {
        return JournalledBooks.open(LiveSettings.DEFAULT, dir.resolve("live"), InstantSource.system(), LiveEvents.NONE);
    }

    private static void await(Condition condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.isTrue()) {
            assertThat(System.nanoTime()).as("a minute is over").isLessThan(end);
            Thread.sleep(1);
        }
    }

    /** What is waited for. */
    private interface Condition {
        boolean isTrue();
    }

    /** Sends one message after the other to a book of its own, until nobody answers, and notes the answers. */
    private final class Client {

        private final String symbol;
        private final Set<String> acknowledged = new TreeSet<>();
        private final Set<String> refused = new TreeSet<>();

        Client(String symbol) {
            this.symbol = symbol;
        }

        void load(ServiceProcess service) {
            try {
                for (long seqNum = 1; ; seqNum++) {
                    int status = service.add(symbol, seqNum);
                    assertThat(status).isIn(200, 503);
                    (status == 200 ? acknowledged : refused).add("" + seqNum);
                    answers.incrementAndGet();
                }
            } catch (IOException e) {
                // The service has ended, or does not take any more connections.
            }
        }

        void check(LiveBooks books) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            books.history(symbol, Long.MIN_VALUE, Long.MAX_VALUE, Emit.PACKET, out);
            Set<String> kept = out.toString(StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(row -> row.substring(row.lastIndexOf(',') + 1))
                    .collect(Collectors.toSet());
            assertThat(acknowledged).isNotEmpty().allMatch(kept::contains);
            assertThat(refused).noneMatch(kept::contains);
            assertThat(kept.size() - acknowledged.size()).isBetween(0, 1);
        }
    }
}
