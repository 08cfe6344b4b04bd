package io.touchline.convert;

import io.touchline.book.Outcome;
import io.touchline.convert.ConversionOptions.Crossed;
import io.touchline.convert.ConversionOptions.Emit;
import io.touchline.convert.ConversionOptions.Errors;
import io.touchline.convert.ConversionOptions.Sides;
import io.touchline.convert.ConversionReport.LatePacket;
import io.touchline.csv.Decimals;
import io.touchline.csv.L1Writer;
import io.touchline.csv.L3Reader;
import io.touchline.csv.SkippedRows;
import io.touchline.csv.UnreadableInputException;
import io.touchline.csv.UnreadableRow;
import io.touchline.feed.FeedListener;
import io.touchline.feed.LimitExceededException;
import io.touchline.feed.LimitExceededException.Limit;
import io.touchline.feed.Message;
import io.touchline.feed.Quote;
import io.touchline.feed.Symbols;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a conversion does with what its feed tells: writes the quotes that the options ask for, and keeps what the report will say of them.
 *
 * <p>One thread, the feed's. A stream that fails ends the feed with an {@link UncheckedIOException}.
 */
final class L1Output implements FeedListener {

    private final ConversionOptions options;
    private final ConversionLimits limits;
    private final L3Reader reader;
    /** The reader's, kept here since the reading thread changes with every row what lies beside it there; null when there are none. */
    private final @Nullable Symbols symbols;

    private final L1Writer writer;
    private final L1RowListener listener;

    private final QuoteStatistics statistics = new QuoteStatistics();
    private final SkippedRows refused = new SkippedRows(ConversionReport.LISTED);
    private final List<LatePacket> latePackets = new ArrayList<>();
    private @Nullable Quote[] lastWritten = new Quote[1];

    L1Output(
            ConversionOptions options,
            ConversionLimits limits,
            L3Reader reader,
            L1Writer writer,
            L1RowListener listener) {
        this.options = options;
        this.limits = limits;
        this.reader = reader;
        this.symbols = reader.hasSymbols() ? reader.symbols() : null;
        this.writer = writer;
        this.listener = listener;
    }

    @Override
    public void quote(Quote quote) {
        statistics.packet(quote);
        if (isWanted(quote)) {
            write(quote);
        }
    }

    @Override
    public void refused(Message message, Outcome outcome) {
        if (outcome == Outcome.TOO_MANY_ORDERS) {
            throw new LimitExceededException(Limit.RESTING_ORDERS, limits.restingOrders(), message.line());
        }
        String expected = "a quantity with which the total of its price level is at most "
                + Decimals.quantityText(Long.MAX_VALUE);
        UnreadableRow row = new UnreadableRow(
                message.line(),
                reader.quantityColumn(message.action()),
                expected,
                '"' + Decimals.quantityText(message.quantity()) + '"');
        if (options.errors() == Errors.ABORT) {
            throw new UnreadableInputException(row);
        }
        refused.add(row);
    }

    @Override
    public void late(Message message) {
        if (latePackets.size() < ConversionReport.LISTED) {
            String symbol = symbols == null ? null : symbols.name(message.symbol());
            latePackets.add(new LatePacket(message.line(), Long.toString(message.seqNum()), symbol));
        }
    }

    QuoteStatistics statistics() {
        return statistics;
    }

    /** The rows that could be read and not applied. */
    SkippedRows refused() {
        return refused;
    }

    List<LatePacket> latePackets() {
        return List.copyOf(latePackets);
    }

    private boolean isWanted(Quote quote) {
        if (options.sides() == Sides.BOTH && !quote.hasBothSides()) {
            return false;
        }
        if (options.crossed() == Crossed.DROP && quote.isCrossed()) {
            return false;
        }
        return options.emit() != Emit.CHANGE || isChange(quote);
    }

    /** Whether a quote differs from the last one written of its symbol; from now on it is the last one. */
    private boolean isChange(Quote quote) {
        int symbol = quote.symbol();
        if (symbol >= lastWritten.length) {
            lastWritten = Arrays.copyOf(lastWritten, 2 * symbol);
        }
        Quote last = lastWritten[symbol];
        if (last == null) {
            last = new Quote();
            lastWritten[symbol] = last;
        } else if (last.sameValues(quote)) {
            return false;
        }
        last.valuesOf(quote);
        return true;
    }

    private void write(Quote quote) {
        try {
            long offset = writer.position();
            int length = writer.write(quote);
            statistics.written(quote);
            listener.row(quote, symbols == null ? "" : symbols.name(quote.symbol()), offset, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
