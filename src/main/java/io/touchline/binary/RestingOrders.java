package io.touchline.binary;

import io.touchline.book.OrderBook;
import io.touchline.book.OrderIds;
import io.touchline.book.Side;

/**
 * The orders of a book as bytes; the book itself follows from them. Static.
 *
 * <pre>
 * number of orders | orders: side and kind of id 1 byte, id, price, quantity
 * </pre>
 */
public final class RestingOrders {

    private static final int TEXT_BIT = 2;

    private RestingOrders() {}

    /** Writes all orders of a book. */
    public static void write(OrderBook book, NumberWriter out) {
        long[] text = new long[MessageWriter.TEXT_WORDS];
        out.number(book.orders());
        book.forEachOrder((orderId, side, price, quantity) -> {
            boolean isText = OrderIds.isHandle(orderId);
            out.octet(side.bit() | (isText ? TEXT_BIT : 0));
            if (isText) {
                book.ids().copyText(orderId, text, 0);
                out.text(text, 0, text.length);
            } else {
                out.number(orderId);
            }
            out.signed(price);
            out.number(quantity);
        });
    }

    /** Adds the orders that were written to a book. */
    public static void read(NumberReader in, OrderBook book) {
        long[] text = new long[MessageWriter.TEXT_WORDS];
        for (int orders = in.integer(); orders > 0; orders--) {
            int kind = in.octet();
            long orderId;
            if ((kind & TEXT_BIT) != 0) {
                in.text(text, 0, text.length);
                orderId = book.ids().handle(text, 0);
            } else {
                orderId = in.number();
            }
            book.add(orderId, Side.of(kind & 1), in.signed(), in.number());
        }
    }
}
