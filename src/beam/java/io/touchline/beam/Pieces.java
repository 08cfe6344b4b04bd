package io.touchline.beam;

import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.values.KV;

/** What goes from step to step: some packets or rows of one book as bytes, with their ordinal among those of the book. Static. */
final class Pieces {

    static final Coder<KV<BookKey, KV<Long, byte[]>>> CODER =
            KvCoder.of(BookKeyCoder.INSTANCE, KvCoder.of(VarLongCoder.of(), ByteArrayCoder.of()));

    private Pieces() {}

    static KV<BookKey, KV<Long, byte[]>> piece(BookKey key, long ordinal, byte[] bytes) {
        return KV.of(key, KV.of(ordinal, bytes));
    }
}
