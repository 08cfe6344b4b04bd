package io.touchline.judge;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The resting orders of one symbol, after the letter of the contract. */
final class NaiveBook {

    private final Map<Key, Order> orders = new HashMap<>();
    /** Total quantity by price; no level is empty. */
    private final TreeMap<BigDecimal, BigDecimal> bids = new TreeMap<>();

    private final TreeMap<BigDecimal, BigDecimal> asks = new TreeMap<>();

    /** Forgets every order. */
    void clear() {
        orders.clear();
        bids.clear();
        asks.clear();
    }

    Oddity apply(NaiveMessage message) {
        Key key = new Key(message.orderId(), message.side());
        return switch (message.action()) {
            case "add" -> add(key, message);
            case "update" -> update(key, message);
            case "delete" -> remove(key) == null ? Oddity.UNKNOWN_DELETE : Oddity.NONE;
            case "trade" -> trade(key, message.quantityGiven());
            case "image" -> Oddity.NONE;
            default -> throw new IllegalStateException(message.action());
        };
    }

    Quote quote() {
        return new Quote(
                bids.isEmpty() ? null : bids.lastKey(),
                bids.isEmpty() ? BigDecimal.ZERO : bids.lastEntry().getValue(),
                asks.isEmpty() ? null : asks.firstKey(),
                asks.isEmpty() ? BigDecimal.ZERO : asks.firstEntry().getValue());
    }

    private Oddity add(Key key, NaiveMessage message) {
        boolean known = orders.containsKey(key);
        if (!replace(key, message)) {
            return Oddity.OVERFLOW;
        }
        return known ? Oddity.DUPLICATE_ADD : Oddity.NONE;
    }

    private Oddity update(Key key, NaiveMessage message) {
        Oddity oddity = orders.containsKey(key) ? Oddity.NONE : Oddity.UNKNOWN_UPDATE;
        if (message.quantityGiven().signum() == 0) {
            remove(key);
            return oddity;
        }
        return replace(key, message) ? oddity : Oddity.OVERFLOW;
    }

    private Oddity trade(Key key, BigDecimal quantity) {
        Order order = remove(key);
        if (order == null) {
            return Oddity.UNKNOWN_TRADE;
        }
        BigDecimal remaining = order.quantity().subtract(quantity);
        if (remaining.signum() > 0) {
            put(key, new Order(order.price(), remaining));
        }
        return remaining.signum() < 0 ? Oddity.OVERFILL : Oddity.NONE;
    }

    /** Puts the message's order where one of its key may rest; false, and all as it was, when its level would overflow. */
    private boolean replace(Key key, NaiveMessage message) {
        Order old = remove(key);
        put(key, new Order(message.isMarket() ? null : message.priceGiven(), message.quantityGiven()));
        if (levels(key).values().stream().allMatch(NaiveTexts::fits)) {
            return true;
        }
        remove(key);
        if (old != null) {
            put(key, old);
        }
        return false;
    }

    private void put(Key key, Order order) {
        orders.put(key, order);
        if (order.price() != null && order.quantity().signum() > 0) {
            levels(key).merge(order.price(), order.quantity(), BigDecimal::add);
        }
    }

    private @Nullable Order remove(Key key) {
        Order order = orders.remove(key);
        if (order != null && order.price() != null && order.quantity().signum() > 0) {
            levels(key).computeIfPresent(order.price(), (price, total) -> positive(total.subtract(order.quantity())));
        }
        return order;
    }

    private static @Nullable BigDecimal positive(BigDecimal quantity) {
        return quantity.signum() > 0 ? quantity : null;
    }

    private Map<BigDecimal, BigDecimal> levels(Key key) {
        return key.side().equals("BUY") ? bids : asks;
    }

    private record Key(String orderId, String side) {}

    /** A resting order; a market order has no price. */
    private record Order(@Nullable BigDecimal price, BigDecimal quantity) {}

    /** The best prices and the total quantities there; a missing side has no price and quantity 0. */
    record Quote(
            @Nullable BigDecimal bidPrice,
            BigDecimal bidQuantity,
            @Nullable BigDecimal askPrice,
            BigDecimal askQuantity) {

        boolean hasBothSides() {
            return bidPrice != null && askPrice != null;
        }

        boolean isLocked() {
            return bidPrice != null && askPrice != null && bidPrice.compareTo(askPrice) == 0;
        }

        boolean isCrossed() {
            return bidPrice != null && askPrice != null && bidPrice.compareTo(askPrice) > 0;
        }
    }
}
