package io.touchline.convert;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a result, laid out so that a chart of any part of it is read in little time. Any thread; holds nothing between calls.
 *
 * <pre>
 * symbols   the names, by their index
 * blocks    per block of up to 256 rows of one symbol, in the order in which they filled:
 *           symbol | where its rows start, how long they are | their {@link ChartBucket}
 * rows      per block its {@link ChartRows}
 * </pre>
 *
 * A chart reads all of {@code blocks}, which is small, and the rows only of those blocks that its slices of time cut.
 */
final class ChartIndex {

    static final String FOLDER = "chart";
    static final String SYMBOLS_FILE = "symbols";
    static final String BLOCKS_FILE = "blocks";
    static final String ROWS_FILE = "rows";
    static final int BLOCK_BYTES = 2 * Integer.BYTES + Long.BYTES + ChartBucket.BYTES;

    private static final int BLOCKS_AT_ONCE = 4096;

    private final Path folder;
    /** By index; null where a symbol has no rows. */
    private final List<@Nullable String> symbols;

    private ChartIndex(Path folder, List<@Nullable String> symbols) {
        this.folder = folder;
        this.symbols = symbols;
    }

    /** The index that a {@link ChartWriter} left in a folder. */
    static ChartIndex of(Path folder) throws IOException {
        List<@Nullable String> symbols = new ArrayList<>();
        try (DataInputStream names =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(folder.resolve(SYMBOLS_FILE))))) {
            int count = names.readInt();
            for (int i = 0; i < count; i++) {
                boolean hasRows = names.readBoolean();
                String name = names.readUTF();
                symbols.add(hasRows ? name : null);
            }
        }
        return new ChartIndex(folder, symbols);
    }

    /**
     * Reduces a part of the rows to a few points.
     *
     * @throws BadOptionException when the symbol is none of this result's
     */
    Chart chart(ChartQuery query) throws IOException {
        int symbol = symbol(query.symbol());
        ChartBucket all = new ChartBucket();
        List<Block> blocks = blocks(symbol, query, all);
        List<ChartBucket> points = rowsOf(blocks, query);
        boolean exact = points != null;
        if (points == null) {
            points = slicesOf(blocks, query, all);
        }
        String name = symbol < 0 ? null : symbols.get(symbol);
        List<String> names = new ArrayList<>();
        for (String each : symbols) {
            if (each != null && !each.isEmpty()) {
                names.add(each);
            }
        }
        return Chart.of(name == null || name.isEmpty() ? null : name, names, query, points, exact);
    }

    /** The index of a symbol; -1 when there are no rows at all. */
    private int symbol(@Nullable String name) {
        for (int i = 0; i < symbols.size(); i++) {
            String each = symbols.get(i);
            if (each != null && (name == null || each.equals(name))) {
                return i;
            }
        }
        if (name != null) {
            throw new BadOptionException("symbol", "a symbol of this conversion's rows", name);
        }
        return -1;
    }

    /**
     * The blocks that have rows of a symbol between two times, or may have some.
     *
     * @param all becomes the bucket of all rows of the symbol
     */
    private List<Block> blocks(int symbol, ChartQuery query, ChartBucket all) throws IOException {
        List<Block> found = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.allocate(BLOCKS_AT_ONCE * BLOCK_BYTES);
        try (FileChannel file = FileChannel.open(folder.resolve(BLOCKS_FILE))) {
            while (fill(file, buffer)) {
                while (buffer.hasRemaining()) {
                    addMatching(buffer, symbol, query, found, all);
                }
                buffer.clear();
            }
        }
        return found;
    }

    private static boolean fill(FileChannel file, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining() && file.read(buffer) >= 0) {
            // One read may bring less than there is room for.
        }
        return buffer.flip().hasRemaining();
    }

    private static void addMatching(
            ByteBuffer buffer, int symbol, ChartQuery query, List<Block> found, ChartBucket all) {
        int next = buffer.position() + BLOCK_BYTES;
        if (buffer.getInt() == symbol) {
            Block block = new Block(buffer.getLong(), buffer.getInt(), new ChartBucket().read(buffer));
            all.add(block.bucket);
            if (block.bucket.latestNanos() >= query.fromNanos() && block.bucket.earliestNanos() <= query.toNanos()) {
                found.add(block);
            }
        }
        buffer.position(next);
    }

    /** A point per row; null when there are more rows than points. */
    private @Nullable List<ChartBucket> rowsOf(List<Block> blocks, ChartQuery query) throws IOException {
        long certain = blocks.stream()
                .filter(block -> query.fromNanos() <= block.bucket.earliestNanos()
                        && block.bucket.latestNanos() <= query.toNanos())
                .mapToLong(block -> block.bucket.rows())
                .sum();
        if (certain > query.points()) {
            return null;
        }
        List<ChartBucket> points = new ArrayList<>();
        eachRow(blocks, query, (timeNanos, values) -> {
            if (points.size() <= query.points()) {
                ChartBucket point = new ChartBucket();
                point.add(timeNanos, values);
                points.add(point);
            }
        });
        points.sort(Comparator.comparingLong(ChartBucket::lastNanos));
        return points.size() > query.points() ? null : points;
    }

    /** A point per slice of time that has rows; the slices share the time asked for, as far as there are rows. */
    private List<ChartBucket> slicesOf(List<Block> blocks, ChartQuery query, ChartBucket all) throws IOException {
        ChartSlices slices = ChartSlices.of(
                Math.max(query.fromNanos(), all.earliestNanos()),
                Math.min(query.toNanos(), all.latestNanos()),
                query.points());
        try (FileChannel file = FileChannel.open(folder.resolve(ROWS_FILE))) {
            for (Block block : blocks) {
                if (slices.holdInOne(block.bucket)) {
                    slices.add(block.bucket);
                } else {
                    eachRow(file, block, query, slices::add);
                }
            }
        }
        return slices.filled();
    }

    private void eachRow(List<Block> blocks, ChartQuery query, RowVisitor visitor) throws IOException {
        try (FileChannel file = FileChannel.open(folder.resolve(ROWS_FILE))) {
            for (Block block : blocks) {
                eachRow(file, block, query, visitor);
            }
        }
    }

    private static void eachRow(FileChannel file, Block block, ChartQuery query, RowVisitor visitor)
            throws IOException {
        ByteBuffer packed = ByteBuffer.allocate(block.length);
        while (packed.hasRemaining() && file.read(packed, block.at + packed.position()) >= 0) {
            // One read may bring less than there is room for.
        }
        ChartRows rows = new ChartRows(packed.array());
        for (int i = 0; i < block.bucket.rows(); i++) {
            rows.next();
            if (query.fromNanos() <= rows.timeNanos() && rows.timeNanos() <= query.toNanos()) {
                visitor.row(rows.timeNanos(), rows.values());
            }
        }
    }

    /** Takes rows one by one. */
    @FunctionalInterface
    private interface RowVisitor {
        void row(long timeNanos, long[] values);
    }

    /**
     * A block's place and summary.
     *
     * @param at where in the file of rows it starts, bytes
     * @param length bytes
     */
    private record Block(long at, int length, ChartBucket bucket) {}
}
