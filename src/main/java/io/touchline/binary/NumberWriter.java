package io.touchline.binary;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Bytes that grow, with numbers of one to ten bytes: seven bits a byte, the lowest first, the highest bit of all but the last set.
 *
 * <p>One thread. Allocates only to grow.
 */
public final class NumberWriter {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LONGEST = 10;

    private byte[] bytes;
    private int length;

    public NumberWriter(int capacity) {
        bytes = new byte[capacity];
    }

    /** Writes a number whose small values are the usual ones; it is taken as unsigned. */
    public void number(long value) {
        ensure(LONGEST);
        byte[] b = bytes;
        int at = length;
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            b[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        b[at++] = (byte) rest;
        length = at;
    }

    /** Writes a number that is as often below zero as above. */
    public void signed(long value) {
        number((value << 1) ^ (value >> 63));
    }

    public void octet(int value) {
        ensure(1);
        bytes[length++] = (byte) value;
    }

    /** Writes 8 bytes. */
    public void word(long value) {
        ensure(8);
        WORD.set(bytes, length, value);
        length += 8;
    }

    /** Writes bytes with their number before them. */
    public void octets(byte[] b) {
        number(b.length);
        ensure(b.length);
        System.arraycopy(b, 0, bytes, length, b.length);
        length += b.length;
    }

    /** Writes a text of {@code words} words, the first byte in the lowest bits, which ends before its first zero byte, if any. */
    public void text(long[] words, int at, int count) {
        ensure(1 + 8 * count);
        int start = length++;
        for (int i = 0; i < 8 * count; i++) {
            byte b = (byte) (words[at + (i >>> 3)] >>> (8 * (i & 7)));
            if (b == 0) {
                break;
            }
            bytes[length++] = b;
        }
        bytes[start] = (byte) (length - start - 1);
    }

    public void clear() {
        length = 0;
    }

    /** What was written is the first {@link #length} of these. */
    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return length;
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
