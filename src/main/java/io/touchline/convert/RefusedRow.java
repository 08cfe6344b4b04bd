package io.touchline.convert;

import io.touchline.book.Outcome;
import io.touchline.csv.Decimals;
import io.touchline.csv.UnreadableRow;
import io.touchline.feed.LimitExceededException;
import io.touchline.feed.LimitExceededException.Limit;
import io.touchline.feed.Message;

/** What a conversion says of a row that could be read and that its book refused. Static. */
public final class RefusedRow {

    private RefusedRow() {}

    /**
     * The row as one that nobody can read.
     *
     * @param column the name of the column that states its quantity
     * @throws LimitExceededException when it was refused for the number of orders that rest in its book
     */
    public static UnreadableRow of(Message message, Outcome outcome, String column, ConversionLimits limits) {
        if (outcome == Outcome.TOO_MANY_ORDERS) {
            throw new LimitExceededException(Limit.RESTING_ORDERS, limits.restingOrders(), message.line());
        }
        String expected = "a quantity with which the total of its price level is at most "
                + Decimals.quantityText(Long.MAX_VALUE);
        String found = '"' + Decimals.quantityText(message.quantity()) + '"';
        return new UnreadableRow(message.line(), column, expected, found);
    }
}
