package io.touchline.web.socket;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Frames of text as a server sends them (RFC 6455): whole, unmasked, one behind the other. */
final class WireFrames {

    private static final byte WHOLE_TEXT = (byte) 0x81;
    private static final int SHORT = 126;
    private static final int LONG = 127;
    private static final int LONGEST_HEAD = 10;

    private WireFrames() {}

    /** The bytes of all, ready to be written. */
    static ByteBuffer of(List<Frame> frames) {
        List<byte[]> payloads = new ArrayList<>(frames.size());
        int most = 0;
        for (Frame frame : frames) {
            byte[] payload = frame.utf8();
            payloads.add(payload);
            most = Math.addExact(most, LONGEST_HEAD + payload.length);
        }
        ByteBuffer bytes = ByteBuffer.allocate(most);
        payloads.forEach(each -> head(bytes, each.length).put(each));
        return bytes.flip();
    }

    private static ByteBuffer head(ByteBuffer bytes, int length) {
        bytes.put(WHOLE_TEXT);
        if (length < SHORT) {
            return bytes.put((byte) length);
        }
        return length < 1 << Short.SIZE
                ? bytes.put((byte) SHORT).putShort((short) length)
                : bytes.put((byte) LONG).putLong(length);
    }
}
