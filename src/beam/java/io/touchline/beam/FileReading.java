package io.touchline.beam;

import io.touchline.convert.ByteSource;
import io.touchline.convert.ConversionLimits;
import io.touchline.convert.ConversionOptions;
import io.touchline.convert.ConversionOptions.Errors;
import io.touchline.convert.Gzip;
import io.touchline.csv.L3Reader;
import io.touchline.csv.SkippedRows;
import io.touchline.csv.UnreadableRow;
import io.touchline.feed.Feed;
import io.touchline.feed.Message;
import io.touchline.feed.MessageBatch;
import io.touchline.feed.PacketListener;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn.MultiOutputReceiver;
import org.jspecify.annotations.Nullable;

/**
 * One file on its way to the books: its packets put in order by the reorder window of the whole file, and numbered per symbol.
 *
 * <p>One thread. Holds the window, and for each symbol some hundred messages as bytes. Rows that come to no book go to the side outputs.
 */
final class FileReading implements PacketListener {

    private static final int MESSAGES_PER_BATCH = 1024;

    private final String file;
    private final DroppedRows dropped;
    private final MultiOutputReceiver out;
    private final L3Reader reader;
    private final ByteSource bytes;
    private final @Nullable SkippedRows skipped;
    private final QuantityColumns columns;
    private final Feed feed;
    private final List<BookPackets> books = new ArrayList<>();

    /** Reads the header. */
    FileReading(String file, InputStream in, ConversionOptions options, DroppedRows dropped, MultiOutputReceiver out)
            throws IOException {
        ConversionLimits limits = ConversionLimits.DEFAULT;
        this.file = file;
        this.dropped = dropped;
        this.out = out;
        bytes = new ByteSource(in);
        skipped = options.errors() == Errors.SKIP ? new SkippedRows(Integer.MAX_VALUE) : null;
        reader = new L3Reader(Gzip.unpack(bytes), limits.reader(), skipped);
        columns = QuantityColumns.of(reader);
        feed = new Feed(options.window(), limits.heldRows(), this);
    }

    /** Reads the file to its end. */
    void run() throws IOException {
        MessageBatch batch = new MessageBatch(MESSAGES_PER_BATCH);
        boolean more = true;
        while (more) {
            reader.read(batch);
            more = !batch.hasRoom();
            batch = feed.accept(batch);
            reportSkipped();
        }
        bytes.checkNotFailed();
        feed.finish();
        if (!reader.hasSymbols()) {
            book(0); // level 1 has a header, even without a row
        }
        books.forEach(BookPackets::finish);
        CoreCounters.counter("rows").inc(reader.rows());
        CoreCounters.dropped(feed.counters());
    }

    @Override
    public void message(Message message) {
        book(message.symbol()).add(message);
    }

    @Override
    public void late(Message message) {
        dropped.row(Dropped.LATE, key(message.symbol()), message, out);
    }

    @Override
    public void duplicate(Message message) {
        dropped.row(Dropped.DUPLICATE, key(message.symbol()), message, out);
    }

    private void reportSkipped() {
        if (skipped != null) {
            List<UnreadableRow> rows = skipped.takeFirst();
            rows.forEach(row -> dropped.unreadable(file, row, out));
            CoreCounters.counter("skipped").inc(rows.size());
        }
    }

    private BookPackets book(int symbol) {
        while (symbol >= books.size()) {
            books.add(new BookPackets(key(books.size())));
        }
        return books.get(symbol);
    }

    private BookKey key(int symbol) {
        return new BookKey(file, reader.hasSymbols() ? reader.symbols().name(symbol) : null);
    }

    /** The packets of one book that are not yet on their way. */
    private final class BookPackets {

        private final BookKey key;
        private final PacketsWriter packets = new PacketsWriter(columns);
        private long ordinal;

        BookPackets(BookKey key) {
            this.key = key;
        }

        void add(Message message) {
            if (packets.isFull(message)) {
                send();
            }
            packets.write(message);
        }

        void finish() {
            if (!packets.isEmpty() || (ordinal == 0 && key.symbol() == null)) {
                send();
            }
        }

        private void send() {
            out.get(ReadL3.PACKETS).output(Pieces.piece(key, ordinal++, packets.take()));
        }
    }
}
