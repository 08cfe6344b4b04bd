package io.touchline.gateway;

import io.touchline.book.OrderBook;
import io.touchline.csv.Decimals;
import io.touchline.csv.Times;
import io.touchline.feed.Quote;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Reads values of the level 1 topic, JSON; no digit goes through a floating-point number. Any thread. */
final class L1RecordReader {

    private final ObjectReader json = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(Value.class);

    /**
     * Reads a value.
     *
     * @param offset where it stands in its partition
     * @throws RuntimeException when it is none
     */
    L1Record read(byte[] value, long offset) {
        Value read = json.readValue(value);
        return new L1Record(
                Objects.requireNonNull(read.symbol),
                read.book,
                read.previous,
                read.packet,
                read.n,
                read.changed,
                read.forgotten ? null : quote(read),
                offset);
    }

    private static Quote quote(Value value) {
        Quote quote = new Quote();
        quote.packet(
                0,
                Times.nanos(Objects.requireNonNull(value.time)),
                Long.parseLong(Objects.requireNonNull(value.seqNum)));
        quote.values(price(value.bidPrice), quantity(value.bidSize), price(value.askPrice), quantity(value.askSize));
        return quote;
    }

    private static long price(@Nullable BigDecimal price) {
        return price == null ? OrderBook.NO_PRICE : units(price, Decimals.PRICE_SCALE);
    }

    private static long quantity(@Nullable BigDecimal quantity) {
        return units(Objects.requireNonNull(quantity), Decimals.QUANTITY_SCALE);
    }

    private static long units(BigDecimal number, int scale) {
        return number.movePointRight(scale).longValueExact();
    }

    /** A value, field by field. */
    record Value(
            @Nullable String symbol,
            long book,
            long previous,
            long packet,
            long n,
            boolean changed,
            boolean forgotten,
            @Nullable String time,
            @Nullable BigDecimal bidPrice,
            @Nullable BigDecimal askPrice,
            @Nullable BigDecimal bidSize,
            @Nullable BigDecimal askSize,
            @Nullable String seqNum) {}
}
