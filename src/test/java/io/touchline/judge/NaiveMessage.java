package io.touchline.judge;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One level-3 message; two are equal when their rows were equal in every column.
 *
 * @param symbol empty when the input has no symbols
 * @param action {@code add}, {@code update}, {@code delete}, {@code trade}, or {@code image} for the image of an empty book
 * @param price always of scale 9; {@link #MARKET} for a market order; null where the action has none
 * @param quantity always of scale 8; null where the action has none
 * @param rest the cells that are not decoded, exactly as they stand; the decoded ones are empty in it
 */
record NaiveMessage(
        long seqNum,
        Instant time,
        String symbol,
        boolean image,
        String action,
        String orderId,
        String side,
        @Nullable BigDecimal price,
        @Nullable BigDecimal quantity,
        List<String> rest) {

    /** The price of every market order, whatever it was written as. */
    static final BigDecimal MARKET = new BigDecimal("1.7976931348623157e+308");

    boolean isMarket() {
        return price != null && price.compareTo(MARKET) == 0;
    }

    BigDecimal priceGiven() {
        return given(price);
    }

    BigDecimal quantityGiven() {
        return given(quantity);
    }

    private BigDecimal given(@Nullable BigDecimal value) {
        if (value == null) {
            throw new IllegalStateException("no such value in " + this);
        }
        return value;
    }
}
