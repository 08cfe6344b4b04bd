package io.touchline.beam;

import io.touchline.csv.UnreadableRow;
import io.touchline.feed.Message;
import java.io.Serializable;
import org.apache.beam.sdk.transforms.DoFn.MultiOutputReceiver;
import org.apache.beam.sdk.values.TupleTag;

/**
 * Puts the rows of files that come to no book into side outputs, if the pipeline reads these.
 *
 * <p>Nothing may go into an output that no step reads: Spark's engine leaves such outputs away, and when only the main one is left it no longer tells
 * outputs apart, so that all come out of that one.
 */
final class DroppedRows implements Serializable {

    private static final long serialVersionUID = 1L;

    private final boolean read;

    /** @param read whether the pipeline reads the side outputs: all of them or none */
    DroppedRows(boolean read) {
        this.read = read;
    }

    /** A late packet, by its first row, or a duplicate row. */
    void row(TupleTag<String> kind, BookKey key, Message message, MultiOutputReceiver out) {
        if (read) {
            out.get(kind).output(Dropped.row(key, message));
        }
    }

    void unreadable(String file, UnreadableRow row, MultiOutputReceiver out) {
        if (read) {
            out.get(Dropped.UNREADABLE).output(Dropped.unreadable(file, row));
        }
    }
}
