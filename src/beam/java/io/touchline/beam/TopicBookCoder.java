package io.touchline.beam;

import io.touchline.binary.NumberReader;
import io.touchline.binary.NumberWriter;
import io.touchline.live.FeedLimits;
import io.touchline.topic.TopicBook;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.CustomCoder;

/** The book of a stream as bytes, with their number before them. The limits that hold are the pipeline's. */
final class TopicBookCoder extends CustomCoder<TopicBook> {

    private static final long serialVersionUID = 1L;
    private static final ByteArrayCoder BYTES = ByteArrayCoder.of();

    private final FeedLimits limits;

    TopicBookCoder(FeedLimits limits) {
        this.limits = limits;
    }

    @Override
    public void encode(TopicBook book, OutputStream out) throws IOException {
        NumberWriter bytes = new NumberWriter(1 << 10);
        book.write(bytes);
        BYTES.encode(Arrays.copyOf(bytes.bytes(), bytes.length()), out);
    }

    @Override
    public TopicBook decode(InputStream in) throws IOException {
        byte[] bytes = BYTES.decode(in);
        return TopicBook.read(limits, new NumberReader().moveTo(bytes, 0, bytes.length));
    }

    /** @throws NonDeterministicException always: orders are written as they lie in their table, so no key may be made of it */
    @Override
    public void verifyDeterministic() throws NonDeterministicException {
        throw new NonDeterministicException(this, "orders are written as they lie in their table");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TopicBookCoder coder && coder.limits.equals(limits);
    }

    @Override
    public int hashCode() {
        return Objects.hash(limits);
    }
}
