package io.touchline.book;

/** Order ids that are text. */
public final class OrderIds {
    /** From here on, as unsigned numbers, order ids are handles of texts. */
    public static final long FIRST_HANDLE = -1L << 32;

    private OrderIds() {}
}
