package io.touchline.live;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Damage to one file of live books, at random. Knows of the format no more than where a record starts. */
final class Damage {

    private static final int SEGMENT_HEADER = 44;
    private static final int RECORD_HEAD = 12;
    private static final int LENGTH = 8;
    private static final int MOST_BYTES = 1_024;
    private static final int TAIL_BYTES = 200;

    private final String file;
    private final Kind kind;
    private final byte[] whole;
    private final byte[] bytes;

    private Damage(String file, Kind kind, byte[] whole, byte[] bytes) {
        this.file = file;
        this.kind = kind;
        this.whole = whole;
        this.bytes = bytes;
    }

    /** Damages one of some files, more often than others the last segment, and the end of a file. */
    static Damage of(Map<String, byte[]> files, Random random) {
        List<String> names =
                files.keySet().stream().filter(name -> !name.endsWith(".new")).toList();
        String name = random.nextBoolean() ? lastSegment(files) : names.get(random.nextInt(names.size()));
        byte[] whole = Objects.requireNonNull(files.get(name));
        int near = random.nextBoolean() ? whole.length : Math.min(whole.length, TAIL_BYTES);
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        int from = whole.length - 1 - random.nextInt(near);
        int to = Math.min(whole.length, from + 1 + random.nextInt(MOST_BYTES));
        return new Damage(name, kind, whole, damaged(kind, whole, from, to, random));
    }

    private static byte[] damaged(Kind kind, byte[] whole, int from, int to, Random random) {
        byte[] bytes = whole.clone();
        switch (kind) {
            case BIT -> bytes[from] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            case ZEROS -> Arrays.fill(bytes, from, to, (byte) 0);
            case NOISE -> {
                byte[] noise = new byte[to - from];
                random.nextBytes(noise);
                System.arraycopy(noise, 0, bytes, from, noise.length);
            }
            case COPY ->
                System.arraycopy(whole, random.nextInt(whole.length - (to - from) + 1), bytes, from, to - from);
            case CUT -> {
                return Arrays.copyOf(whole, from);
            }
            case LONGER -> {
                return Arrays.copyOf(whole, whole.length + to - from);
            }
        }
        return bytes;
    }

    static boolean isSegment(String name) {
        return name.startsWith("segment-") && !name.endsWith(".new");
    }

    static String lastSegment(Map<String, byte[]> files) {
        return files.keySet().stream().filter(Damage::isSegment).reduce("", (before, name) -> name);
    }

    String file() {
        return file;
    }

    /** What the file is now. */
    byte[] bytes() {
        return bytes;
    }

    boolean isCut() {
        return kind == Kind.CUT;
    }

    boolean isCutBetweenRecords() {
        return isCut() && recordStart() == from();
    }

    /** The first byte that differs. */
    long from() {
        int differs = Arrays.mismatch(whole, bytes);
        return differs < 0 ? whole.length : differs;
    }

    /** Where the record that holds the first damaged byte starts; 0 for a header, and in a snapshot. */
    long recordStart() {
        int at = SEGMENT_HEADER;
        while (at < whole.length && next(at) <= from()) {
            at = next(at);
        }
        return !isSegment(file) || from() < SEGMENT_HEADER ? 0 : at;
    }

    /** The last place that may be named: that of the first damaged byte, or one in the header. */
    long lastOffset() {
        return Math.max(from(), SEGMENT_HEADER - 1);
    }

    /** The number of the last record before the damaged one. */
    long recordsBefore() {
        long number = Long.parseLong(file.substring(file.indexOf('-') + 1)) - 1;
        for (int at = SEGMENT_HEADER; at < recordStart(); at = next(at)) {
            number++;
        }
        return number;
    }

    /** Whether a record behind the damage says that all before it was durable; but for zeros, any record does. */
    boolean leavesDurableRecordsBehind() {
        boolean leaves = false;
        for (int at = SEGMENT_HEADER; at < whole.length && !isCut(); at = next(at)) {
            leaves |= at >= to() && (kind != Kind.ZEROS || startsGroup(at));
        }
        return leaves;
    }

    /** Behind the last byte that differs. */
    private int to() {
        int to = bytes.length;
        while (bytes.length == whole.length && to > 0 && whole[to - 1] == bytes[to - 1]) {
            to--;
        }
        return to;
    }

    private boolean startsGroup(int at) {
        return ByteBuffer.wrap(whole).getInt(at + LENGTH) < 0;
    }

    private int next(int at) {
        return at + RECORD_HEAD + (ByteBuffer.wrap(whole).getInt(at + LENGTH) & Integer.MAX_VALUE);
    }

    @Override
    public String toString() {
        return kind + " from byte " + from() + " of " + whole.length + " of " + file;
    }

    /** What happens to the bytes. */
    private enum Kind {
        BIT,
        ZEROS,
        NOISE,
        /** Bytes of another place of the file. */
        COPY,
        CUT,
        /** Zeros behind the end. */
        LONGER
    }
}
