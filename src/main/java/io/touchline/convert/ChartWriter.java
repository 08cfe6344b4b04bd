package io.touchline.convert;

import io.touchline.feed.Quote;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link ChartIndex} while its rows are written. The converting thread.
 *
 * <p>Memory: a block under way per symbol. When many symbols make these large together, all are written early: more blocks, shorter ones.
 */
final class ChartWriter implements L1RowListener, Closeable {

    static final int BLOCK_ROWS = 256;

    private static final int BUFFER = 1 << 16;
    private static final long MAX_HELD_BYTES = 32 << 20;

    private final long maxHeldBytes;
    private final Path folder;
    private final OutputStream blocks;
    private final OutputStream rows;
    private final ByteBuffer header = ByteBuffer.allocate(ChartIndex.BLOCK_BYTES);
    private final long[] values = new long[ChartBucket.COLUMNS];
    private final List<@Nullable OpenBlock> open = new ArrayList<>();
    private long rowsWritten;
    private long heldBytes;

    private ChartWriter(Path folder, long maxHeldBytes) throws IOException {
        this.folder = Files.createDirectory(folder);
        this.maxHeldBytes = maxHeldBytes;
        this.blocks = output(ChartIndex.BLOCKS_FILE);
        this.rows = output(ChartIndex.ROWS_FILE);
    }

    /** Starts an index in a folder that is made for it. */
    static ChartWriter create(Path folder) throws IOException {
        return create(folder, MAX_HELD_BYTES);
    }

    static ChartWriter create(Path folder, long maxHeldBytes) throws IOException {
        return new ChartWriter(folder, maxHeldBytes);
    }

    private OutputStream output(String file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(folder.resolve(file)), BUFFER);
    }

    @Override
    public void row(Quote quote, String symbol, long offset, int length) {
        OpenBlock block = block(quote.symbol(), symbol);
        ChartBucket.values(quote, values);
        int before = block.rows.length();
        block.rows.add(quote.timeNanos(), values);
        block.bucket.add(quote.timeNanos(), values);
        heldBytes += block.rows.length() - before;
        try {
            if (block.bucket.rows() == BLOCK_ROWS) {
                write(quote.symbol(), block);
            } else if (heldBytes > maxHeldBytes) {
                writeAll();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OpenBlock block(int symbol, String name) {
        while (open.size() <= symbol) {
            open.add(null);
        }
        OpenBlock block = open.get(symbol);
        if (block == null) {
            block = new OpenBlock(name);
            open.set(symbol, block);
        }
        return block;
    }

    /** Writes what is left and the names of the symbols; without it the index is unfinished. */
    void finish() throws IOException {
        writeAll();
        try (DataOutputStream names = new DataOutputStream(output(ChartIndex.SYMBOLS_FILE))) {
            names.writeInt(open.size());
            for (OpenBlock block : open) {
                names.writeBoolean(block != null);
                names.writeUTF(block == null ? "" : block.name);
            }
        }
        close();
    }

    private void writeAll() throws IOException {
        for (int symbol = 0; symbol < open.size(); symbol++) {
            OpenBlock block = open.get(symbol);
            if (block != null && block.bucket.rows() > 0) {
                write(symbol, block);
                block.rows = new ChartRows();
            }
        }
    }

    private void write(int symbol, OpenBlock block) throws IOException {
        int length = block.rows.length();
        header.clear().putInt(symbol).putLong(rowsWritten).putInt(length);
        block.bucket.write(header);
        blocks.write(header.array());
        rows.write(block.rows.bytes(), 0, length);
        rowsWritten += length;
        heldBytes -= length;
        block.bucket.clear();
        block.rows.clear();
    }

    @Override
    public void close() throws IOException {
        try (OutputStream first = blocks;
                OutputStream second = rows) {
            first.flush();
            second.flush();
        }
    }

    /** The block of a symbol that is being filled. */
    private static final class OpenBlock {
        final String name;
        final ChartBucket bucket = new ChartBucket();
        ChartRows rows = new ChartRows();

        OpenBlock(String name) {
            this.name = name;
        }
    }
}
