package io.touchline.beam;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;

/** The key of a book as bytes, the same for equal keys: its file, and its symbol. A symbol is never empty, so an empty one stands for none. */
final class BookKeyCoder extends AtomicCoder<BookKey> {

    private static final long serialVersionUID = 1L;
    private static final StringUtf8Coder TEXT = StringUtf8Coder.of();

    static final BookKeyCoder INSTANCE = new BookKeyCoder();

    private BookKeyCoder() {}

    @Override
    public void encode(BookKey key, OutputStream out) throws IOException {
        TEXT.encode(key.file(), out);
        TEXT.encode(key.symbol() == null ? "" : key.symbol(), out);
    }

    @Override
    public BookKey decode(InputStream in) throws IOException {
        String file = TEXT.decode(in);
        String symbol = TEXT.decode(in);
        return new BookKey(file, symbol.isEmpty() ? null : symbol);
    }

    @Override
    public boolean consistentWithEquals() {
        return true;
    }
}
