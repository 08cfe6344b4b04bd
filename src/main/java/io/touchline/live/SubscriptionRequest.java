package io.touchline.live;

/**
 * What is subscribed to.
 *
 * @param symbol of a book that exists or will, or {@link #ALL}
 * @param from the number of the first quote to be told, from 1; {@link #NOW} for the last quote there is, as a snapshot
 */
public record SubscriptionRequest(String symbol, Emit emit, long from) {

    /** The symbol that stands for all books, also later ones. */
    public static final String ALL = "*";

    /** Start with the last quote. */
    public static final long NOW = 0;

    public SubscriptionRequest {
        if (from < NOW || (from != NOW && symbol.equals(ALL))) {
            throw new IllegalArgumentException("from: expected the number of a quote of one symbol, found " + from);
        }
    }

    /** From the last quote on. */
    public static SubscriptionRequest now(String symbol, Emit emit) {
        return new SubscriptionRequest(symbol, emit, NOW);
    }

    boolean isAll() {
        return symbol.equals(ALL);
    }
}
