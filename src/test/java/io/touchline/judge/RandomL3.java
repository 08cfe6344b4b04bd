package io.touchline.judge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * Level-3 CSV with every oddity that the contract allows, the same bytes for the same seed and kinds.
 *
 * <p>Messages are made in the order of their packets, then moved, doubled, and written out in cells of many forms.
 */
final class RandomL3 {

    private static final int GZIP_ONE_IN = 10;
    /** Most rows of a packet: of most packets few. */
    private static final List<Integer> ROWS = List.of(1, 1, 1, 1, 1, 1, 1, 5, 5, 5, 5, 5, 5, 5, 40);

    private final Random random;
    private final Kinds kinds;
    private final RandomCells cells;
    private final RandomLayout layout;
    private final List<RandomOrders> symbols;
    private final List<Arrival> arrivals = new ArrayList<>();
    private long seqNum;
    private Instant time = Instant.parse("2024-02-29T23:59:58.999Z");

    private RandomL3(long seed, Kinds kinds) {
        this.random = random(seed);
        this.kinds = kinds;
        this.cells = new RandomCells(random);
        this.layout = new RandomLayout(random, kinds.symbols() > 0);
        this.symbols = IntStream.range(0, Math.max(1, kinds.symbols()))
                .mapToObj(symbol -> new RandomOrders(random, kinds.overflow()))
                .toList();
        this.seqNum = random.nextBoolean() ? 0 : random.nextLong() >>> (2 + random.nextInt(60));
    }

    /** The bytes of one level-3 file, now and then as gzip. */
    static byte[] bytes(long seed, Kinds kinds) {
        byte[] plain = text(seed, kinds).getBytes(StandardCharsets.UTF_8);
        return seed % GZIP_ONE_IN == 0 ? gzip(plain) : plain;
    }

    /** The same file as text. */
    static String text(long seed, Kinds kinds) {
        return new RandomL3(seed, kinds).text();
    }

    /** A generator whose first numbers differ even for neighbouring seeds, as those of {@link Random} hardly do. */
    static Random random(long seed) {
        return new Random((seed * 0x9E3779B97F4A7C15L) >>> 8);
    }

    private String text() {
        for (int packet = 0; packet < kinds.packets(); packet++) {
            addPacket(packet);
        }
        arrivals.sort(Comparator.comparingDouble(Arrival::when));
        return layout.text(
                arrivals.stream().map(arrival -> row(arrival.message())).toList());
    }

    private void addPacket(int packet) {
        double when = packet + random.nextDouble() * kinds.distance();
        if (kinds.late() && random.nextInt(20) == 0) {
            when += random.nextInt(4 * (kinds.distance() + 2));
        }
        boolean apart = kinds.apart() && random.nextInt(4) == 0;
        boolean image = layout.hasImages() && random.nextInt(15) == 0;
        int symbol = random.nextInt(symbols.size());
        for (int rows = 1 + random.nextInt(ROWS.get(random.nextInt(ROWS.size()))); rows > 0; rows--) {
            symbol = random.nextInt(3) == 0 ? random.nextInt(symbols.size()) : symbol;
            double moved = apart ? random.nextDouble() * (1 + kinds.distance()) : 0;
            addRow(symbol, image && random.nextInt(10) > 0, when + moved);
        }
        seqNum += random.nextInt(3) == 0 ? 1 + random.nextInt(1000) : 1;
    }

    private void addRow(int symbol, boolean image, double when) {
        time = time.plusNanos(random.nextInt(4) == 0 ? 0 : (long) Math.pow(10, random.nextInt(11)));
        Optional<RandomOrders.Change> change = image && random.nextInt(5) == 0
                ? Optional.empty()
                : Optional.of(symbols.get(symbol).next(image));
        String name = RandomCells.SYMBOLS.get(symbol);
        Row row = new Row(seqNum, time, name, image, change, layout.junk(cells));
        arrivals.add(new Arrival(when, row));
        for (int copies = kinds.duplicates() && random.nextInt(8) == 0 ? 1 + random.nextInt(3) : 0;
                copies > 0;
                copies--) {
            double moved = random.nextBoolean() ? 0 : random.nextDouble() * (2 + kinds.distance());
            arrivals.add(new Arrival(when + moved, random.nextInt(4) == 0 ? row.with(layout.junk(cells)) : row));
        }
    }

    /** One row as cells in the order of the layout, its decoded cells in any of their forms. */
    private List<String> row(Row row) {
        Map<String, String> texts = new HashMap<>(row.junk());
        texts.put("seq_num", Long.toString(row.seqNum()));
        texts.put("time", cells.time(row.time()));
        texts.put("is_image", cells.image(row.image()));
        texts.put("symbol", row.symbol());
        row.change().ifPresent(change -> putChange(change, texts));
        boolean spoilt = kinds.unreadable() && row.change().isPresent() && random.nextInt(25) == 0;
        if (spoilt) {
            cells.spoil(texts, row.change().orElseThrow().action());
        }
        return layout.cells(texts, spoilt && random.nextInt(5) == 0);
    }

    private void putChange(RandomOrders.Change change, Map<String, String> texts) {
        String action = change.action();
        texts.put(action + "_id", change.orderId());
        texts.put(action + "_side", cells.anyCase(change.side()));
        if (action.equals("add") || action.equals("update")) {
            texts.put(action + "_price", cells.price(change.price()));
        }
        if (!action.equals("delete")) {
            texts.put(action + "_qty", cells.decimal(change.quantity()));
        }
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * What a file holds.
     *
     * @param symbols how many; 0 for a file without the column
     * @param distance how many packets a packet may be moved by
     * @param apart whether rows of one packet arrive apart
     * @param duplicates whether rows come again, next to each other and later
     * @param late whether some packets are moved much farther than the distance
     * @param unreadable whether some rows cannot be read
     * @param overflow whether quantities are so large that the sum of a price level overflows
     */
    record Kinds(
            int packets,
            int symbols,
            int distance,
            boolean apart,
            boolean duplicates,
            boolean late,
            boolean unreadable,
            boolean overflow) {

        /** Kinds by chance; rows that cannot be read only where they are asked for. */
        static Kinds any(Random random, boolean unreadable) {
            return new Kinds(
                    1 + random.nextInt(60),
                    random.nextInt(4),
                    random.nextBoolean() ? 0 : random.nextInt(12),
                    random.nextBoolean(),
                    random.nextBoolean(),
                    random.nextBoolean(),
                    unreadable && random.nextBoolean(),
                    unreadable && random.nextInt(3) == 0);
        }
    }

    /** One message; its decoded values are written in another form at each of its arrivals. */
    private record Row(
            long seqNum,
            Instant time,
            String symbol,
            boolean image,
            Optional<RandomOrders.Change> change,
            Map<String, String> junk) {

        Row with(Map<String, String> otherJunk) {
            return new Row(seqNum, time, symbol, image, change, otherJunk);
        }
    }

    private record Arrival(double when, Row message) {}
}
