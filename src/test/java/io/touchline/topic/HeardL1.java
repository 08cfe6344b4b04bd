package io.touchline.topic;

import io.touchline.book.Outcome;
import io.touchline.csv.L1Format;
import io.touchline.csv.L1Writer;
import io.touchline.feed.Message;
import io.touchline.feed.Quote;
import io.touchline.live.Emit;
import io.touchline.live.LiveBook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a book told: the values of the level 1 topic, and the rows of the book that is not forgotten. */
final class HeardL1 implements TopicListener {

    private final L1RecordWriter writer = new L1RecordWriter();
    private final List<String> values = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();
    private Rows packets = new Rows();
    private Rows changes = new Rows();

    @Override
    public void quote(LiveBook book, long previous, Quote quote, boolean changed) {
        values.add(new String(writer.quote(book, previous, quote, changed), StandardCharsets.UTF_8));
        packets.write(quote);
        if (changed) {
            changes.write(quote);
        }
    }

    @Override
    public void forgotten(LiveBook book, long previous) {
        values.add(new String(writer.forgotten(book, previous), StandardCharsets.UTF_8));
        packets = new Rows();
        changes = new Rows();
    }

    @Override
    public void late(Message message) {
        dropped.add("late " + message.seqNum());
    }

    @Override
    public void duplicate(Message message) {
        dropped.add("duplicate " + message.seqNum());
    }

    @Override
    public void refused(Message message, Outcome outcome) {
        dropped.add("refused " + message.seqNum() + " " + outcome);
    }

    List<String> values() {
        return values;
    }

    List<String> dropped() {
        return dropped;
    }

    /** The quotes as level 1 CSV. */
    String rows(Emit emit) {
        return (emit == Emit.PACKET ? packets : changes).text();
    }

    /** Rows of level 1. */
    private static final class Rows {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final L1Writer writer = new L1Writer(bytes, L1Format.CSV, null);

        void write(Quote quote) {
            try {
                writer.write(quote);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String text() {
            try {
                writer.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
