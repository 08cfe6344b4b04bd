package io.touchline.csv;

import io.touchline.feed.Action;
import io.touchline.feed.LimitExceededException;
import io.touchline.feed.LimitExceededException.Limit;
import io.touchline.feed.Message;
import io.touchline.feed.MessageBatch;
import io.touchline.feed.Symbols;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads level-3 CSV: header first, then row by row into messages.
 *
 * <p>A row goes the shortest of three ways that knows it: a {@link RowScanner} that has learned what the rows of this file look like, a
 * {@link RowDecoder} on its cells, and the CSV library when a quote is in it. All three make the same messages. One thread; once warm it
 * allocates nothing but for rows with quotes, unreadable rows and new symbols.
 */
public final class L3Reader {

    private static final byte QUOTE = '"';

    private final LineBuffer buffer;
    private final ReaderLimits limits;
    private final @Nullable SkippedRows skipped;
    private final QuotedRecord quoted;
    private final L3Header header;
    private final Symbols symbols = new Symbols();
    private final Cells cells;
    private final RowDecoder decoder;
    private final RowScanner scanner;
    private final Message message = new Message();
    private long line;
    private long rows;

    /**
     * Reads the header.
     *
     * @param skipped where unreadable rows are put; null when the first of them is to be thrown
     * @throws UnreadableInputException when there is no header, or a column is missing
     */
    public L3Reader(InputStream in, ReaderLimits limits, @Nullable SkippedRows skipped) throws IOException {
        this.limits = limits;
        this.skipped = skipped;
        buffer = new LineBuffer(in, limits.lineBytes());
        quoted = new QuotedRecord(buffer, limits.lineBytes());
        HeaderReader headerReader = new HeaderReader(buffer, quoted, limits);
        header = headerReader.read();
        line = headerReader.line();
        cells = new Cells(header.columns());
        decoder = new RowDecoder(header, symbols, limits.symbols());
        scanner = new RowScanner(header, symbols, limits.lineBytes());
    }

    /** Whether the input has a symbol column. */
    public boolean hasSymbols() {
        return header.symbol() != L3Header.NONE;
    }

    /** The symbols met so far; empty when the input has none. */
    public Symbols symbols() {
        return symbols;
    }

    /** Rows read so far, the header and blank lines not counted; those skipped are among them. */
    public long rows() {
        return rows;
    }

    /** The line that is to be read next, counted from 1. */
    public long line() {
        return line;
    }

    /** The name of a column that states the quantity of an action's orders, as the file has it. */
    public String quantityColumn(Action action) {
        return header.name(header.quantity(action));
    }

    /**
     * Adds messages to a batch until it is full or the input ends.
     *
     * @return whether the batch holds a message
     * @throws UnreadableInputException at the first unreadable row, unless such rows are skipped; the rows before it are in the batch
     * @throws LimitExceededException when a limit is passed
     */
    public boolean read(MessageBatch batch) throws IOException {
        while (batch.hasRoom() && hasRow()) {
            int taken = scanner.scan(buffer, line, limits.rows() - rows, batch);
            rows += taken;
            line += taken;
            if (taken == 0) {
                batch.next(message);
                readSlowly(batch);
            }
        }
        return !batch.isEmpty();
    }

    private boolean hasRow() throws IOException {
        while (!buffer.hasLine()) {
            if (!buffer.isLineTooLong(0)) {
                return false;
            }
            skipLongLine();
        }
        return true;
    }

    private void countRow() {
        if (rows++ == limits.rows()) {
            throw new LimitExceededException(Limit.ROWS, limits.rows(), line);
        }
    }

    private void readSlowly(MessageBatch batch) throws IOException {
        int from = buffer.position();
        int end = buffer.lineEnd(from);
        int to = end > from && buffer.bytes()[end - 1] == '\r' ? end - 1 : end;
        if (to == from) {
            next(end + 1 - from, 1);
            return;
        }
        if (to - from > limits.lineBytes()) {
            skipLongLine();
            return;
        }
        countRow();
        try {
            if (hasQuote(from, to)) {
                readQuoted(batch);
            } else {
                readPlain(batch, to, end);
            }
        } catch (UnreadableInputException e) {
            skip(e);
        }
    }

    private void readPlain(MessageBatch batch, int to, int end) {
        int from = buffer.position();
        long rowLine = line;
        next(end + 1 - from, 1);
        cells.split(buffer.bytes(), from, to);
        decoder.decode(cells, rowLine, message);
        batch.keep(message);
        scanner.learn(cells);
    }

    private void readQuoted(MessageBatch batch) throws IOException {
        long rowLine = line;
        String[] texts = quoted.read();
        if (texts == null) {
            next(buffer.lineEnd(buffer.position()) + 1 - buffer.position(), 1);
            throw new UnreadableInputException(
                    new UnreadableRow(rowLine, null, "a closing quote", "none before the end of the row"));
        }
        next(quoted.length(), quoted.lines());
        cells.take(texts);
        decoder.decode(cells, rowLine, message);
        batch.keep(message);
    }

    private void next(int bytes, int lines) {
        buffer.moveTo(buffer.position() + bytes);
        line += lines;
    }

    private void skipLongLine() throws IOException {
        if (skipped == null) {
            throw new LimitExceededException(Limit.LINE_BYTES, limits.lineBytes(), line);
        }
        countRow();
        String expected = "a row of at most " + limits.lineBytes() + " bytes (" + Limit.LINE_BYTES.setting() + ")";
        skipped.add(new UnreadableRow(line, null, expected, "a longer one"));
        buffer.skipLine();
        line++;
    }

    private void skip(UnreadableInputException e) {
        if (skipped == null) {
            throw e;
        }
        skipped.add(e.row());
    }

    private boolean hasQuote(int from, int to) {
        for (int i = from; i < to; i++) {
            if (buffer.bytes()[i] == QUOTE) {
                return true;
            }
        }
        return false;
    }
}
