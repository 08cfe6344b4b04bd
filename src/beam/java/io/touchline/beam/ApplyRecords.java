package io.touchline.beam;

import io.touchline.book.Outcome;
import io.touchline.feed.Message;
import io.touchline.feed.Quote;
import io.touchline.live.FeedLimits;
import io.touchline.live.LiveBook;
import io.touchline.topic.Answer;
import io.touchline.topic.L1RecordWriter;
import io.touchline.topic.L3Record;
import io.touchline.topic.L3RecordReader;
import io.touchline.topic.Question;
import io.touchline.topic.Reply;
import io.touchline.topic.TopicBook;
import io.touchline.topic.TopicListener;
import io.touchline.topic.UnreadableRecordException;
import java.util.Locale;
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
 * The books of a stream: applies the records of each symbol in the order of their ordinals, and tells values of the level 1 and answers topics.
 *
 * <p>State of a symbol: the ordinal it waits for, the records that came before their turn, and its {@link TopicBook}. A record that comes again is dropped; one
 * that cannot be read takes its turn and changes nothing. Beam gives each instance one thread at a time, and one thread all of a symbol.
 */
final class ApplyRecords extends DoFn<KV<String, KV<Long, byte[]>>, KV<String, byte[]>> {

    private static final long serialVersionUID = 1L;

    static final TupleTag<KV<String, byte[]>> L1 = new TupleTag<>("l1") {};
    static final TupleTag<KV<String, byte[]>> ANSWERS = new TupleTag<>("answers") {};

    @StateId("next")
    private final StateSpec<ValueState<Long>> nextSpec = StateSpecs.value(VarLongCoder.of());

    @StateId("parked")
    private final StateSpec<MapState<Long, byte[]>> parkedSpec = StateSpecs.map(VarLongCoder.of(), ByteArrayCoder.of());

    @StateId("book")
    private final StateSpec<ValueState<TopicBook>> bookSpec;

    private final FeedLimits limits;
    private final Counter repeated = CoreCounters.counter("repeated_record");
    private final Counter unreadable = CoreCounters.counter("unreadable_record");
    private transient @Nullable Work work;

    ApplyRecords(FeedLimits limits) {
        this.limits = limits;
        bookSpec = StateSpecs.value(new TopicBookCoder(limits));
    }

    @ProcessElement
    public void apply(
            @Element KV<String, KV<Long, byte[]>> record,
            @StateId("next") ValueState<Long> next,
            @StateId("parked") MapState<Long, byte[]> parked,
            @StateId("book") ValueState<TopicBook> state,
            MultiOutputReceiver out) {
        long turn = Turns.turn(next, 0);
        if (record.getValue().getKey() != turn) {
            if (!Turns.park(parked, record.getValue(), turn)) {
                repeated.inc();
            }
            return;
        }
        String symbol = record.getKey();
        TopicBook known = state.read();
        TopicBook book = known == null ? new TopicBook(symbol, limits) : known;
        next.write(Turns.take(parked, record.getValue(), (value, ordinal) -> apply(symbol, ordinal, value, book, out)));
        state.write(book);
    }

    private void apply(String symbol, long ordinal, byte[] value, TopicBook book, MultiOutputReceiver out) {
        Work work = work();
        Told told = new Told(symbol, ordinal + 1, work, out);
        L3Record record;
        try {
            record = work.reader.read(symbol, value);
        } catch (UnreadableRecordException e) {
            unreadable.inc();
            told.dropped("unreadable", null, String.valueOf(e.getMessage()));
            return;
        }
        Reply reply = book.apply(ordinal, record, told);
        if (reply instanceof Reply.Messages messages) {
            work.counters.applied(messages.applied().counters());
        }
        Question question = record.question();
        if (question != null) {
            out.get(ANSWERS).output(KV.of(symbol, new Answer(question, reply).bytes()));
        }
    }

    private Work work() {
        if (work == null) {
            work = new Work();
        }
        return work;
    }

    /** What an instance needs beside state. */
    private static final class Work {

        final L3RecordReader reader = new L3RecordReader();
        final L1RecordWriter writer = new L1RecordWriter();
        final CoreCounters counters = new CoreCounters();
        final Counter quotes = CoreCounters.counter("quotes");
    }

    /** Puts out what a record's book tells. */
    private static final class Told implements TopicListener {

        private final String symbol;
        private final long record;
        private final Work work;
        private final MultiOutputReceiver out;

        Told(String symbol, long record, Work work, MultiOutputReceiver out) {
            this.symbol = symbol;
            this.record = record;
            this.work = work;
            this.out = out;
        }

        @Override
        public void quote(LiveBook book, long previous, Quote quote, boolean changed) {
            work.quotes.inc();
            out.get(L1).output(KV.of(symbol, work.writer.quote(book, previous, quote, changed)));
        }

        @Override
        public void forgotten(LiveBook book, long previous) {
            out.get(L1).output(KV.of(symbol, work.writer.forgotten(book, previous)));
        }

        @Override
        public void late(Message message) {
            dropped("late", message, null);
        }

        @Override
        public void duplicate(Message message) {
            dropped("duplicate", message, null);
        }

        @Override
        public void refused(Message message, Outcome outcome) {
            dropped("refused", message, outcome.name().toLowerCase(Locale.ROOT));
        }

        void dropped(String kind, @Nullable Message message, @Nullable String problem) {
            out.get(SymbolRecords.DROPPED).output(Dropped.record(kind, symbol, record, message, problem));
        }
    }
}
