package io.touchline.convert;

import io.touchline.feed.LimitExceededException;
import io.touchline.feed.LimitExceededException.Limit;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** An input of no more than so many bytes; one more is a {@link LimitExceededException}. */
public final class BoundedInput extends FilterInputStream {

    private final long maxBytes;
    private long bytes;

    public BoundedInput(InputStream in, long maxBytes) {
        super(in);
        this.maxBytes = maxBytes;
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] to, int at, int length) throws IOException {
        int read = in.read(to, at, length);
        count(Math.max(read, 0));
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int more) {
        bytes += more;
        if (bytes > maxBytes) {
            throw new LimitExceededException(Limit.BODY_BYTES, maxBytes, 0);
        }
    }
}
