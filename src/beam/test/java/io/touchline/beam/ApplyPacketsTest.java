package io.touchline.beam;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.convert.ConversionOptions;
import io.touchline.feed.Message;
import io.touchline.generate.GeneratorSettings;
import io.touchline.generate.L3Generator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTagList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

@DisabledIfSystemProperty(named = "beam.runner", matches = "dataflow", disabledReason = "it runs elsewhere")
class ApplyPacketsTest {

    private static final int ROWS = 30_000;

    private final Path folder;

    ApplyPacketsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void piecesThatComeInAnyOrderAndTwiceAreAppliedOnceAndInOrder() throws IOException {
        List<KV<BookKey, KV<Long, byte[]>>> pieces = pieces();
        pieces.addAll(List.copyOf(pieces.subList(10, 20)));
        Collections.shuffle(pieces, new Random(7));
        Path l3 = MadeUpL3.write(folder.resolve("l3.csv"), ROWS, 1, 9);
        CommandLine expected = CommandLine.convert(l3, folder.resolve("expected.csv"), ConversionOptions.DEFAULT);

        Pipeline pipeline = Engine.pipeline();
        pipeline.apply(Create.of(pieces).withCoder(Pieces.CODER))
                .apply(ParDo.of(new ApplyPackets(ConversionOptions.DEFAULT, new DroppedRows(false)))
                        .withOutputTags(ApplyPackets.ROWS, TupleTagList.of(Dropped.UNREADABLE)))
                .get(ApplyPackets.ROWS)
                .setCoder(Pieces.CODER)
                .apply(GroupByKey.create())
                .apply(ParDo.of(new WriteL1(folder + "/out/")));
        pipeline.run().waitUntilFinish();

        assertThat(Files.mismatch(folder.resolve("out/shuffled.csv"), expected.l1()))
                .isEqualTo(-1);
    }

    private static List<KV<BookKey, KV<Long, byte[]>>> pieces() {
        BookKey key = new BookKey("shuffled", null);
        L3Generator generator = new L3Generator(new GeneratorSettings(ROWS, 9, 1, 10, 200));
        List<KV<BookKey, KV<Long, byte[]>>> pieces = new ArrayList<>();
        PacketsWriter writer = new PacketsWriter(new QuantityColumns("add_qty", "update_qty"));
        Message message = new Message();
        while (generator.next(message)) {
            if (writer.isFull(message)) {
                pieces.add(Pieces.piece(key, pieces.size(), writer.take()));
            }
            writer.write(message);
        }
        pieces.add(Pieces.piece(key, pieces.size(), writer.take()));
        return pieces;
    }
}
