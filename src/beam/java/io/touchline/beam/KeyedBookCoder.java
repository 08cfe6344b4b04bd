package io.touchline.beam;

import io.touchline.binary.NumberReader;
import io.touchline.binary.NumberWriter;
import io.touchline.convert.ConversionOptions;

/** The book of a file as bytes. */
final class KeyedBookCoder extends BookCoder<KeyedBook, ConversionOptions> {

    private static final long serialVersionUID = 1L;

    KeyedBookCoder(ConversionOptions options) {
        super(options);
    }

    @Override
    void write(KeyedBook book, NumberWriter out) {
        book.write(out);
    }

    @Override
    KeyedBook read(ConversionOptions options, NumberReader in) {
        return KeyedBook.read(options, in);
    }
}
