package io.touchline.binary;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Reads what a {@link NumberWriter} wrote. One thread; allocates nothing but the arrays that are asked for.
 *
 * <p>Records and sections are checked before they come here, so bytes that make no sense are a broken promise: an
 * {@link IndexOutOfBoundsException} or an {@link IllegalStateException}.
 */
public final class NumberReader {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[0];
    private int at;
    private int end;

    public NumberReader moveTo(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        at = from;
        end = to;
        return this;
    }

    public boolean hasMore() {
        return at < end;
    }

    /** Where among the bytes the next one is. */
    public int position() {
        return at;
    }

    public long number() {
        byte[] b = bytes;
        int p = at;
        byte next = b[p++];
        long value = next & 0x7F;
        for (int shift = 7; next < 0; shift += 7) {
            next = b[p++];
            value |= (long) (next & 0x7F) << shift;
        }
        at = p;
        return value;
    }

    public long signed() {
        long value = number();
        return (value >>> 1) ^ -(value & 1);
    }

    public int integer() {
        return Math.toIntExact(number());
    }

    public int octet() {
        return bytes[at++] & 0xFF;
    }

    public long word() {
        long word = (long) WORD.get(bytes, at);
        at += 8;
        return word;
    }

    public byte[] octets() {
        int length = integer();
        byte[] octets = new byte[length];
        System.arraycopy(bytes, at, octets, 0, length);
        at += length;
        return octets;
    }

    /** Whether the bytes with their number before them that come next are the given ones; reads them only then. */
    public boolean isNext(byte[] octets) {
        int length = bytes[at];
        if (length != octets.length || !Arrays.equals(bytes, at + 1, at + 1 + length, octets, 0, length)) {
            return false;
        }
        at += 1 + length;
        return true;
    }

    /** Reads a text into {@code count} words, filled up with zeros. */
    public void text(long[] words, int to, int count) {
        int length = octet();
        for (int i = 0; i < count; i++) {
            words[to + i] = 0;
        }
        for (int i = 0; i < length; i++) {
            words[to + (i >>> 3)] |= (long) octet() << (8 * (i & 7));
        }
    }
}
