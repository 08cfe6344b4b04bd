package io.touchline.bench;

import io.touchline.journal.Journal;
import io.touchline.journal.JournalSettings;
import io.touchline.journal.ReplayStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** The journal alone: nanoseconds per record of 60 bytes, appended in durable groups and read back; on the disk of the directory for temporary files. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class JournalBenchmark {

    private static final int RECORDS = 1_000_000;
    private static final int RECORD_BYTES = 60;
    private static final long KEPT_RECORDS = 10 * RECORDS;

    @Param({"1000"})
    public int group = 1000;

    private final byte[] payload = new byte[RECORD_BYTES];
    private Path directory = Path.of("");
    private Path filled = Path.of("");
    private List<Journal> journals = List.of();

    /** A journal to append to, and one of {@value #RECORDS} records to read. */
    @Setup
    public void open() throws IOException {
        new Random(1).nextBytes(payload);
        directory = Files.createTempDirectory("journal");
        filled = directory.resolve("filled");
        try (Journal journal = open(filled)) {
            append(journal);
        }
        journals = List.of(open(directory.resolve("appended")));
    }

    private static Journal open(Path path) throws IOException {
        return Journal.open(path, JournalSettings.DEFAULT, ReplayStart.FIRST, (number, record) -> {});
    }

    private void append(Journal journal) throws IOException {
        for (int i = 1; i <= RECORDS; i++) {
            journal.append(payload, 0, RECORD_BYTES);
            if (i % group == 0) {
                journal.force();
            }
        }
        journal.force();
    }

    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public void append() throws IOException {
        append(journals.get(0));
    }

    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public void replay(Blackhole blackhole) throws IOException {
        Journal.open(
                        filled,
                        JournalSettings.DEFAULT,
                        ReplayStart.FIRST,
                        (number, record) -> blackhole.consume(record.get(record.position())))
                .close();
    }

    /** Keeps the disk from filling up. */
    @TearDown(Level.Iteration)
    public void deleteOldest() throws IOException {
        journals.get(0).deleteBefore(journals.get(0).lastDurable() - KEPT_RECORDS);
    }

    @TearDown
    public void close() throws IOException {
        journals.get(0).close();
        try (Stream<Path> all = Files.walk(directory)) {
            all.sorted(Comparator.reverseOrder()).forEach(JournalBenchmark::delete);
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
