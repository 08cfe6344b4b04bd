package io.touchline.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One side of a book as a sorted map of quantities by price: what {@link OrderBook} is compared with where it is deep. */
final class PlainSide {

    private record Order(long id, long price, long quantity) {}

    private final OrderBook book;
    private final Side side;
    private final Random random;
    private final TreeMap<Long, Long> quantities = new TreeMap<>();
    private final List<Order> orders = new ArrayList<>();
    private long nextId = 1;

    PlainSide(OrderBook book, Side side, Random random) {
        this.book = book;
        this.side = side;
        this.random = random;
    }

    void add(long price) {
        Order order = new Order(nextId++, price, 1 + random.nextInt(9));
        book.add(order.id, side, order.price, order.quantity);
        quantities.merge(price, order.quantity, Long::sum);
        orders.add(order);
    }

    void deleteAny() {
        delete(random.nextInt(orders.size()));
    }

    /** Deletes an order of the best price, so that the side shrinks from its best. */
    void deleteBest() {
        long best = bestPrice();
        int at = 0;
        while (orders.get(at).price != best) {
            at++;
        }
        delete(at);
    }

    private void delete(int at) {
        Order order = orders.get(at);
        orders.set(at, orders.get(orders.size() - 1));
        orders.remove(orders.size() - 1);
        book.delete(order.id, side);
        quantities.merge(order.price, -order.quantity, PlainSide::sum);
    }

    private static @Nullable Long sum(Long quantity, Long difference) {
        return quantity + difference == 0 ? null : quantity + difference;
    }

    int orders() {
        return orders.size();
    }

    int levels() {
        return quantities.size();
    }

    /** Price, quantity and count of orders of each level, the best first. */
    List<String> levelTexts() {
        Map<Long, Long> counts = orders.stream().collect(Collectors.groupingBy(Order::price, Collectors.counting()));
        NavigableMap<Long, Long> bestFirst = side == Side.BUY ? quantities.descendingMap() : quantities;
        return bestFirst.entrySet().stream()
                .map(level -> level.getKey() + " " + level.getValue() + " " + counts.get(level.getKey()))
                .toList();
    }

    long bestPrice() {
        if (quantities.isEmpty()) {
            return OrderBook.NO_PRICE;
        }
        return side == Side.BUY ? quantities.lastKey() : quantities.firstKey();
    }

    long bestQuantity() {
        return quantities.getOrDefault(bestPrice(), 0L);
    }
}
