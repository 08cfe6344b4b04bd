package io.touchline.book;

/**
 * The resting orders of one instrument, and the best bid and offer that they make.
 *
 * <p>Prices count 10<sup>-9</sup>, quantities 10<sup>-8</sup>. One thread owns a book for its whole life. Odd data never throws: every
 * change answers what came of it. Allocates only while the book grows beyond its largest size so far.
 */
public final class OrderBook {

    /** What {@link #bidPrice()} and {@link #askPrice()} answer when their side is empty. */
    public static final long NO_PRICE = Long.MIN_VALUE;

    /** The price of a market order: known to the book, never in a price level. */
    public static final long MARKET_PRICE = Long.MAX_VALUE;

    private final int maxOrders;
    private final OrderTable orders = new OrderTable();
    private final PriceLevels bids = new PriceLevels(Side.BUY);
    private final PriceLevels asks = new PriceLevels(Side.SELL);
    private final PriceLevels[] bySide = {bids, asks};
    private final OrderIds ids = new OrderIds();

    /**
     * An empty book.
     *
     * @param maxOrders how many orders may rest here at a time
     */
    public OrderBook(int maxOrders) {
        this.maxOrders = maxOrders;
    }

    /**
     * Adds an order, or replaces the one of this id and side.
     *
     * @param orderId a number below {@link OrderIds#FIRST_HANDLE}, or a handle of {@link #ids()}. Likewise for the other changes
     * @param price any but {@link #NO_PRICE}; {@link #MARKET_PRICE} for a market order
     * @param quantity 0 or more; an order of quantity 0 is known, but in no price level
     * @return {@code APPLIED}, {@code DUPLICATE_ADD} or a refusal
     */
    public Outcome add(long orderId, Side side, long price, long quantity) {
        int at = orders.find(orderId, side.bit());
        if (!orders.isOrder(at)) {
            return insert(at, orderId, side, price, quantity, Outcome.APPLIED);
        }
        return replace(at, levels(side), price, quantity, Outcome.DUPLICATE_ADD);
    }

    /**
     * Gives a resting order this price and quantity, or adds it when it is not here; quantity 0 takes it off.
     *
     * @return {@code APPLIED}, {@code UNKNOWN_UPDATE} or a refusal
     */
    public Outcome update(long orderId, Side side, long price, long quantity) {
        int at = orders.find(orderId, side.bit());
        if (!orders.isOrder(at)) {
            return quantity == 0
                    ? Outcome.UNKNOWN_UPDATE
                    : insert(at, orderId, side, price, quantity, Outcome.UNKNOWN_UPDATE);
        }
        if (quantity == 0) {
            remove(at, levels(side));
            return Outcome.APPLIED;
        }
        return replace(at, levels(side), price, quantity, Outcome.APPLIED);
    }

    /**
     * Takes an order off the book.
     *
     * @return {@code APPLIED} or {@code UNKNOWN_DELETE}
     */
    public Outcome delete(long orderId, Side side) {
        int at = orders.find(orderId, side.bit());
        if (!orders.isOrder(at)) {
            return Outcome.UNKNOWN_DELETE;
        }
        remove(at, levels(side));
        return Outcome.APPLIED;
    }

    /**
     * Takes a traded quantity off a resting order, and the order off the book once nothing of it remains.
     *
     * @param quantity 0 or more; more than remains counts as all that remains
     * @return {@code APPLIED}, {@code OVERFILL}, or {@code UNKNOWN_TRADE} when no such order rests here, as for every aggressor
     */
    public Outcome trade(long orderId, Side side, long quantity) {
        int at = orders.find(orderId, side.bit());
        if (!orders.isOrder(at)) {
            return Outcome.UNKNOWN_TRADE;
        }
        long remaining = orders.quantity(at) - quantity;
        if (remaining <= 0) {
            remove(at, levels(side));
            return remaining < 0 ? Outcome.OVERFILL : Outcome.APPLIED;
        }
        reduce(at, levels(side), quantity, remaining);
        return Outcome.APPLIED;
    }

    /** Takes all orders off the book. */
    public void clear() {
        orders.clear();
        bids.clear();
        asks.clear();
        ids.clear();
    }

    /** The order ids of this book that are text. */
    public OrderIds ids() {
        return ids;
    }

    /** The highest price of a buyer; {@link #NO_PRICE} when there is none. */
    public long bidPrice() {
        return bids.bestPrice();
    }

    /** The total quantity at {@link #bidPrice()}; 0 when there is none. */
    public long bidQuantity() {
        return bids.bestQuantity();
    }

    /** The lowest price of a seller; {@link #NO_PRICE} when there is none. */
    public long askPrice() {
        return asks.bestPrice();
    }

    /** The total quantity at {@link #askPrice()}; 0 when there is none. */
    public long askQuantity() {
        return asks.bestQuantity();
    }

    /** How many orders rest here, those outside price levels among them. */
    public int orders() {
        return orders.size();
    }

    /** How many price levels a side has. */
    public int levelCount(Side side) {
        return levels(side).size();
    }

    /**
     * Whether its orders lie scattered over more memory than the caches of a processor core hold, so that it pays to {@link #touch} some in
     * a row before each is changed: their memory is then fetched at the same time.
     */
    public boolean isScattered() {
        return orders.isScattered();
    }

    /** Reads from where an order would be; what it answers means nothing, but has to be used. */
    public long touch(long orderId) {
        return orders.touch(orderId);
    }

    /** Shows a side's price levels to a visitor, the best first, {@code most} of them at most. */
    public void forEachLevel(Side side, int most, LevelVisitor visitor) {
        levels(side).forEach(most, visitor);
    }

    /** Shows all orders that rest here to a visitor, in no order. The visitor must not change the book. */
    public void forEachOrder(OrderVisitor visitor) {
        for (int at = orders.next(0); at >= 0; at = orders.next(OrderTable.behind(at))) {
            Side side = Side.of(orders.side(at));
            visitor.order(orders.id(at), side, price(orders.level(at), side), orders.quantity(at));
        }
    }

    private long price(int level, Side side) {
        return level == PriceLevels.NO_LEVEL ? MARKET_PRICE : levels(side).price(level);
    }

    private PriceLevels levels(Side side) {
        return bySide[side.bit()]; // an array: a branch on the side would be guessed wrong every other time
    }

    private Outcome insert(int at, long orderId, Side side, long price, long quantity, Outcome outcome) {
        if (orders.size() == maxOrders) {
            return Outcome.TOO_MANY_ORDERS;
        }
        int level = PriceLevels.NO_LEVEL;
        if (price != MARKET_PRICE && quantity != 0) {
            PriceLevels levels = levels(side);
            level = levels.find(price);
            if (levels.quantity(level) + quantity < 0) {
                return Outcome.QUANTITY_OVERFLOW;
            }
            level = levels.add(level, price, quantity);
        }
        orders.put(at, orderId, side.bit(), quantity, level);
        if (OrderIds.isHandle(orderId)) {
            ids.retain(orderId);
        }
        return outcome;
    }

    private Outcome replace(int at, PriceLevels levels, long price, long quantity, Outcome outcome) {
        int old = orders.level(at);
        long oldQuantity = orders.quantity(at);
        if (price == MARKET_PRICE || quantity == 0) {
            takeOff(levels, old, oldQuantity);
            orders.set(at, quantity, PriceLevels.NO_LEVEL);
            return outcome;
        }
        if (old != PriceLevels.NO_LEVEL && levels.isAt(old, price)) {
            return change(at, levels, old, quantity - oldQuantity, outcome);
        }
        int level = levels.find(price);
        if (levels.quantity(level) + quantity < 0) {
            return Outcome.QUANTITY_OVERFLOW;
        }
        level = levels.add(level, price, quantity);
        takeOff(levels, old, oldQuantity);
        orders.set(at, quantity, level);
        return outcome;
    }

    private Outcome change(int at, PriceLevels levels, int level, long difference, Outcome outcome) {
        if (levels.quantity(level) + difference < 0) {
            return Outcome.QUANTITY_OVERFLOW;
        }
        levels.change(level, difference);
        orders.setQuantity(at, orders.quantity(at) + difference);
        return outcome;
    }

    private void reduce(int at, PriceLevels levels, long quantity, long remaining) {
        int level = orders.level(at);
        if (level != PriceLevels.NO_LEVEL) {
            levels.change(level, -quantity);
        }
        orders.setQuantity(at, remaining);
    }

    private void remove(int at, PriceLevels levels) {
        takeOff(levels, orders.level(at), orders.quantity(at));
        long id = orders.id(at);
        orders.remove(at);
        if (OrderIds.isHandle(id)) {
            ids.release(id);
        }
    }

    private static void takeOff(PriceLevels levels, int level, long quantity) {
        if (level != PriceLevels.NO_LEVEL) {
            levels.subtract(level, quantity);
        }
    }
}
