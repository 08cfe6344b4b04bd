package io.touchline.generate;

import io.touchline.csv.Times;
import io.touchline.feed.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A made-up, realistic level-3 stream, the same messages for the same settings.
 *
 * <p>Each symbol starts with an image, as soon as it has its first turn. Sequence numbers and times rise, with gaps; the fills of one
 * sweep share theirs. Nothing odd happens: no order is unknown, added twice or overfilled, and no book crosses. One thread; allocates
 * when made and at the first message of each symbol.
 */
public final class L3Generator {

    private static final long START_NANOS = Times.nanos("2024-01-02 09:00:00 UTC");
    private static final long FIRST_SEQ_NUM = 1_704_186_000_000_000_000L;
    private static final long FIRST_ORDER_ID = 7_186_427_515_476_816_591L;
    private static final int WIDEST_ID_STEP = 600;
    private static final int MEAN_WAIT_MICROS = 150;
    private static final long NANOS_PER_MICRO = 1_000;
    private static final long QUANTITY_ONE = 100_000_000;
    private static final int SEQ_NUM_GAPS = 20;
    private static final int WIDEST_GAP = 5;
    private static final int LETTERS = 26;

    private final GeneratorSettings settings;
    private final SplitMix64 random;
    private final RisingNumbers orderIds;
    private final Shape shape;
    private final Distribution waits;
    private final Distribution activity;
    private final @Nullable Market[] markets;
    private final List<String> symbols;

    private int current;
    private int position;
    private long row;
    private boolean inPacket;
    private long seqNum = FIRST_SEQ_NUM;
    private long timeNanos = START_NANOS;

    public L3Generator(GeneratorSettings settings) {
        this.settings = settings;
        random = new SplitMix64(settings.seed());
        orderIds = new RisingNumbers(random, FIRST_ORDER_ID, WIDEST_ID_STEP);
        shape = new Shape(settings);
        waits = Distribution.waiting(MEAN_WAIT_MICROS);
        activity = Distribution.zipf(settings.symbols());
        markets = new Market[settings.symbols()];
        symbols = names(settings.symbols());
    }

    private static List<String> names(int count) {
        List<String> names = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            names.add(new String(new char[] {letter(i / LETTERS / LETTERS), letter(i / LETTERS), letter(i)}));
        }
        return List.copyOf(names);
    }

    private static char letter(int i) {
        return (char) ('A' + i % LETTERS);
    }

    /**
     * Writes the next message into {@code message}. Its symbol is an index into {@link #symbols}, its line that of a file with one header
     * line; a trade has its price too.
     *
     * @return whether there was one; the message is as it was when there was none
     */
    public boolean next(Message message) {
        if (row == settings.rows()) {
            return false;
        }
        if (!inPacket) {
            startPacket();
        }
        Market market = market();
        market.next();
        inPacket = market.isInPacket();
        position = market.position();
        row++;
        write(market, message);
        return true;
    }

    private void startPacket() {
        current = activity.draw(random);
        seqNum += random.permille(SEQ_NUM_GAPS) ? 2 + random.below(WIDEST_GAP) : 1;
        timeNanos += (1 + waits.draw(random)) * NANOS_PER_MICRO;
    }

    private Market market() {
        Market known = markets[current];
        if (known != null) {
            return known;
        }
        Market market = new Market(random, orderIds, shape);
        markets[current] = market;
        return market;
    }

    private void write(Market from, Message message) {
        long flags = Message.flags(
                row + 1,
                current,
                false,
                from.isImage(),
                from.side().bit(),
                from.action().code());
        long quantity = from.quantity() * QUANTITY_ONE;
        message.set(seqNum, timeNanos, from.orderId(), from.price(), quantity, position, flags);
    }

    /** The place of the last message's order in the queue of its price, counted from 1; 0 when its message does not say it. */
    public int position() {
        return position;
    }

    /** All symbols that can take part, the busiest first. */
    public List<String> symbols() {
        return symbols;
    }
}
