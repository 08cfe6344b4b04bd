package io.touchline.convert;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.touchline.book.OrderBook;
import io.touchline.book.Outcome;
import io.touchline.csv.L1Format;
import io.touchline.csv.L1Writer;
import io.touchline.csv.L3Reader;
import io.touchline.csv.L3Writer;
import io.touchline.feed.Action;
import io.touchline.feed.Feed;
import io.touchline.feed.FeedListener;
import io.touchline.feed.Message;
import io.touchline.feed.MessageBatch;
import io.touchline.feed.Quote;
import io.touchline.generate.GeneratorSettings;
import io.touchline.generate.L3Generator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Once warm, a row costs no byte of the heap, on any stage of a conversion. */
class AllocationTest {

    private static final int WARM_ROWS = 200_000;
    private static final int SLICES = 10;
    private static final int SLICE_ROWS = 20_000;
    private static final int MESSAGES_PER_BATCH = 2_048;
    private static final int GENERATED_ROWS = WARM_ROWS + SLICES * (SLICE_ROWS + MESSAGES_PER_BATCH);
    private static final int GROWING_ROWS = 2_000;
    private static final int DEPTH = 45;
    /** Far from a power of two, where the table of orders grows. */
    private static final int ORDERS = 3_000;

    private static final long PRICE = 1_000_000_000;
    private static final long QUANTITY = 100_000_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void rowOnItsWayFromReaderToWriterAllocatesNothing(int symbols) throws IOException {
        byte[] file = file(symbols);
        L3Reader reader = new L3Reader(new ByteArrayInputStream(file), ConversionLimits.DEFAULT.reader(), null);
        L1Writer writer = new L1Writer(
                OutputStream.nullOutputStream(), L1Format.CSV, reader.hasSymbols() ? reader.symbols() : null);
        Feed feed = new Feed(ConversionOptions.DEFAULT_WINDOW, 100_000, 100_000, false, new Written(writer));
        MessageBatch batch = new MessageBatch(MESSAGES_PER_BATCH);
        batch = convert(reader, feed, batch, WARM_ROWS);

        long[] bytes = new long[SLICES];
        for (int slice = 0; slice < SLICES; slice++) {
            long before = allocatedBytes();
            batch = convert(reader, feed, batch, reader.rows() + SLICE_ROWS);
            bytes[slice] = allocatedBytes() - before;
        }

        assertThat(reader.rows()).isGreaterThanOrEqualTo(WARM_ROWS + SLICES * SLICE_ROWS);
        assertNothingPerRow(bytes);
    }

    @Test
    void messageAppliedToABookAllocatesNothing() {
        L3Generator generator = new L3Generator(new GeneratorSettings(GENERATED_ROWS, 2, 1, DEPTH, ORDERS));
        OrderBook book = new OrderBook(100_000);
        for (int row = 0; row < GROWING_ROWS; row++) {
            apply(growing(row, 0), book);
        }
        Message message = new Message();
        apply(generator, message, book, WARM_ROWS);

        long[] bytes = new long[SLICES];
        for (int slice = 0; slice < SLICES; slice++) {
            long before = allocatedBytes();
            apply(generator, message, book, SLICE_ROWS);
            bytes[slice] = allocatedBytes() - before;
        }

        assertNothingPerRow(bytes);
    }

    /** The virtual machine itself allocates a few bytes now and then, as when it leaves code that it had optimised; no row does. */
    private static void assertNothingPerRow(long... bytesOfSlices) {
        assertThat(bytesOfSlices).contains(0);
        assertThat(Arrays.stream(bytesOfSlices).sum()).isLessThan(SLICE_ROWS / 10);
    }

    private static MessageBatch convert(L3Reader reader, Feed feed, MessageBatch batch, long rows) throws IOException {
        MessageBatch next = batch;
        while (reader.rows() < rows && reader.read(next)) {
            next = feed.accept(next);
        }
        return next;
    }

    private static void apply(L3Generator generator, Message message, OrderBook book, int messages) {
        for (int i = 0; i < messages && generator.next(message); i++) {
            apply(message, book);
        }
    }

    private static void apply(Message message, OrderBook book) {
        switch (message.action()) {
            case ADD -> book.add(message.orderId(), message.side(), message.price(), message.quantity());
            case UPDATE -> book.update(message.orderId(), message.side(), message.price(), message.quantity());
            case DELETE -> book.delete(message.orderId(), message.side());
            case TRADE -> book.trade(message.orderId(), message.side(), message.quantity());
            case IMAGE -> book.clear();
        }
    }

    /** A file whose first rows let each book grow larger than the made-up market behind them ever is. */
    private static byte[] file(int symbols) throws IOException {
        L3Generator generator = new L3Generator(new GeneratorSettings(GENERATED_ROWS, 1, symbols, DEPTH, ORDERS));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (L3Writer writer = new L3Writer(file, symbols == 1 ? List.of() : generator.symbols())) {
            writer.header();
            for (int row = 0; row < GROWING_ROWS * symbols; row++) {
                writer.row(growing(row / symbols, row % symbols), 1);
            }
            Message message = new Message();
            while (generator.next(message)) {
                writer.row(message, generator.position());
            }
        }
        return file.toByteArray();
    }

    /** Adds an order in each of many price levels of both sides, then deletes them. */
    private static Message growing(int row, int symbol) {
        boolean add = row < GROWING_ROWS / 2;
        int order = row % (GROWING_ROWS / 2);
        Action action = add ? Action.ADD : Action.DELETE;
        Message message = new Message();
        long flags = Message.flags(row + 1, symbol, false, false, order & 1, action.code());
        message.set(row, 0, 1 + order, PRICE * (1 + order), QUANTITY, 0, flags);
        return message;
    }

    /** Asking allocates only the first time, which is behind us when the test asks again. */
    private static long allocatedBytes() {
        THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    /** Writes each quote, as a conversion does. */
    private record Written(L1Writer writer) implements FeedListener {

        @Override
        public void quote(Quote quote) {
            try {
                writer.write(quote);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void refused(Message message, Outcome outcome) {
            throw new IllegalStateException("refused: line " + message.line());
        }

        @Override
        public void late(Message message) {
            throw new IllegalStateException("late: line " + message.line());
        }
    }
}
