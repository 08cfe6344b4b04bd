package io.touchline.generate;

import io.touchline.book.Side;
import io.touchline.feed.Action;

/**
 * One instrument's market: an image first, then adds, deletes, updates and trades, one at each {@link #next}.
 *
 * <p>New orders come near the touch, most deletes hit young orders or the ends of near queues, trades sweep the best price from the
 * front of its queue. A pressure that changes now and then makes the price wander, and the further it went the more the pressure
 * points back. The book never crosses, no side is ever empty after the image, and the orders stay near their number. One thread;
 * allocates only when made.
 */
final class Market {

    private static final int TICK = 10_000_000;
    private static final int LOWEST_START = 1_000;
    private static final int STARTS = 9_000;

    /** Shares of what happens, in a thousand; deletes have the rest. */
    private static final int ADDS = 450;

    private static final int UPDATES = 50;
    private static final int TRADES = 110;

    private static final int YOUNG_DELETES = 500;
    private static final int NEAR_DELETES = 490;
    private static final int IMPROVEMENTS = 350;
    private static final int WIDEST_IMPROVEMENT = 3;
    private static final int SMALLER_UPDATES = 600;
    private static final int MOST_FILLS = 20;

    private final SplitMix64 random;
    private final RisingNumbers orderIds;
    private final Shape shape;
    private final SideOrders bids;
    private final SideOrders asks;
    private final int start;
    private final Pressure pressure;

    private int imageRows;
    private int sweepQuantity;
    private int sweepFills;
    private SideOrders swept;

    private boolean image;
    private Action action = Action.ADD;
    private Side side = Side.BUY;
    private long orderId;
    private int tick;
    private int quantity;
    private int position;

    Market(SplitMix64 random, RisingNumbers orderIds, Shape shape) {
        this.random = random;
        this.orderIds = orderIds;
        this.shape = shape;
        int capacity = shape.ordersPerSide() + shape.ordersPerSide() / 4 + 2;
        int span = 2 * shape.depth() + WIDEST_IMPROVEMENT + 1;
        bids = new SideOrders(1, capacity, span);
        asks = new SideOrders(-1, capacity, span);
        start = Math.max(4 * shape.depth(), LOWEST_START + random.below(STARTS));
        pressure = new Pressure(random, start);
        swept = bids;
    }

    /** Lets the next thing happen, which the accessors then tell. */
    void next() {
        image = imageRows < 2 * shape.ordersPerSide();
        if (image) {
            addToImage();
        } else if (sweepQuantity > 0) {
            fill();
        } else {
            happen();
        }
    }

    /** Whether the next thing belongs to the packet of the last one. */
    boolean isInPacket() {
        return (image && imageRows < 2 * shape.ordersPerSide()) || sweepQuantity > 0;
    }

    private void addToImage() {
        int rank = imageRows >> 1;
        int level = rank < shape.depth() ? rank : shape.imageLevels().draw(random);
        boolean buy = (imageRows & 1) == 0;
        imageRows++;
        add(buy ? bids : asks, buy ? start - level : start + 1 + level);
    }

    private void happen() {
        SideOrders orders = pressure.bringsNextBuyer() ? bids : asks;
        if (tooWide(bids) || tooWide(asks)) {
            deleteWorst(tooWide(bids) ? bids : asks);
        } else if (orders.count() < 2) {
            addNear(orders);
        } else {
            happen(orders, random.below(1000));
        }
    }

    private boolean tooWide(SideOrders orders) {
        return orders.span() > 2 * shape.depth();
    }

    private void deleteWorst(SideOrders orders) {
        delete(orders, orders.firstAt(orders.worst()));
    }

    private void happen(SideOrders orders, int draw) {
        if (draw < UPDATES) {
            update(orders);
        } else if (draw < UPDATES + TRADES) {
            trade();
        } else if (draw < UPDATES + TRADES + ADDS - surplus(orders) && !orders.isFull()) {
            addNear(orders);
        } else {
            delete(orders, orderToDelete(orders));
        }
    }

    /** How far the orders of a side are above their number, in two thousandths of it: so many fewer are added. */
    private int surplus(SideOrders orders) {
        return (int) (500L * (orders.count() - shape.ordersPerSide()) / shape.ordersPerSide());
    }

    private void addNear(SideOrders orders) {
        int gap = asks.best() - bids.best() - 1;
        boolean improves = gap > 0 && random.permille(IMPROVEMENTS);
        int distance = improves
                ? -1 - random.below(Math.min(gap, WIDEST_IMPROVEMENT))
                : shape.distances().draw(random);
        add(orders, away(orders, distance));
    }

    private void add(SideOrders orders, int at) {
        int order = orders.add(orderIds.next(), at, Quantities.draw(random));
        say(Action.ADD, orders, order, orders.quantity(order), orders.ordersAt(at));
    }

    /** The price that is so many ticks worse than the best; no price is below one tick. */
    private int away(SideOrders orders, int distance) {
        return orders == bids ? Math.max(1, bids.best() - distance) : asks.best() + distance;
    }

    private int orderToDelete(SideOrders orders) {
        int draw = random.below(1000);
        if (draw < YOUNG_DELETES) {
            return orders.young(random);
        }
        int near = draw < YOUNG_DELETES + NEAR_DELETES
                ? orders.lastAt(away(orders, shape.distances().draw(random)))
                : SideOrders.NONE;
        return near == SideOrders.NONE ? orders.any(random) : near;
    }

    private void delete(SideOrders orders, int order) {
        say(Action.DELETE, orders, order, 0, 0);
        orders.remove(order);
    }

    private void update(SideOrders orders) {
        int order = orders.young(random);
        if (orders.quantity(order) > 1 && random.permille(SMALLER_UPDATES)) {
            orders.reduce(order, 1 + random.below(orders.quantity(order) - 1));
            say(Action.UPDATE, orders, order, orders.quantity(order), 0);
        } else {
            reprice(orders, order);
        }
    }

    private void reprice(SideOrders orders, int order) {
        long id = orders.id(order);
        int unchanged = orders.quantity(order);
        orders.remove(order);
        int at = away(orders, shape.distances().draw(random));
        int moved = orders.add(id, at, unchanged);
        say(Action.UPDATE, orders, moved, unchanged, orders.ordersAt(at));
    }

    private void trade() {
        pressure.mayChange(bids.best());
        swept = pressure.liftsNextTrade() ? asks : bids;
        if (swept.count() < 2) {
            addNear(swept);
        } else {
            sweepQuantity = Quantities.draw(random);
            sweepFills = 0;
            fill();
        }
    }

    private void fill() {
        int order = swept.firstAt(swept.best());
        int filled = Math.min(sweepQuantity, swept.quantity(order));
        say(Action.TRADE, swept, order, filled, 0);
        swept.reduce(order, filled);
        sweepFills++;
        sweepQuantity -= filled;
        if (swept.quantity(order) == 0) {
            swept.remove(order);
        }
        if (swept.count() < 2 || sweepFills == MOST_FILLS) {
            sweepQuantity = 0;
        }
    }

    private void say(Action what, SideOrders orders, int order, int howMany, int place) {
        action = what;
        side = orders == bids ? Side.BUY : Side.SELL;
        orderId = orders.id(order);
        tick = orders.tick(order);
        quantity = howMany;
        position = place;
    }

    Action action() {
        return action;
    }

    Side side() {
        return side;
    }

    boolean isImage() {
        return image;
    }

    long orderId() {
        return orderId;
    }

    /** Unit 10<sup>-9</sup>; 0 for a delete. */
    long price() {
        return action == Action.DELETE ? 0 : (long) tick * TICK;
    }

    int quantity() {
        return quantity;
    }

    /** The order's place in the queue of its price, counted from 1; 0 when the message does not say it. */
    int position() {
        return position;
    }
}
