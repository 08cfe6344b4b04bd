package io.touchline.beam;

import io.touchline.topic.L3RecordReader;
import io.touchline.topic.UnreadableRecordException;
import java.nio.charset.StandardCharsets;
import org.apache.beam.sdk.io.gcp.pubsub.PubsubIO;
import org.apache.beam.sdk.io.gcp.pubsub.PubsubMessage;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTagList;
import org.jspecify.annotations.Nullable;

/**
 * Reads level 3 from a subscription of Pub/Sub, whose messages come in any order and more than once. Whoever publishes gives each its place in the
 * attributes {@code symbol} and {@code ordinal}, which counts the messages of a symbol from 0 without a hole.
 */
final class PubsubSource extends PTransform<PBegin, PCollectionTuple> {

    private static final long serialVersionUID = 1L;

    private final String subscription;

    PubsubSource(String subscription) {
        this.subscription = subscription;
    }

    @Override
    public PCollectionTuple expand(PBegin begin) {
        PCollectionTuple records = begin.apply(
                        "ReadSubscription",
                        PubsubIO.readMessagesWithAttributesAndMessageId().fromSubscription(subscription))
                .apply(
                        "ByAttributes",
                        ParDo.of(new ByAttributes())
                                .withOutputTags(SymbolRecords.RECORDS, TupleTagList.of(SymbolRecords.DROPPED)));
        records.get(SymbolRecords.RECORDS).setCoder(SymbolRecords.CODER);
        records.get(SymbolRecords.DROPPED).setCoder(SymbolRecords.VALUES);
        return records;
    }

    /** Puts symbol and ordinal before each message. What comes again is counted again here, and dropped by its book. */
    private static final class ByAttributes extends DoFn<PubsubMessage, KV<String, KV<Long, byte[]>>> {

        private static final long serialVersionUID = 1L;

        private final Counter records = CoreCounters.counter("records");
        private final Counter unreadable = CoreCounters.counter("unreadable_record");

        @ProcessElement
        public void put(@Element PubsubMessage message, MultiOutputReceiver out) {
            records.inc();
            try {
                String symbol = symbol(message.getAttribute("symbol"));
                long ordinal = ordinal(message.getAttribute("ordinal"));
                out.get(SymbolRecords.RECORDS).output(KV.of(symbol, KV.of(ordinal, message.getPayload())));
            } catch (UnreadableRecordException e) {
                unreadable.inc();
                String problem = "message " + message.getMessageId() + ": " + e.getMessage();
                out.get(SymbolRecords.DROPPED).output(Dropped.unreadable(problem));
            }
        }

        private static String symbol(@Nullable String text) {
            return L3RecordReader.symbol((text == null ? "" : text).getBytes(StandardCharsets.UTF_8));
        }

        private static long ordinal(@Nullable String text) {
            try {
                long ordinal = Long.parseLong(String.valueOf(text));
                if (ordinal >= 0) {
                    return ordinal;
                }
            } catch (NumberFormatException e) {
                // told below, as a number below 0 is
            }
            throw new UnreadableRecordException("ordinal: expected a number from 0");
        }
    }
}
