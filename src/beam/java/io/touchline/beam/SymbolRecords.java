package io.touchline.beam;

import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/** What goes from step to step of a stream, by symbol. Static. */
final class SymbolRecords {

    /** Values of the level 3 topic, with their ordinals among those of their symbol, from 0 without a hole. */
    static final TupleTag<KV<String, KV<Long, byte[]>>> RECORDS = new TupleTag<>("records") {};

    /** Lines of CSV about what comes to no book. */
    static final TupleTag<KV<String, byte[]>> DROPPED = new TupleTag<>("dropped") {};

    static final Coder<KV<String, KV<Long, byte[]>>> CODER =
            KvCoder.of(StringUtf8Coder.of(), KvCoder.of(VarLongCoder.of(), ByteArrayCoder.of()));

    /** The coder of values that go to a topic. */
    static final Coder<KV<String, byte[]>> VALUES = KvCoder.of(StringUtf8Coder.of(), ByteArrayCoder.of());

    private SymbolRecords() {}
}
