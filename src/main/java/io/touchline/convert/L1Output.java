package io.touchline.convert;

import io.touchline.book.Outcome;
import io.touchline.convert.ConversionOptions.Errors;
import io.touchline.convert.ConversionReport.LatePacket;
import io.touchline.csv.L1Writer;
import io.touchline.csv.L3Reader;
import io.touchline.csv.SkippedRows;
import io.touchline.csv.UnreadableInputException;
import io.touchline.csv.UnreadableRow;
import io.touchline.feed.FeedListener;
import io.touchline.feed.Message;
import io.touchline.feed.Quote;
import io.touchline.feed.Symbols;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
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
    private final WantedQuotes wanted;

    L1Output(
            ConversionOptions options,
            ConversionLimits limits,
            L3Reader reader,
            L1Writer writer,
            L1RowListener listener) {
        this.options = options;
        this.limits = limits;
        wanted = new WantedQuotes(options);
        this.reader = reader;
        this.symbols = reader.hasSymbols() ? reader.symbols() : null;
        this.writer = writer;
        this.listener = listener;
    }

    @Override
    public void quote(Quote quote) {
        statistics.packet(quote);
        if (wanted.isWanted(quote)) {
            write(quote);
        }
    }

    @Override
    public void refused(Message message, Outcome outcome) {
        UnreadableRow row = RefusedRow.of(message, outcome, reader.quantityColumn(message.action()), limits);
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
