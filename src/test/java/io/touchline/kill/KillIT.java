package io.touchline.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.live.JournalledBooks;
import io.touchline.live.LiveCounters;
import io.touchline.live.LiveEvents;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that serves live books is killed at random moments under load, and started again on the same directory. Each time all requests that were
 * acknowledged are there, none is there twice, one whose answer never came is there whole or not at all; and quotes, their numbers, books and history
 * are those of a process that got the same requests and was never killed.
 *
 * <p>Twenty rounds with the books alone in a process, since twenty starts of the whole service would take over a minute; three with the service.
 */
class KillIT {

    private static final int KILLED = 128 + 9;
    private static final int PRODUCERS = 6;
    private static final int LEAST_ANSWERS = 100;
    private static final int MOST_ANSWERS = 250;
    private static final long MOST_WAIT_NANOS = Duration.ofMillis(4).toNanos();
    private static final long MOST_OPENING_NANOS = Duration.ofMillis(600).toNanos();
    private static final long LOOK_NANOS = 100_000;
    private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final AtomicLong ids = new AtomicLong();
    private final AtomicInteger answers = new AtomicInteger();
    private final List<Account> followed = new ArrayList<>();
    private final List<Account> forgotten = new ArrayList<>();
    private final List<Producer> producers = new ArrayList<>();
    private final List<BooksProcess> started = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(PRODUCERS);
    private final Path dir;

    KillIT(@TempDir Path dir) {
        this.dir = dir;
        Account shared = new Account("SHARED", true);
        for (int i = 0; i < PRODUCERS; i++) {
            Account own = new Account("OWN" + i, true);
            Account gone = new Account("GONE" + i, false);
            followed.add(own);
            forgotten.add(gone);
            producers.add(new Producer(new Random(seed + i), List.of(own, shared, gone), ids, answers));
        }
        followed.add(shared);
    }

    @Test
    void booksAreThoseThatWereNeverKilledAfterTwentyKills() throws Exception {
        judge(20, EngineProcess::start, Path.of(""));
    }

    @Test
    void serviceIsTheOneThatWasNeverKilledAfterThreeKills() throws Exception {
        judge(3, ServiceProcess::start, Path.of("live"));
    }

    private void judge(int rounds, BooksProcess.Starter starter, Path live) throws Exception {
        try {
            assertSession(rounds, starter, live);
        } catch (AssertionError e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    private void assertSession(int rounds, BooksProcess.Starter starter, Path live) throws Exception {
        Path killed = dir.resolve("killed");
        BooksProcess straight = start(starter, dir.resolve("straight"));
        straight.awaitOpen();
        for (int round = 1; round <= rounds; round++) {
            if (round % 5 == 3) {
                killWhileItOpens(start(starter, killed));
            }
            killUnderLoad(start(starter, killed), straight, round);
        }
        BooksProcess last = start(starter, killed);
        settle(last, straight);
        for (Account own : followed.subList(0, PRODUCERS)) {
            own.checkConversion(last);
        }
        assertThat(last.kill()).isEqualTo(KILLED);
        assertThat(straight.kill()).isEqualTo(KILLED);
        assertSameDigest(killed.resolve(live), dir.resolve("straight").resolve(live), rounds);
    }

    private BooksProcess start(BooksProcess.Starter starter, Path at) throws IOException {
        BooksProcess process = starter.start(at);
        started.add(process);
        return process;
    }

    @AfterEach
    void endAll() throws InterruptedException {
        for (BooksProcess each : started) {
            each.kill();
        }
        threads.shutdown();
    }

    private void killWhileItOpens(BooksProcess process) throws InterruptedException {
        LockSupport.parkNanos((long) (random.nextDouble() * MOST_OPENING_NANOS));
        assertThat(process.kill()).isEqualTo(KILLED);
    }

    private void killUnderLoad(BooksProcess process, BooksProcess straight, int round) throws Exception {
        settle(process, straight);
        int enough = answers.get() + LEAST_ANSWERS + random.nextInt(MOST_ANSWERS - LEAST_ANSWERS);
        List<Future<Void>> running = producers.stream()
                .map(each -> threads.submit(each.load(process, round)))
                .toList();
        awaitAnswers(enough);
        LockSupport.parkNanos((long) (random.nextDouble() * MOST_WAIT_NANOS));
        assertThat(process.kill()).isEqualTo(KILLED);
        for (Future<Void> each : running) {
            each.get();
        }
    }

    private void awaitAnswers(int enough) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (answers.get() < enough) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private void settle(BooksProcess process, BooksProcess straight) throws IOException, InterruptedException {
        process.awaitOpen();
        for (Account account :
                Stream.concat(followed.stream(), forgotten.stream()).toList()) {
            account.settle(process, straight);
        }
    }

    /** Opens both directories, and checks that the session was what it was meant to be. */
    private void assertSameDigest(Path killed, Path straight, int rounds) throws IOException {
        int applied = followed.stream().mapToInt(Account::applied).sum();
        try (JournalledBooks again = open(killed);
                JournalledBooks never = open(straight)) {
            LiveCounters.JournalCounters journal = again.counters().journal();
            assertThat(again.symbols()).isEqualTo(never.symbols());
            assertThat(again.digest()).isEqualTo(never.digest());
            assertThat(applied).isGreaterThan(10 * rounds);
            assertThat(journal.segments()).isGreaterThan(1);
            assertThat(journal.replayed()).isLessThan(applied);
        }
    }

    private static JournalledBooks open(Path live) throws IOException {
        return JournalledBooks.open(EngineMain.settings(), live, InstantSource.system(), LiveEvents.NONE);
    }
}
