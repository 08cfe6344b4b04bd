package io.touchline.beam;

import io.touchline.topic.L3RecordReader;
import io.touchline.topic.UnreadableRecordException;
import java.util.Map;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.state.MapState;
import org.apache.beam.sdk.state.StateSpec;
import org.apache.beam.sdk.state.StateSpecs;
import org.apache.beam.sdk.state.ValueState;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/**
 * Gives each record of a Kafka topic its ordinal among those of its symbol: puts the records of a partition in the order of their offsets, which have no
 * hole, and counts.
 *
 * <p>State of a partition: the offset it waits for, the records that came before their turn, and how many records each symbol had. What has no key that is a
 * symbol takes no ordinal.
 */
final class SequenceRecords extends DoFn<KV<Integer, KV<Long, KV<byte[], byte[]>>>, KV<String, KV<Long, byte[]>>> {

    private static final long serialVersionUID = 1L;

    private static final Coder<KV<byte[], byte[]>> RECORD = KvCoder.of(ByteArrayCoder.of(), ByteArrayCoder.of());

    /** Partitions, offsets, keys and values. */
    static final Coder<KV<Integer, KV<Long, KV<byte[], byte[]>>>> CODER =
            KvCoder.of(VarIntCoder.of(), KvCoder.of(VarLongCoder.of(), RECORD));

    /** So many records never come before their turn. */
    private static final long MOST_AHEAD = 1_000_000;

    @StateId("next")
    private final StateSpec<ValueState<Long>> nextSpec = StateSpecs.value(VarLongCoder.of());

    @StateId("parked")
    private final StateSpec<MapState<Long, KV<byte[], byte[]>>> parkedSpec = StateSpecs.map(VarLongCoder.of(), RECORD);

    @StateId("ordinals")
    private final StateSpec<MapState<String, Long>> ordinalsSpec =
            StateSpecs.map(StringUtf8Coder.of(), VarLongCoder.of());

    private final Map<Integer, Long> firstOffsets;
    private final Counter records = CoreCounters.counter("records");
    private final Counter repeated = CoreCounters.counter("repeated_record");
    private final Counter unreadable = CoreCounters.counter("unreadable_record");

    /**
     * Begins with the offset of each partition, where there is no state yet.
     *
     * @param firstOffsets serializable
     */
    SequenceRecords(Map<Integer, Long> firstOffsets) {
        this.firstOffsets = firstOffsets;
    }

    @ProcessElement
    public void sequence(
            @Element KV<Integer, KV<Long, KV<byte[], byte[]>>> record,
            @StateId("next") ValueState<Long> next,
            @StateId("parked") MapState<Long, KV<byte[], byte[]>> parked,
            @StateId("ordinals") MapState<String, Long> ordinals,
            MultiOutputReceiver out) {
        int partition = record.getKey();
        long turn = Turns.turn(next, firstOffsets.getOrDefault(partition, 0L));
        if (record.getValue().getKey() == turn) {
            next.write(Turns.take(parked, record.getValue(), (value, offset) -> {
                records.inc();
                number(partition, offset, value, ordinals, out);
            }));
        } else if (Turns.park(parked, record.getValue(), turn)) {
            checkNoHole(partition, record.getValue().getKey(), turn);
        } else {
            repeated.inc();
        }
    }

    private void number(
            int partition,
            long offset,
            KV<byte[], byte[]> record,
            MapState<String, Long> ordinals,
            MultiOutputReceiver out) {
        try {
            String symbol = L3RecordReader.symbol(record.getKey());
            Long known = ordinals.get(symbol).read();
            long ordinal = known == null ? 0 : known;
            ordinals.put(symbol, ordinal + 1);
            out.get(SymbolRecords.RECORDS).output(KV.of(symbol, KV.of(ordinal, record.getValue())));
        } catch (UnreadableRecordException e) {
            unreadable.inc();
            String problem = "partition " + partition + ", offset " + offset + ": " + e.getMessage();
            out.get(SymbolRecords.DROPPED).output(Dropped.unreadable(problem));
        }
    }

    private static void checkNoHole(int partition, long offset, long expected) {
        if (offset - expected > MOST_AHEAD) {
            throw new IllegalStateException(
                    "partition " + partition + ": expected offset " + expected + ", found none up to " + offset
                            + "; a topic with transactions, compacted, or deleted from has such holes");
        }
    }
}
