package io.touchline.beam;

import io.touchline.binary.NumberReader;
import io.touchline.binary.NumberWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.Arrays;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.CustomCoder;

/**
 * The state of a book as bytes, with their number before them. What a pipeline was told, its options or limits, is not in the bytes.
 *
 * @param <B> the book
 * @param <T> what the pipeline was told
 */
abstract class BookCoder<B, T extends Serializable> extends CustomCoder<B> {

    private static final long serialVersionUID = 1L;
    private static final ByteArrayCoder BYTES = ByteArrayCoder.of();

    private final T told;

    BookCoder(T told) {
        this.told = told;
    }

    abstract void write(B book, NumberWriter out);

    abstract B read(T told, NumberReader in);

    @Override
    public void encode(B book, OutputStream out) throws IOException {
        NumberWriter bytes = new NumberWriter(1 << 10);
        write(book, bytes);
        BYTES.encode(Arrays.copyOf(bytes.bytes(), bytes.length()), out);
    }

    @Override
    public B decode(InputStream in) throws IOException {
        byte[] bytes = BYTES.decode(in);
        return read(told, new NumberReader().moveTo(bytes, 0, bytes.length));
    }

    /** @throws NonDeterministicException always: orders are written as they lie in their table, so no key may be made of it */
    @Override
    public void verifyDeterministic() throws NonDeterministicException {
        throw new NonDeterministicException(this, "orders are written as they lie in their table");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BookCoder<?, ?> coder && coder.getClass() == getClass() && coder.told.equals(told);
    }

    @Override
    public int hashCode() {
        return told.hashCode();
    }
}
