package io.touchline.web.live;

import io.touchline.csv.Decimals;
import io.touchline.csv.Times;
import io.touchline.live.LiveQuote;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A book's quote as it is answered.
 *
 * @param n its number among the quotes that changed a value; 0 before the first
 * @param time null before the first quote, as is the sequence number
 */
record BookQuote(
        String symbol,
        long n,
        @Nullable String time,
        @Nullable BigDecimal bidPrice,
        @Nullable BigDecimal askPrice,
        BigDecimal bidSize,
        BigDecimal askSize,
        @Nullable String seqNum) {

    static BookQuote of(String symbol, @Nullable LiveQuote quote) {
        if (quote == null) {
            return new BookQuote(symbol, 0, null, null, null, BigDecimal.ZERO, BigDecimal.ZERO, null);
        }
        return new BookQuote(
                symbol,
                quote.n(),
                Times.text(quote.timeNanos()),
                quote.hasBid() ? Decimals.exactPrice(quote.bidPrice()) : null,
                quote.hasAsk() ? Decimals.exactPrice(quote.askPrice()) : null,
                Decimals.exactQuantity(quote.bidQuantity()),
                Decimals.exactQuantity(quote.askQuantity()),
                Long.toString(quote.seqNum()));
    }
}
