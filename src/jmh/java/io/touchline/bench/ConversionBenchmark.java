package io.touchline.bench;

import io.touchline.book.Outcome;
import io.touchline.convert.Conversion;
import io.touchline.convert.ConversionLimits;
import io.touchline.convert.ConversionOptions;
import io.touchline.convert.ConversionReport;
import io.touchline.csv.L3Reader;
import io.touchline.csv.ReaderLimits;
import io.touchline.feed.Feed;
import io.touchline.feed.FeedListener;
import io.touchline.feed.Message;
import io.touchline.feed.MessageBatch;
import io.touchline.feed.Quote;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A conversion in one process, from a file's bytes in memory to an output that is thrown away, with the default options; and its first stages
 * alone. The counter {@code rows} is nanoseconds per row.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
public class ConversionBenchmark {

    private static final int MESSAGES_PER_BATCH = 2_048;
    private static final ReaderLimits LIMITS =
            new ReaderLimits(ConversionLimits.DEFAULT.lineBytes(), 256, Long.MAX_VALUE, 100_000);

    /** {@code shallow}, {@code deep}, or the path of a level-3 file. */
    @Param({"shallow", "deep"})
    public String input = "";

    /** Rows behind the image of a made-up file. */
    @Param("2000000")
    public int rows;

    private byte[] file = {};

    /** What a benchmark counts beside its calls. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counted {
        public long rows;
    }

    @Setup
    public void readOrMakeFile() throws IOException {
        boolean made = input.equals("shallow") || input.equals("deep");
        file = made ? Market.valueOf(input.toUpperCase(Locale.ROOT)).file(rows) : unpacked(Path.of(input));
    }

    private static byte[] unpacked(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return path.toString().endsWith(".gz") ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
        }
    }

    /** Reader, reorder window, books and writer: all of it. */
    @Benchmark
    public ConversionReport convert(Counted counted) throws IOException {
        Conversion conversion = new Conversion(ConversionOptions.DEFAULT, ConversionLimits.DEFAULT);
        ConversionReport report = conversion.run(new ByteArrayInputStream(file), OutputStream.nullOutputStream());
        counted.rows += report.rows();
        return report;
    }

    /** The reader alone. */
    @Benchmark
    public long read(Counted counted) throws IOException {
        L3Reader reader = new L3Reader(new ByteArrayInputStream(file), LIMITS, null);
        MessageBatch batch = new MessageBatch(MESSAGES_PER_BATCH);
        while (reader.read(batch)) {
            batch.clear();
        }
        counted.rows += reader.rows();
        return reader.rows();
    }

    /** Reader, reorder window and books on one thread, without a writer. */
    @Benchmark
    public long readAndApply(Counted counted, Blackhole blackhole) throws IOException {
        L3Reader reader = new L3Reader(new ByteArrayInputStream(file), LIMITS, null);
        Feed feed = new Feed(ConversionOptions.DEFAULT_WINDOW, 4_000_000, 2_000_000, false, new Unwritten(blackhole));
        MessageBatch batch = new MessageBatch(MESSAGES_PER_BATCH);
        while (reader.read(batch)) {
            batch = feed.accept(batch);
        }
        feed.finish();
        counted.rows += reader.rows();
        return feed.counters().packets();
    }

    /** Looks at each quote, and writes none. */
    private record Unwritten(Blackhole blackhole) implements FeedListener {

        @Override
        public void quote(Quote quote) {
            blackhole.consume(quote.bidPrice());
            blackhole.consume(quote.bidQuantity());
            blackhole.consume(quote.askPrice());
            blackhole.consume(quote.askQuantity());
        }

        @Override
        public void refused(Message message, Outcome outcome) {
            throw new IllegalStateException("refused: line " + message.line());
        }

        @Override
        public void late(Message message) {
            throw new IllegalStateException("late: line " + message.line());
        }
    }
}
