package io.touchline.beam;

import io.touchline.convert.ConversionOptions;
import io.touchline.convert.DamagedGzipException;
import io.touchline.csv.UnreadableInputException;
import io.touchline.feed.LimitExceededException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/** Reads each file whole, so that its order and its images are kept, and numbers the packets of each book. A bad file ends the pipeline. */
final class ReadL3 extends DoFn<KV<String, Metadata>, KV<BookKey, KV<Long, byte[]>>> {

    private static final long serialVersionUID = 1L;

    static final TupleTag<KV<BookKey, KV<Long, byte[]>>> PACKETS = new TupleTag<>("packets") {};

    private final ConversionOptions options;
    private final DroppedRows dropped;

    ReadL3(ConversionOptions options, DroppedRows dropped) {
        this.options = options;
        this.dropped = dropped;
    }

    @ProcessElement
    public void read(@Element KV<String, Metadata> file, MultiOutputReceiver out) throws IOException {
        try (InputStream in =
                Channels.newInputStream(FileSystems.open(file.getValue().resourceId()))) {
            new FileReading(file.getKey(), in, options, dropped, out).run();
        } catch (UnreadableInputException | LimitExceededException | DamagedGzipException e) {
            throw new BadFileException(file.getKey(), e);
        }
    }
}
