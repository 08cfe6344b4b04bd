package io.touchline.convert;

import io.touchline.csv.L1Format;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Runs the conversions of a service: a limited number at once, each on its caller's thread, into files of the data directory.
 *
 * <p>Any thread. Whatever ends a conversion early, its files are gone when the exception arrives.
 */
public final class Conversions implements Closeable {

    private static final int BUFFER = 1 << 16;
    private static final int ID_BYTES = 16;

    private final DataDir dir;
    private final ConversionStore store;
    private final Limits limits;
    private final InstantSource clock;
    private final Semaphore slots;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, RunningConversion> running = new ConcurrentHashMap<>();

    /**
     * What conversions may use, one by one and together.
     *
     * @param bodyBytes bytes of one input, as they come
     * @param atOnce conversions at a time
     * @param maxWait how long one more waits for its turn
     */
    public record Limits(ConversionLimits each, long bodyBytes, int atOnce, Duration maxWait) {}

    public Conversions(DataDir dir, ConversionStore store, Limits limits, InstantSource clock) {
        this.dir = dir;
        this.store = store;
        this.limits = limits;
        this.clock = clock;
        this.slots = new Semaphore(limits.atOnce, true);
    }

    /**
     * Converts into a temporary file.
     *
     * @param gzip whether the file is compressed
     * @throws TooBusyException when its turn does not come in time
     * @throws IOException as {@link Conversion#run} does; a full disk can be told by {@link DiskFull}
     */
    public SpooledConversion spool(ConversionOptions options, L1Format format, boolean gzip, L3Source l3)
            throws IOException {
        return inTurn(() -> {
            Path file = Files.createTempFile(dir.temp(), "l1-", "");
            try {
                return new SpooledConversion(convertTo(file, options, format, gzip, l3), file);
            } catch (Throwable e) {
                Files.deleteIfExists(file);
                throw e;
            }
        });
    }

    private ConversionReport convertTo(Path file, ConversionOptions options, L1Format format, boolean gzip, L3Source l3)
            throws IOException {
        try (OutputStream plain = output(file);
                OutputStream out = gzip ? new FastGzip(plain) : plain) {
            return new Conversion(options, limits.each)
                    .run(bounded(l3), out, format, (quote, symbol, offset, length) -> {});
        }
    }

    /** Converts into the store; otherwise as {@link #spool}. */
    public KeptConversion keep(ConversionOptions options, L3Source l3) throws IOException {
        return inTurn(() -> {
            String id = newId();
            Path folder = Files.createDirectory(dir.temp().resolve(id));
            Conversion conversion = new Conversion(options, limits.each);
            running.put(id, new RunningConversion(id, clock.instant(), options, conversion));
            try {
                return store.keep(id, folder, convertInto(folder, conversion, l3));
            } finally {
                running.remove(id);
                DataDir.delete(folder);
            }
        });
    }

    private ConversionReport convertInto(Path folder, Conversion conversion, L3Source l3) throws IOException {
        try (OutputStream out = output(folder.resolve(KeptConversion.L1_FILE));
                ChartWriter chart = ChartWriter.create(folder.resolve(ChartIndex.FOLDER))) {
            ConversionReport report = Digested.run(conversion, bounded(l3), out, chart);
            chart.finish();
            return report;
        }
    }

    /** The conversions under way whose results will be kept, the newest first. */
    public List<RunningConversion> running() {
        return running.values().stream()
                .sorted(Comparator.comparing(RunningConversion::started).reversed())
                .toList();
    }

    /** The conversion of that id that is under way. */
    public Optional<RunningConversion> running(String id) {
        return Optional.ofNullable(running.get(id));
    }

    /** Cancels a running conversion or removes a kept one; false when there is none of that id. */
    public boolean remove(String id) throws IOException {
        Optional<RunningConversion> found = running(id);
        found.ifPresent(each -> each.conversion().cancel());
        return found.isPresent() || store.remove(id);
    }

    /** How many conversions run right now, kept or not. */
    public int busy() {
        return limits.atOnce - slots.availablePermits();
    }

    /** Cancels what is under way. */
    @Override
    public void close() {
        running.values().forEach(each -> each.conversion().cancel());
    }

    private <T> T inTurn(Run<T> run) throws IOException {
        if (!takeSlot()) {
            throw new TooBusyException(limits.atOnce, limits.maxWait);
        }
        try {
            return run.run();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            slots.release();
        }
    }

    private boolean takeSlot() {
        try {
            return slots.tryAcquire(limits.maxWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private InputStream bounded(L3Source l3) throws IOException {
        return new BoundedInput(l3.open(), limits.bodyBytes);
    }

    private static OutputStream output(Path file) throws IOException {
        return new FileOutputStream(file.toFile());
    }

    private String newId() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    /** What a slot is taken for. */
    @FunctionalInterface
    private interface Run<T> {
        T run() throws IOException;
    }

    /** Gzip at its fastest: a client waits for it. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
