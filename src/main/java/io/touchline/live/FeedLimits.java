package io.touchline.live;

import io.touchline.binary.NumberReader;
import io.touchline.binary.NumberWriter;
import java.io.Serializable;

/**
 * The settings on which it depends what becomes of messages, and which therefore stand in the journal.
 *
 * @param window packets held back
 * @param heldRows rows held back at most
 * @param restingOrders orders that may rest in a book
 */
public record FeedLimits(int window, int heldRows, int restingOrders) implements Serializable {

    public static FeedLimits of(LiveSettings.BookSettings settings) {
        return new FeedLimits(settings.window(), settings.heldRows(), settings.restingOrders());
    }

    static FeedLimits read(NumberReader in) {
        return new FeedLimits(in.integer(), in.integer(), in.integer());
    }

    /** These, raised to what a book holds. */
    FeedLimits atLeast(int rows, int orders) {
        return new FeedLimits(window, Math.max(heldRows, rows), Math.max(restingOrders, orders));
    }

    void write(NumberWriter out) {
        out.number(window);
        out.number(heldRows);
        out.number(restingOrders);
    }
}
