package io.touchline.judge;

import java.io.ByteArrayInputStream;

/** A stream that gives one byte at a time, so that every row straddles a read. */
final class OneByteReads extends ByteArrayInputStream {

    OneByteReads(byte[] bytes) {
        super(bytes);
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) {
        return super.read(target, offset, Math.min(1, length));
    }
}
