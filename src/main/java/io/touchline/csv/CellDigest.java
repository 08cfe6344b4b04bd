package io.touchline.csv;

/**
 * A digest of the cells that a message does not decode, so that two rows can be told apart that differ in nothing else. Static.
 *
 * <p>The digest of a row is the sum of the digests of its cells, each multiplied by its column's factor; that of an empty cell is 0.
 */
final class CellDigest {

    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private CellDigest() {}

    /** The digest of {@code b[from..to]}; up to seven bytes behind it are read. */
    static long of(byte[] b, int from, int to) {
        long digest = 0;
        int p = from;
        for (; to - p >= 8; p += 8) {
            digest = next(digest, Bytes.longAt(b, p));
        }
        return p == to ? digest : next(digest, Bytes.low(Bytes.longAt(b, p), to - p));
    }

    /** The digest of one to eight bytes more, the rest of the word zero. */
    static long next(long digest, long word) {
        long h = (digest ^ word) * FACTOR;
        return h ^ (h >>> 29);
    }

    /** An odd number of each column's own. */
    static long factor(int column) {
        return next(FACTOR, column + 1L) | 1;
    }
}
