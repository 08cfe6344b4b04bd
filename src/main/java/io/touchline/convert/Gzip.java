package io.touchline.convert;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;

/** Unpacks input that starts with the magic number of gzip, packed once or twice; any other input passes as it is. */
public final class Gzip {

    private static final int MAGIC_0 = 0x1F;
    private static final int MAGIC_1 = 0x8B;
    private static final int BUFFER = 64 << 10;
    /** A file that is gzip, sent with {@code Content-Encoding: gzip} on top. */
    private static final int MOST_LAYERS = 2;

    private Gzip() {}

    /**
     * The text of the input.
     *
     * @throws DamagedGzipException then and at every read, when what starts as gzip is not gzip to its end
     */
    public static InputStream unpack(ByteSource source) throws IOException {
        InputStream in = source;
        for (int layer = 0; layer < MOST_LAYERS; layer++) {
            Peeked peeked = new Peeked(in);
            if (!peeked.isGzip()) {
                return peeked;
            }
            in = new Unpacked(open(peeked));
        }
        return in;
    }

    private static InputStream open(InputStream packed) throws IOException {
        try {
            return new GZIPInputStream(packed, BUFFER);
        } catch (InputFailedException e) {
            throw e;
        } catch (IOException e) {
            throw new DamagedGzipException(e);
        }
    }

    /** A stream whose first two bytes were looked at. */
    private static final class Peeked extends PushbackInputStream {

        Peeked(InputStream in) {
            super(in, 2);
        }

        boolean isGzip() throws IOException {
            int first = read();
            int second = first < 0 ? -1 : read();
            pushBack(second);
            pushBack(first);
            return first == MAGIC_0 && second == MAGIC_1;
        }

        private void pushBack(int b) throws IOException {
            if (b >= 0) {
                unread(b);
            }
        }

        @Override
        public int available() {
            return 1;
        }
    }

    /** Unpacked data, whose damage is told from a failure of the stream behind it. */
    private static final class Unpacked extends FilterInputStream {

        Unpacked(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] b, int offset, int length) throws IOException {
            try {
                return super.read(b, offset, length);
            } catch (InputFailedException | DamagedGzipException e) {
                throw e;
            } catch (IOException e) {
                throw new DamagedGzipException(e);
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int available() {
            return 1;
        }
    }
}
