package io.touchline.journal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** Writes and checks the twelve bytes in front of a payload; the package's description shows them. One thread; allocates nothing. */
final class RecordHead {

    static final int BYTES = 12;

    private static final int NUMBER = 4;
    private static final int LENGTH = 8;
    private static final int STARTS_GROUP = 1 << 31;
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final CRC32C crc = new CRC32C();

    /** The lower 32 bits of the number of the record at a place. */
    static int number(byte[] bytes, int at) {
        return (int) INTS.get(bytes, at + NUMBER);
    }

    /** How long its payload is; 0 to 2<sup>31</sup> - 1, whatever the bytes are. */
    static int length(byte[] bytes, int at) {
        return (int) INTS.get(bytes, at + LENGTH) & ~STARTS_GROUP;
    }

    /** Whether all records before it were durable when it was written. */
    static boolean startsGroup(byte[] bytes, int at) {
        return (int) INTS.get(bytes, at + LENGTH) < 0;
    }

    /** Puts a head for the payload, which may lie anywhere, into {@code bytes}; its check stays open. */
    static void put(byte[] bytes, int at, long number, int length, boolean startsGroup) {
        INTS.set(bytes, at + NUMBER, (int) number);
        INTS.set(bytes, at + LENGTH, startsGroup ? length | STARTS_GROUP : length);
    }

    /** Puts the check of a head and its payload into the head. */
    void check(byte[] bytes, int at, byte[] payload, int offset) {
        INTS.set(bytes, at, crc(bytes, at, payload, offset));
    }

    /** Whether the record at a place, all of it in {@code bytes}, has its right check. */
    boolean isRight(byte[] bytes, int at) {
        return (int) INTS.get(bytes, at) == crc(bytes, at, bytes, at + BYTES);
    }

    private int crc(byte[] bytes, int at, byte[] payload, int offset) {
        crc.reset();
        crc.update(bytes, at + NUMBER, BYTES - NUMBER);
        crc.update(payload, offset, length(bytes, at));
        return (int) crc.getValue();
    }
}
