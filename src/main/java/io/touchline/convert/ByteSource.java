package io.touchline.convert;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The input of a conversion as its bytes come: counts them, tells a failure of the stream from any other, and fails once it is cancelled.
 *
 * <p>One thread reads it; any may ask for {@link #count} and {@link #cancel} it. It does not close the stream behind it.
 */
public final class ByteSource extends InputStream {

    private final InputStream in;
    private volatile long count;
    private volatile boolean cancelled;
    private @Nullable InputFailedException failure;

    public ByteSource(InputStream in) {
        this.in = in;
    }

    /** Bytes read so far. */
    long count() {
        return count;
    }

    /** Makes the next read fail with a {@link CancelledException}. */
    void cancel() {
        cancelled = true;
    }

    /** Throws the failure of the stream again, which a reader in between may have taken for its end. */
    public void checkNotFailed() throws InputFailedException {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread reads
    public int read(byte[] b, int offset, int length) throws IOException {
        if (cancelled) {
            throw new CancelledException();
        }
        int read = readOrFail(b, offset, length);
        count += Math.max(0, read);
        return read;
    }

    private int readOrFail(byte[] b, int offset, int length) throws InputFailedException {
        try {
            return in.read(b, offset, length);
        } catch (IOException e) {
            failure = new InputFailedException(e);
            throw failure;
        }
    }

    /** Always 1: {@link java.util.zip.GZIPInputStream} takes 0 for the end of the stream, though more may be on its way. */
    @Override
    public int available() {
        return 1;
    }
}
