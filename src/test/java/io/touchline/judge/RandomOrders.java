package io.touchline.judge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Random changes to the orders of one symbol: most of them to orders that rest, the others odd. */
final class RandomOrders {

    private static final List<String> ACTIONS =
            List.of("add", "add", "add", "update", "update", "delete", "trade", "trade");
    private static final int FEW_IDS = 16;
    private static final int MANY_IDS = 3000;

    private final Random random;
    private final boolean overflow;
    private final List<String> ids = new ArrayList<>();
    private final List<Change> resting = new ArrayList<>();
    private final int lowestTick;
    private final int ticks;

    RandomOrders(Random random, boolean overflow) {
        this.random = random;
        this.overflow = overflow;
        this.lowestTick = random.nextInt(3) == 0 ? -6 : 50;
        boolean deep = random.nextInt(3) == 0;
        this.ticks = deep ? 400 : 7;
        for (int i = deep ? MANY_IDS : FEW_IDS; i > 0; i--) {
            ids.add(orderId());
        }
    }

    /** The next change; image rows add. */
    Change next(boolean image) {
        String action = image && random.nextInt(20) > 0 ? "add" : ACTIONS.get(random.nextInt(ACTIONS.size()));
        boolean known = !resting.isEmpty() && random.nextInt(5) > 0 && !action.equals("add");
        String id = ids.get(random.nextInt(ids.size()));
        String side = random.nextBoolean() ? "BUY" : "SELL";
        if (!known) {
            return remember(new Change(action, id, side, price(side), quantity()));
        }
        Change order = resting.get(random.nextInt(resting.size()));
        BigDecimal price = random.nextBoolean() ? order.price() : price(order.side());
        BigDecimal quantity = random.nextBoolean() ? order.quantity() : quantity();
        return remember(new Change(action, order.orderId(), order.side(), price, quantity));
    }

    private Change remember(Change change) {
        boolean gone = change.action().equals("delete");
        resting.removeIf(order ->
                order.orderId().equals(change.orderId()) && order.side().equals(change.side()));
        if (!gone) {
            resting.add(change);
        }
        if (resting.size() > ids.size() / 4) {
            resting.remove(0);
        }
        return change;
    }

    /** Bids mostly below asks, on few ticks or on many; now and then with nine digits, or of a market order. */
    private BigDecimal price(String side) {
        int kind = random.nextInt(20);
        if (kind == 0) {
            return NaiveMessage.MARKET;
        }
        if (kind == 1) {
            return BigDecimal.valueOf(random.nextLong() >> (1 + random.nextInt(62)), NaiveTexts.PRICE_SCALE);
        }
        int away = random.nextInt(1 + random.nextInt(ticks));
        int tick = side.equals("SELL") ? lowestTick + 5 + away : lowestTick + 7 - away;
        return BigDecimal.valueOf(5L * tick, 3);
    }

    private BigDecimal quantity() {
        if (overflow && random.nextInt(3) == 0) {
            long largest = Long.MAX_VALUE - (random.nextBoolean() ? 0 : random.nextInt(1000));
            return BigDecimal.valueOf(random.nextBoolean() ? largest : largest / 2, NaiveTexts.QUANTITY_SCALE);
        }
        return switch (random.nextInt(12)) {
            case 0 -> BigDecimal.ZERO;
            case 1 -> BigDecimal.valueOf(1 + random.nextInt(1_000_000), NaiveTexts.QUANTITY_SCALE);
            case 2 -> BigDecimal.valueOf(1 + random.nextInt(100), 2);
            default -> BigDecimal.valueOf(100L * (1 + random.nextInt(20)));
        };
    }

    private String orderId() {
        return switch (random.nextInt(9)) {
            case 0 -> new UUID(random.nextLong(), random.nextLong()).toString();
            case 1 -> "00" + random.nextInt(5);
            case 2 -> Long.toUnsignedString(-1 - random.nextInt(4));
            case 3 -> "1844674407370955161" + random.nextInt(10);
            case 4 -> Long.toUnsignedString(random.nextLong());
            case 5 -> "x".repeat(63) + random.nextInt(3);
            case 6 ->
                List.of("é", "a,b", "say \"hi\"", "-1", "1e3", "a b", "A", "a", "12345678", "123456789")
                        .get(random.nextInt(10));
            default -> Integer.toString(random.nextInt(5));
        };
    }

    /** One change to one order; a delete ignores price and quantity, a trade the price. */
    record Change(String action, String orderId, String side, BigDecimal price, BigDecimal quantity) {}
}
