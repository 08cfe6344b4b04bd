package io.touchline.beam;

import io.touchline.book.Outcome;
import io.touchline.convert.ConversionLimits;
import io.touchline.convert.ConversionOptions;
import io.touchline.convert.ConversionOptions.Errors;
import io.touchline.convert.RefusedRow;
import io.touchline.csv.UnreadableInputException;
import io.touchline.csv.UnreadableRow;
import io.touchline.feed.LimitExceededException;
import io.touchline.feed.Message;
import io.touchline.feed.Quote;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.state.MapState;
import org.apache.beam.sdk.state.StateSpec;
import org.apache.beam.sdk.state.StateSpecs;
import org.apache.beam.sdk.state.ValueState;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;
import org.jspecify.annotations.Nullable;

/**
 * The books: applies the packets of each in the order of their ordinals, and gives the rows of each piece of packets the ordinal of the piece.
 *
 * <p>State of a book: the ordinal it waits for, the pieces that came before their turn, and the book itself. Nothing waits for time, so nothing
 * depends on it. A piece that comes again is dropped. Beam gives each instance one thread at a time, and one thread all of a book.
 */
final class ApplyPackets extends DoFn<KV<BookKey, KV<Long, byte[]>>, KV<BookKey, KV<Long, byte[]>>> {

    private static final long serialVersionUID = 1L;

    static final TupleTag<KV<BookKey, KV<Long, byte[]>>> ROWS = new TupleTag<>("rows") {};

    @StateId("next")
    private final StateSpec<ValueState<Long>> nextSpec = StateSpecs.value(VarLongCoder.of());

    @StateId("parked")
    private final StateSpec<MapState<Long, byte[]>> parkedSpec = StateSpecs.map(VarLongCoder.of(), ByteArrayCoder.of());

    @StateId("book")
    private final StateSpec<ValueState<KeyedBook>> bookSpec;

    private final ConversionOptions options;
    private final DroppedRows dropped;
    private final Counter quotes = CoreCounters.counter("quotes");
    private transient @Nullable Work work;

    ApplyPackets(ConversionOptions options, DroppedRows dropped) {
        this.options = options;
        this.dropped = dropped;
        bookSpec = StateSpecs.value(new KeyedBookCoder(options));
    }

    @ProcessElement
    public void apply(
            @Element KV<BookKey, KV<Long, byte[]>> piece,
            @StateId("next") ValueState<Long> next,
            @StateId("parked") MapState<Long, byte[]> parked,
            @StateId("book") ValueState<KeyedBook> state,
            MultiOutputReceiver out) {
        long turn = Turns.turn(next, 0);
        if (piece.getValue().getKey() != turn) {
            Turns.park(parked, piece.getValue(), turn);
            return;
        }
        BookKey key = piece.getKey();
        KeyedBook known = state.read();
        KeyedBook book = known == null ? new KeyedBook(options) : known;
        next.write(Turns.take(parked, piece.getValue(), (packets, ordinal) -> out.get(ROWS)
                .output(Pieces.piece(key, ordinal, apply(key, packets, book, out)))));
        state.write(book);
    }

    private byte[] apply(BookKey key, byte[] packets, KeyedBook book, MultiOutputReceiver out) {
        Work work = work();
        long[] before = CoreCounters.counts(book.counters());
        work.rows.start(key.symbol());
        try {
            book.apply(packets, work.reader, new Rows(key, work, out));
        } catch (UnreadableInputException | LimitExceededException e) {
            throw new BadFileException(key.file(), e);
        }
        work.counters.applied(book.counters(), before);
        quotes.inc(work.rows.rows());
        return work.rows.take();
    }

    private Work work() {
        if (work == null) {
            work = new Work();
        }
        return work;
    }

    /** What an instance needs beside state. */
    private static final class Work {

        final PacketsReader reader = new PacketsReader();
        final L1Rows rows = new L1Rows();
        final CoreCounters counters = new CoreCounters();
    }

    /** Writes the rows of one book, and tells of those that it refused. */
    private final class Rows implements KeyedBook.RowListener {

        private final BookKey key;
        private final Work work;
        private final MultiOutputReceiver out;

        Rows(BookKey key, Work work, MultiOutputReceiver out) {
            this.key = key;
            this.work = work;
            this.out = out;
        }

        @Override
        public void row(Quote quote) {
            work.rows.write(quote);
        }

        @Override
        public void refused(Message message, Outcome outcome) {
            String column = work.reader.columns().of(message.action());
            UnreadableRow row = RefusedRow.of(message, outcome, column, ConversionLimits.DEFAULT);
            if (options.errors() == Errors.ABORT) {
                throw new UnreadableInputException(row);
            }
            dropped.unreadable(key.file(), row, out);
        }
    }
}
