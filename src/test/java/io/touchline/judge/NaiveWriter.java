package io.touchline.judge;

import io.touchline.convert.ConversionOptions;
import io.touchline.convert.ConversionOptions.Crossed;
import io.touchline.convert.ConversionOptions.Emit;
import io.touchline.convert.ConversionOptions.Sides;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes level 1: filters, text rules, and what the report says of the rows written. */
final class NaiveWriter {

    private final ConversionOptions options;
    private final boolean withSymbol;
    private final StringBuilder text = new StringBuilder();
    private final List<NaiveBook.Quote> written = new ArrayList<>();
    private final Map<String, NaiveBook.Quote> lastWritten = new HashMap<>();

    NaiveWriter(ConversionOptions options, boolean withSymbol) {
        this.options = options;
        this.withSymbol = withSymbol;
        text.append(withSymbol ? "symbol," : "").append("time,bid_price,ask_price,bid_size,ask_size,seq_num\n");
    }

    void write(String symbol, Instant time, long seqNum, NaiveBook.Quote quote) {
        if (isLeftOut(symbol, quote)) {
            return;
        }
        lastWritten.put(symbol, quote);
        written.add(quote);
        text.append(withSymbol ? quoted(symbol) + "," : "")
                .append(NaiveTexts.timeText(time))
                .append(',');
        text.append(price(quote.bidPrice()))
                .append(',')
                .append(price(quote.askPrice()))
                .append(',');
        text.append(NaiveTexts.quantityText(quote.bidQuantity())).append(',');
        text.append(NaiveTexts.quantityText(quote.askQuantity())).append(',');
        text.append(seqNum).append('\n');
    }

    String text() {
        return text.toString();
    }

    Verdict.Rows rows() {
        Stream<@Nullable BigDecimal> bids = written.stream().map(NaiveBook.Quote::bidPrice);
        Stream<@Nullable BigDecimal> asks = written.stream().map(NaiveBook.Quote::askPrice);
        List<BigDecimal> bid = bids.filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .sorted()
                .toList();
        List<BigDecimal> ask = asks.filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .sorted()
                .toList();
        return new Verdict.Rows(
                written.size(),
                ends(bid),
                ends(ask),
                written.stream().filter(NaiveBook.Quote::isLocked).count(),
                written.stream().filter(NaiveBook.Quote::isCrossed).count());
    }

    private static List<String> ends(List<BigDecimal> sorted) {
        return sorted.isEmpty()
                ? List.of()
                : Stream.of(sorted.get(0), sorted.get(sorted.size() - 1))
                        .map(NaiveTexts::priceText)
                        .toList();
    }

    private boolean isLeftOut(String symbol, NaiveBook.Quote quote) {
        return (options.sides() == Sides.BOTH && !quote.hasBothSides())
                || (options.crossed() == Crossed.DROP && quote.isCrossed())
                || (options.emit() == Emit.CHANGE && sameText(quote, lastWritten.get(symbol)));
    }

    private static boolean sameText(NaiveBook.Quote quote, NaiveBook.@Nullable Quote last) {
        return last != null && values(quote).equals(values(last));
    }

    private static List<String> values(NaiveBook.Quote quote) {
        return List.of(
                price(quote.bidPrice()),
                price(quote.askPrice()),
                NaiveTexts.quantityText(quote.bidQuantity()),
                NaiveTexts.quantityText(quote.askQuantity()));
    }

    private static String price(@Nullable BigDecimal price) {
        return price == null ? "" : NaiveTexts.priceText(price);
    }

    private static String quoted(String symbol) {
        boolean plain = symbol.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? symbol : '"' + symbol.replace("\"", "\"\"") + '"';
    }
}
