package io.touchline.convert;

import io.touchline.convert.ConversionOptions.Emit;
import io.touchline.convert.ConversionOptions.Errors;
import io.touchline.csv.L1Format;
import io.touchline.csv.L1Writer;
import io.touchline.csv.L3Reader;
import io.touchline.csv.SkippedRows;
import io.touchline.csv.UnreadableInputException;
import io.touchline.csv.UnreadableRow;
import io.touchline.feed.Feed;
import io.touchline.feed.MessageBatch;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * One conversion of level 3 to level 1: reader, reorder window, books, writer.
 *
 * <p>It is run once, by the thread that reads the input; once the input proves long, a second thread applies and writes behind it. Any thread may
 * ask how far it is or cancel it. Its memory does not grow with its input.
 */
public final class Conversion {

    private static final int MESSAGES_PER_BATCH = 1024;
    private static final int BATCHES_ALONE_COLD = 512;

    private final ConversionOptions options;
    private final ConversionLimits limits;
    private final int batchesAlone;
    private volatile @Nullable ByteSource source;
    private volatile boolean cancelled;
    private volatile long rowsRead;

    public Conversion(ConversionOptions options, ConversionLimits limits) {
        this(options, limits, 1);
    }

    private Conversion(ConversionOptions options, ConversionLimits limits, int batchesAlone) {
        this.options = options;
        this.limits = limits;
        this.batchesAlone = batchesAlone;
    }

    /**
     * The first conversion of a process that has just started: its second thread comes half a million rows later, so that until then a second
     * processor is left to the compiler.
     */
    public static Conversion cold(ConversionOptions options, ConversionLimits limits) {
        return new Conversion(options, limits, BATCHES_ALONE_COLD);
    }

    /** As {@link #run(InputStream, OutputStream, L1Format, L1RowListener)}, to CSV that nobody listens to. */
    public ConversionReport run(InputStream l3, OutputStream l1) throws IOException {
        return run(l3, l1, L1Format.CSV, (quote, symbol, offset, length) -> {});
    }

    /**
     * Reads level 3 to its end, plain or gzip, and writes level 1; closes neither stream, and flushes the output.
     *
     * @throws UnreadableInputException for input that nobody can read
     * @throws io.touchline.feed.LimitExceededException when a limit is passed
     * @throws CancelledException after {@link #cancel()}
     * @throws IOException when a stream fails; that of the input is an {@link InputFailedException}, so that the two can be told apart
     */
    public ConversionReport run(InputStream l3, OutputStream l1, L1Format format, L1RowListener listener)
            throws IOException {
        long start = System.nanoTime();
        ByteSource bytes = new ByteSource(l3);
        source = bytes;
        if (cancelled) {
            bytes.cancel();
        }
        SkippedRows skipped = options.errors() == Errors.SKIP ? new SkippedRows(ConversionReport.LISTED) : null;
        L3Reader reader = open(bytes, skipped);
        L1Writer writer = new L1Writer(l1, format, reader.hasSymbols() ? reader.symbols() : null);
        L1Output output = new L1Output(options, limits, reader, writer, listener);
        Feed feed = new Feed(
                options.window(), limits.heldRows(), limits.restingOrders(), options.emit() == Emit.MESSAGE, output);
        try {
            convert(reader, feed);
            bytes.checkNotFailed();
            feed.finish();
            writer.flush();
        } catch (DamagedGzipException e) {
            throw damaged(e, reader.line());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return ConversionReport.of(
                options,
                feed.counters(),
                output,
                skipped,
                new ConversionReport.Extent(bytes.count(), reader.rows(), seconds));
    }

    /** Bytes read so far, as they came: compressed when the input is. Any thread. */
    public long bytesRead() {
        ByteSource bytes = source;
        return bytes == null ? 0 : bytes.count();
    }

    /** Rows read so far, some thousands behind. Any thread. */
    public long rowsRead() {
        return rowsRead;
    }

    /** Makes {@link #run} end with a {@link CancelledException} when it next reads. Any thread. */
    public void cancel() {
        cancelled = true;
        ByteSource bytes = source;
        if (bytes != null) {
            bytes.cancel();
        }
    }

    private L3Reader open(ByteSource bytes, @Nullable SkippedRows skipped) throws IOException {
        try {
            return new L3Reader(Gzip.unpack(bytes), limits.reader(), skipped);
        } catch (DamagedGzipException e) {
            throw damaged(e, 1);
        }
    }

    /** Applies the first batches itself; when there is more, another thread applies the rest while this one reads on. */
    private void convert(L3Reader reader, Feed feed) throws IOException {
        MessageBatch batch = new MessageBatch(MESSAGES_PER_BATCH);
        boolean more = true;
        for (int i = 0; more && i < batchesAlone; i++) {
            try {
                reader.read(batch);
            } finally {
                more = !batch.hasRoom();
                batch = feed.accept(batch);
            }
            rowsRead = reader.rows();
        }
        if (more) {
            relay(reader, new BatchRelay(feed, MESSAGES_PER_BATCH));
        }
    }

    /** What is wrong with a row is told only after the rows before it are applied, since one of them may be refused. */
    private void relay(L3Reader reader, BatchRelay relay) throws IOException {
        try {
            boolean more = true;
            while (more) {
                more = read(reader, relay);
                rowsRead = reader.rows();
            }
        } finally {
            relay.finish();
        }
    }

    private static boolean read(L3Reader reader, BatchRelay relay) throws IOException {
        MessageBatch batch = relay.take();
        try {
            return reader.read(batch);
        } finally {
            relay.pass(batch);
        }
    }

    private static UnreadableInputException damaged(DamagedGzipException e, long line) {
        return new UnreadableInputException(
                new UnreadableRow(line, null, "gzip data up to its end", "damaged or cut data: " + e.getMessage()));
    }
}
