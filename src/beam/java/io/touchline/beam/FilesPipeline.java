package io.touchline.beam;

import io.touchline.convert.BadOptionException;
import io.touchline.convert.ConversionOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.io.FileIO;
import org.apache.beam.sdk.io.TextIO;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.apache.beam.sdk.io.fs.MetadataCoderV2;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptors;

/** Level 3 in files to level 1 in files. Static. */
final class FilesPipeline {

    private FilesPipeline() {}

    /**
     * The pipeline, to be run.
     *
     * @throws io.touchline.convert.BadOptionException for an option of the conversion that has no such value, and one that files have no use for
     */
    static Pipeline create(L1Options options) {
        checkOptions(options);
        ConversionOptions conversion = L1Options.conversion(options);
        DroppedRows dropped = new DroppedRows(options.getDropped() != null);
        Pipeline pipeline = Pipeline.create(options);
        PCollectionTuple packets = read(files(pipeline, options.getInput()), conversion, dropped);
        PCollectionTuple rows = apply(packets.get(ReadL3.PACKETS), conversion, dropped);
        rows.get(ApplyPackets.ROWS)
                .apply("RowsOfABook", GroupByKey.create())
                .apply("WriteL1", ParDo.of(new WriteL1(options.getOutput())));
        if (options.getDropped() != null) {
            writeDropped(packets, rows, options.getDropped());
        }
        return pipeline;
    }

    private static void checkOptions(L1Options options) {
        if (TopicSink.isTopic(options.getOutput())) {
            throw new BadOptionException("output", "files when the input is files", options.getOutput());
        }
        L1Options.refuse("answers", "topics for input", options.getAnswers());
        L1Options.refuse("heldRows", "topics for input", options.getHeldRows());
        L1Options.refuse("restingOrders", "topics for input", options.getRestingOrders());
        L1Options.refuse("kafkaProperties", "topics for input", options.getKafkaProperties());
    }

    /** The files by their names; each goes to a worker of its own. */
    private static PCollection<KV<String, Metadata>> files(Pipeline pipeline, String input) {
        KvCoder<String, Metadata> coder = KvCoder.of(StringUtf8Coder.of(), MetadataCoderV2.of());
        return pipeline.apply(
                        "Files",
                        FileIO.match().filepattern(input).withEmptyMatchTreatment(EmptyMatchTreatment.DISALLOW))
                .apply(
                        "Names",
                        WithKeys.<String, Metadata>of(FilesPipeline::name).withKeyType(TypeDescriptors.strings()))
                .setCoder(coder)
                .apply("FilesOfAName", GroupByKey.create())
                .apply("OneFilePerName", ParDo.of(new OneFilePerName()))
                .setCoder(coder);
    }

    private static PCollectionTuple read(
            PCollection<KV<String, Metadata>> files, ConversionOptions conversion, DroppedRows dropped) {
        TupleTagList kinds =
                TupleTagList.of(Dropped.LATE).and(Dropped.DUPLICATE).and(Dropped.UNREADABLE);
        PCollectionTuple packets =
                files.apply("ReadL3", ParDo.of(new ReadL3(conversion, dropped)).withOutputTags(ReadL3.PACKETS, kinds));
        packets.get(ReadL3.PACKETS).setCoder(Pieces.CODER);
        return packets;
    }

    private static PCollectionTuple apply(
            PCollection<KV<BookKey, KV<Long, byte[]>>> packets, ConversionOptions conversion, DroppedRows dropped) {
        TupleTagList kinds = TupleTagList.of(Dropped.UNREADABLE);
        PCollectionTuple rows = packets.apply(
                "ApplyPackets",
                ParDo.of(new ApplyPackets(conversion, dropped)).withOutputTags(ApplyPackets.ROWS, kinds));
        rows.get(ApplyPackets.ROWS).setCoder(Pieces.CODER);
        return rows;
    }

    private static String name(Metadata file) {
        String name = String.valueOf(file.resourceId().getFilename());
        return name.replaceFirst("\\.gz$", "").replaceFirst("\\.csv$", "");
    }

    private static void writeDropped(PCollectionTuple packets, PCollectionTuple rows, String prefix) {
        write(packets.get(Dropped.LATE), Dropped.LATE, Dropped.ROW_HEADER, prefix);
        write(packets.get(Dropped.DUPLICATE), Dropped.DUPLICATE, Dropped.ROW_HEADER, prefix);
        PCollection<String> unreadable = PCollectionList.of(packets.get(Dropped.UNREADABLE))
                .and(rows.get(Dropped.UNREADABLE))
                .apply("Unreadable", Flatten.pCollections());
        write(unreadable, Dropped.UNREADABLE, Dropped.UNREADABLE_HEADER, prefix);
    }

    private static void write(PCollection<String> lines, TupleTag<String> kind, String header, String prefix) {
        lines.apply(
                "Write " + kind.getId(),
                TextIO.write()
                        .to(prefix + kind.getId() + ".csv")
                        .withHeader(header)
                        .withoutSharding());
    }
}
