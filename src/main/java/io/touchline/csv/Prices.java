package io.touchline.csv;

import io.touchline.book.OrderBook;
import java.nio.charset.StandardCharsets;

/** Prices as the feed writes them, market orders among them. Static. */
final class Prices {

    static final String HIGHEST_TEXT = Decimals.priceText(Long.MAX_VALUE - 1);
    static final String LOWEST_TEXT = Decimals.priceText(Long.MIN_VALUE + 2);

    private static final long HIGHEST_INT = Integer.MAX_VALUE * Decimals.ONE_PRICE;
    private static final long LOWEST_INT = Integer.MIN_VALUE * Decimals.ONE_PRICE;

    private Prices() {}

    /**
     * Reads a price: unit 10<sup>-9</sup>, or {@link OrderBook#MARKET_PRICE}, or what {@link Decimals#parse} answers for no decimal and
     * for one out of range. Allocates only when a decimal is out of range.
     */
    static long parse(byte[] b, int from, int to) {
        long price = Decimals.parse(b, from, to, Decimals.PRICE_SCALE);
        if (price == HIGHEST_INT || price == LOWEST_INT) {
            return OrderBook.MARKET_PRICE;
        }
        if (price == Decimals.OUT_OF_RANGE && isLargestDouble(b, from, to)) {
            return OrderBook.MARKET_PRICE;
        }
        return price == Long.MAX_VALUE ? Decimals.OUT_OF_RANGE : price;
    }

    private static boolean isLargestDouble(byte[] b, int from, int to) {
        String text = new String(b, from, to - from, StandardCharsets.US_ASCII);
        return Math.abs(Double.parseDouble(text)) == Double.MAX_VALUE;
    }
}
