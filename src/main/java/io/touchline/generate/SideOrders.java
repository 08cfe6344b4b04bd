package io.touchline.generate;

/**
 * The resting orders of one side of an {@link Market}: a queue per price, and the best and the worst price.
 *
 * <p>Prices count ticks; orders are named by their index. One thread; allocates only when made. The caller keeps the promises: never
 * more orders than the capacity, never prices further apart than the span, never none when a price is asked for.
 */
final class SideOrders {

    static final int NONE = -1;

    private static final int FEWEST_YOUNG = 16;
    private static final int MOST_YOUNG = 512;
    private static final int TRIES = 16;

    /** Which way prices get better: 1 for bids, -1 for asks. */
    private final int better;

    private final long[] ids;
    private final int[] ticks;
    private final int[] quantities;
    private final int[] inFront;
    private final int[] behind;

    /** The resting orders, in no order, and behind them the free indexes; {@link #places} says where each stands. */
    private final int[] resting;

    private final int[] places;
    private int count;

    private final int tickMask;
    private final int[] first;
    private final int[] last;
    private final int[] ordersAt;
    private int best;
    private int worst;

    private final int[] young;
    private final long[] youngIds;
    private int nextYoung;
    private int youngCount;

    SideOrders(int better, int capacity, int span) {
        this.better = better;
        ids = new long[capacity];
        ticks = new int[capacity];
        quantities = new int[capacity];
        inFront = new int[capacity];
        behind = new int[capacity];
        resting = upTo(capacity);
        places = upTo(capacity);
        int ring = powerOfTwo(span);
        tickMask = ring - 1;
        first = new int[ring];
        last = new int[ring];
        ordersAt = new int[ring];
        int memory = powerOfTwo(Math.min(MOST_YOUNG, Math.max(FEWEST_YOUNG, capacity / 4)));
        young = new int[memory];
        youngIds = new long[memory];
    }

    private static int[] upTo(int n) {
        int[] numbers = new int[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = i;
        }
        return numbers;
    }

    private static int powerOfTwo(int atLeast) {
        return atLeast <= 1 ? 1 : Integer.highestOneBit(atLeast - 1) << 1;
    }

    /** Puts a new order behind all others of its price. */
    int add(long id, int tick, int quantity) {
        reach(tick);
        int order = resting[count++];
        ids[order] = id;
        ticks[order] = tick;
        quantities[order] = quantity;
        enqueue(order, tick & tickMask);
        remember(order, id);
        return order;
    }

    private void reach(int tick) {
        if (count == 0) {
            best = tick;
            worst = tick;
        } else if (better * (tick - best) > 0) {
            best = tick;
        } else if (better * (worst - tick) > 0) {
            worst = tick;
        }
    }

    private void enqueue(int order, int level) {
        int ahead = ordersAt[level]++ == 0 ? NONE : last[level];
        inFront[order] = ahead;
        behind[order] = NONE;
        last[level] = order;
        if (ahead == NONE) {
            first[level] = order;
        } else {
            behind[ahead] = order;
        }
    }

    private void remember(int order, long id) {
        young[nextYoung] = order;
        youngIds[nextYoung] = id;
        nextYoung = (nextYoung + 1) & (young.length - 1);
        youngCount = Math.min(youngCount + 1, young.length);
    }

    void remove(int order) {
        int level = ticks[order] & tickMask;
        dequeue(order, level);
        int lastResting = resting[--count];
        swap(order, lastResting);
        if (ordersAt[level] == 0 && count > 0) {
            leave(ticks[order]);
        }
    }

    private void dequeue(int order, int level) {
        int ahead = inFront[order];
        int next = behind[order];
        if (ahead == NONE) {
            first[level] = next;
        } else {
            behind[ahead] = next;
        }
        if (next == NONE) {
            last[level] = ahead;
        } else {
            inFront[next] = ahead;
        }
        ordersAt[level]--;
    }

    private void swap(int order, int lastResting) {
        int place = places[order];
        resting[place] = lastResting;
        places[lastResting] = place;
        resting[count] = order;
        places[order] = count;
    }

    private void leave(int tick) {
        if (tick == best) {
            best = occupied(tick, -better);
        }
        if (tick == worst) {
            worst = occupied(tick, better);
        }
    }

    private int occupied(int from, int step) {
        int tick = from;
        while (ordersAt[tick & tickMask] == 0) {
            tick += step;
        }
        return tick;
    }

    /** Takes a quantity off an order, which stays where it is in its queue. */
    void reduce(int order, int quantity) {
        quantities[order] -= quantity;
    }

    /** One of the orders that were added lately and rest still; any order when it finds none. */
    int young(SplitMix64 random) {
        for (int i = 0; i < TRIES; i++) {
            int slot = random.below(youngCount);
            if (isResting(young[slot], youngIds[slot])) {
                return young[slot];
            }
        }
        return any(random);
    }

    private boolean isResting(int order, long id) {
        return ids[order] == id && places[order] < count;
    }

    int any(SplitMix64 random) {
        return resting[random.below(count)];
    }

    int firstAt(int tick) {
        return first[tick & tickMask];
    }

    /** The order that came last to a price; {@link #NONE} when no order has that price. */
    int lastAt(int tick) {
        boolean within = better * (best - tick) >= 0 && better * (tick - worst) >= 0;
        return within && ordersAt[tick & tickMask] > 0 ? last[tick & tickMask] : NONE;
    }

    int ordersAt(int tick) {
        return ordersAt[tick & tickMask];
    }

    int best() {
        return best;
    }

    int worst() {
        return worst;
    }

    /** How many ticks lie between the best and the worst price. */
    int span() {
        return better * (best - worst);
    }

    int count() {
        return count;
    }

    boolean isFull() {
        return count == resting.length;
    }

    long id(int order) {
        return ids[order];
    }

    int tick(int order) {
        return ticks[order];
    }

    int quantity(int order) {
        return quantities[order];
    }
}
