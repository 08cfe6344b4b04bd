package io.touchline.beam;

import io.touchline.binary.NumberReader;
import io.touchline.binary.NumberWriter;
import io.touchline.convert.ConversionOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.CustomCoder;

/** The state of a book as bytes, with their number before them. The options are the pipeline's, and not in the bytes. */
final class KeyedBookCoder extends CustomCoder<KeyedBook> {

    private static final long serialVersionUID = 1L;
    private static final ByteArrayCoder BYTES = ByteArrayCoder.of();

    private final ConversionOptions options;

    KeyedBookCoder(ConversionOptions options) {
        this.options = options;
    }

    @Override
    public void encode(KeyedBook book, OutputStream out) throws IOException {
        NumberWriter bytes = new NumberWriter(1 << 10);
        book.write(bytes);
        BYTES.encode(Arrays.copyOf(bytes.bytes(), bytes.length()), out);
    }

    @Override
    public KeyedBook decode(InputStream in) throws IOException {
        byte[] bytes = BYTES.decode(in);
        return KeyedBook.read(options, new NumberReader().moveTo(bytes, 0, bytes.length));
    }

    /** @throws NonDeterministicException always: orders are written as they lie in their table, so no key may be made of it */
    @Override
    public void verifyDeterministic() throws NonDeterministicException {
        throw new NonDeterministicException(this, "orders are written as they lie in their table");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyedBookCoder coder && coder.options.equals(options);
    }

    @Override
    public int hashCode() {
        return Objects.hash(options);
    }
}
