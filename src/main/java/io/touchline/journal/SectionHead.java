package io.touchline.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * What stands in front of a section's data, and its check.
 *
 * @param key at most {@link #LONGEST_KEY} bytes in UTF-8
 * @param length of the data, bytes
 * @param check CRC32C of the data, then the key, then the length
 */
record SectionHead(String key, long length, int check) {

    static final int LONGEST_KEY = 0xFFFE;
    /** Stands where a key's length would, and begins the trailer. */
    static final int TRAILER = 0xFFFF;

    static final int TRAILER_BYTES = Short.BYTES + 2 * Integer.BYTES;

    /** The head of a section whose data was put into {@code crc}, which is used up. */
    static SectionHead of(String key, long length, CRC32C crc) {
        crc.update(ByteBuffer.wrap(bytes(key)));
        crc.update(ByteBuffer.allocate(Long.BYTES).putLong(0, length));
        return new SectionHead(key, length, (int) crc.getValue());
    }

    byte[] encoded() {
        byte[] name = bytes(key);
        ByteBuffer head = ByteBuffer.allocate(size());
        return head.putShort((short) name.length)
                .put(name)
                .putLong(length)
                .putInt(check)
                .array();
    }

    /** How long the head is: bytes. */
    int size() {
        return Short.BYTES + bytes(key).length + Long.BYTES + Integer.BYTES;
    }

    /** Adds a section's check to those of the sections before it. */
    void addTo(CRC32C checks) {
        checks.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, check));
    }

    /** The trailer behind so many sections; {@code checks}, theirs, is used up. */
    static byte[] trailer(int sections, CRC32C checks) {
        ByteBuffer trailer =
                ByteBuffer.allocate(TRAILER_BYTES).putShort((short) TRAILER).putInt(sections);
        checks.update(trailer.array(), Short.BYTES, Integer.BYTES);
        return trailer.putInt((int) checks.getValue()).array();
    }

    static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }
}
