package io.touchline.beam;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.beam.L3Requests.Request;
import io.touchline.live.Emit;
import io.touchline.live.FeedLimits;
import io.touchline.topic.L3Record;
import io.touchline.topic.Question;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.TextIO;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The steps of a stream on the engine that is on the class path, whose input comes in any order and twice. */
@DisabledIfSystemProperty(named = "beam.runner", matches = "dataflow", disabledReason = "it runs elsewhere")
class AnyOrderTest {

    private static final FeedLimits LIMITS = new FeedLimits(0, 1_000, 100_000);
    private static final long FIRST_OFFSET = 40;

    private final Path folder;

    AnyOrderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void recordsOfAPartitionInAnyOrderAndTwiceGiveTheLevel1OfTheService() throws Exception {
        List<KV<Integer, KV<Long, KV<byte[], byte[]>>>> records = new ArrayList<>();
        L1Follower follower = new L1Follower();
        try (Service service = new Service(folder.resolve("journal"))) {
            for (Request request : L3Requests.of(MadeUpL3.write(folder.resolve("l3.csv"), 4_000, 5, 3), "", 7)) {
                records.add(record(records.size(), request));
                service.submit(request.live()).join();
            }
            records.addAll(List.copyOf(records.subList(10, 30)));
            Collections.shuffle(records, new Random(7));

            run(records).forEach(line -> follower.read(line.getBytes(StandardCharsets.UTF_8)));

            assertThat(follower.packets().equals(service.l1(Emit.PACKET))).isTrue();
            assertThat(follower.repeated()).isZero();
        }
    }

    private static KV<Integer, KV<Long, KV<byte[], byte[]>>> record(int number, Request request) {
        byte[] key = request.symbol().getBytes(StandardCharsets.UTF_8);
        byte[] value = L3Record.messages(new Question(1, number), request.live());
        return KV.of(5, KV.of(FIRST_OFFSET + number, KV.of(key, value)));
    }

    /** The values of level 1, in the order in which they came out. */
    private List<String> run(List<KV<Integer, KV<Long, KV<byte[], byte[]>>>> records) throws IOException {
        Pipeline pipeline = Engine.pipeline();
        PCollectionTuple told = pipeline.apply(Create.of(records).withCoder(SequenceRecords.CODER))
                .apply(ParDo.of(new SequenceRecords(new HashMap<>(Map.of(5, FIRST_OFFSET))))
                        .withOutputTags(SymbolRecords.RECORDS, TupleTagList.of(SymbolRecords.DROPPED)))
                .get(SymbolRecords.RECORDS)
                .setCoder(SymbolRecords.CODER)
                .apply(ParDo.of(new ApplyRecords(LIMITS))
                        .withOutputTags(
                                ApplyRecords.L1,
                                TupleTagList.of(ApplyRecords.ANSWERS).and(SymbolRecords.DROPPED)));
        lines(told, ApplyRecords.L1).apply(TextIO.write().to(folder + "/out/l1"));
        lines(told, ApplyRecords.ANSWERS); // on Spark, answers that no step reads come out as level 1
        pipeline.run().waitUntilFinish();
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            for (Path file : files.toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines;
    }

    private static PCollection<String> lines(PCollectionTuple told, TupleTag<KV<String, byte[]>> kind) {
        return told.get(kind).setCoder(SymbolRecords.VALUES).apply("Lines " + kind.getId(), ParDo.of(new Text()));
    }

    /** Values as lines. */
    private static final class Text extends DoFn<KV<String, byte[]>, String> {

        private static final long serialVersionUID = 1L;

        @ProcessElement
        public void text(@Element KV<String, byte[]> value, OutputReceiver<String> out) {
            out.output(new String(value.getValue(), StandardCharsets.UTF_8));
        }
    }
}
