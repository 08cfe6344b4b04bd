package io.touchline.beam;

import java.util.HashMap;
import java.util.Map;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.NullableCoder;
import org.apache.beam.sdk.io.kafka.KafkaIO;
import org.apache.beam.sdk.io.kafka.KafkaRecord;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads the level 3 topic of Kafka from its beginning on, or from where the engine's checkpoint is. */
final class KafkaSource extends PTransform<PBegin, PCollectionTuple> {

    private static final long serialVersionUID = 1L;

    private final KafkaTopic topic;
    private final Map<String, String> properties;

    KafkaSource(KafkaTopic topic, Map<String, String> properties) {
        this.topic = topic;
        this.properties = properties;
    }

    @Override
    public PCollectionTuple expand(PBegin begin) {
        Map<String, Object> client = new HashMap<>(properties);
        client.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        NullableCoder<byte[]> bytes = NullableCoder.of(ByteArrayCoder.of());
        PCollectionTuple records = begin.apply(
                        "ReadTopic",
                        KafkaIO.<byte[], byte[]>read()
                                .withBootstrapServers(topic.servers())
                                .withTopic(topic.topic())
                                .withKeyDeserializerAndCoder(ByteArrayDeserializer.class, bytes)
                                .withValueDeserializerAndCoder(ByteArrayDeserializer.class, bytes)
                                .withConsumerConfigUpdates(client))
                .apply("ByPartition", ParDo.of(new ByPartition()))
                .setCoder(SequenceRecords.CODER)
                .apply(
                        "SequenceRecords",
                        ParDo.of(new SequenceRecords(FirstOffsets.of(topic, properties)))
                                .withOutputTags(SymbolRecords.RECORDS, TupleTagList.of(SymbolRecords.DROPPED)));
        records.get(SymbolRecords.RECORDS).setCoder(SymbolRecords.CODER);
        records.get(SymbolRecords.DROPPED).setCoder(SymbolRecords.VALUES);
        return records;
    }

    /** Puts partition and offset before each record; a key or a value that is absent becomes one that is empty. */
    private static final class ByPartition
            extends DoFn<KafkaRecord<byte[], byte[]>, KV<Integer, KV<Long, KV<byte[], byte[]>>>> {

        private static final long serialVersionUID = 1L;

        @ProcessElement
        public void put(
                @Element KafkaRecord<byte[], byte[]> record,
                OutputReceiver<KV<Integer, KV<Long, KV<byte[], byte[]>>>> out) {
            KV<byte[], byte[]> kept = KV.of(
                    orEmpty(record.getKV().getKey()), orEmpty(record.getKV().getValue()));
            out.output(KV.of(record.getPartition(), KV.of(record.getOffset(), kept)));
        }

        private static byte[] orEmpty(byte @Nullable [] bytes) {
            return bytes == null ? new byte[0] : bytes;
        }
    }
}
