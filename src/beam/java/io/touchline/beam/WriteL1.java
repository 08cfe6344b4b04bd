package io.touchline.beam;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/**
 * Writes the level 1 of each book to a file of its own, {@code file.csv} or {@code file/symbol.csv}; answers the files' names.
 *
 * <p>A file appears when it is whole, and replaces an older one. Rows mostly come in order; those that do not are held in memory until their turn.
 */
final class WriteL1 extends DoFn<KV<BookKey, Iterable<KV<Long, byte[]>>>, String> {

    private static final long serialVersionUID = 1L;

    private final String prefix;

    /** Writes files whose names all start with a prefix. */
    WriteL1(String prefix) {
        this.prefix = prefix;
    }

    @ProcessElement
    public void write(@Element KV<BookKey, Iterable<KV<Long, byte[]>>> book, OutputReceiver<String> out)
            throws IOException {
        ResourceId target = FileSystems.matchNewResource(prefix + name(book.getKey()), false);
        ResourceId unfinished =
                target.getCurrentDirectory().resolve("." + UUID.randomUUID(), StandardResolveOptions.RESOLVE_FILE);
        try (OutputStream l1 = Channels.newOutputStream(FileSystems.create(unfinished, "text/csv"))) {
            l1.write(L1Rows.header(book.getKey().symbol() != null));
            write(book.getValue(), l1);
        } catch (IOException | RuntimeException e) {
            FileSystems.delete(List.of(unfinished), StandardMoveOptions.IGNORE_MISSING_FILES);
            throw e;
        }
        FileSystems.rename(List.of(unfinished), List.of(target));
        out.output(target.toString());
    }

    /** A name that is no other book's: a symbol is encoded as in a URL. */
    private static String name(BookKey key) {
        String symbol = key.symbol();
        return key.file() + (symbol == null ? "" : "/" + URLEncoder.encode(symbol, StandardCharsets.UTF_8)) + ".csv";
    }

    private static void write(Iterable<KV<Long, byte[]>> pieces, OutputStream l1) throws IOException {
        Map<Long, byte[]> parked = new HashMap<>();
        long next = 0;
        for (KV<Long, byte[]> piece : pieces) {
            parked.put(piece.getKey(), piece.getValue());
            for (byte[] rows = parked.remove(next); rows != null; rows = parked.remove(next)) {
                l1.write(rows);
                next++;
            }
        }
        if (!parked.isEmpty()) {
            throw new IllegalStateException("rows of a book: expected piece " + next + ", found none");
        }
    }
}
