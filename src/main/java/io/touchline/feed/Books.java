package io.touchline.feed;

import io.touchline.book.OrderBook;
import io.touchline.book.OrderIds;
import io.touchline.book.Outcome;
import io.touchline.book.Side;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The books of a feed: rows go in, packet by packet, and after each packet a quote comes out for every symbol of which it applied a row.
 *
 * <p>One thread, the feed's. Odd data never throws; allocates only to grow.
 */
final class Books implements PacketTarget {

    static final int ROWS_AHEAD = 32;

    private final int maxOrders;
    private final boolean everyMessage;
    private final FeedCounters counters = new FeedCounters();
    private final FeedListener listener;

    private final Message row = new Message();
    private final Quote quote = new Quote();
    private @Nullable Instrument[] instruments = new Instrument[1];
    private @Nullable Instrument[] touched = new Instrument[1];
    private int touchedCount;
    private long packet;
    private int end;
    /** What touching orders answered: kept so that the compiler does not leave the reading out. */
    private long unusedWords;

    /** Without a book yet. */
    Books(int maxOrders, boolean everyMessage, FeedListener listener) {
        this.maxOrders = maxOrders;
        this.everyMessage = everyMessage;
        this.listener = listener;
    }

    @Override
    public FeedCounters counters() {
        return counters;
    }

    @Override
    public long lastSeqNum(int symbol) {
        return instrument(symbol).lastSeqNum;
    }

    @Override
    public int apply(long[] words, int from, int to, int most) {
        int applied = 0;
        int announced = from;
        int at = from;
        while (at < to && applied < most) {
            startPacket();
            long seqNum = words[at + Message.SEQ_NUM];
            do {
                if (at >= announced) {
                    announced = Math.min(to, at + ROWS_AHEAD * Message.WORDS);
                    touchOrders(words, at, announced);
                }
                apply(row.moveTo(words, at));
                at += Message.WORDS;
            } while (at < to && words[at + Message.SEQ_NUM] == seqNum);
            endPacket();
            applied++;
        }
        end = at;
        return applied;
    }

    @Override
    public int end() {
        return end;
    }

    @Override
    public void announce(Message row) {
        OrderBook book = instrument(row.symbol()).book;
        if (book.isScattered()) {
            unusedWords += book.touch(row.orderId());
        }
    }

    @Override
    public void startPacket() {
        packet++;
    }

    /** Quotes the symbols of which a row was applied since the packet started. */
    @Override
    public void endPacket() {
        if (touchedCount > 0) {
            counters.packets++;
            quoteTouched();
        }
    }

    @Override
    public void apply(Message row) {
        Instrument instrument = instrument(row.symbol());
        instrument.lastSeqNum = row.seqNum();
        Outcome outcome = apply(instrument, row);
        counters.outcomes[outcome.code()]++;
        if (outcome.isRefused()) {
            counters.refused++;
            listener.refused(row, outcome);
            return;
        }
        instrument.lastTimeNanos = row.timeNanos();
        if (instrument.lastPacket != packet) {
            touch(instrument);
        }
        if (everyMessage) {
            quote(instrument);
        }
    }

    private void touch(Instrument instrument) {
        instrument.lastPacket = packet;
        if (touchedCount == touched.length) {
            touched = Arrays.copyOf(touched, 2 * touchedCount);
        }
        if (touched[touchedCount] != instrument) { // a garbage collector makes every store of a reference dear
            touched[touchedCount] = instrument;
        }
        touchedCount++;
    }

    private void quoteTouched() {
        if (!everyMessage) {
            for (int i = 0; i < touchedCount; i++) {
                quote(Objects.requireNonNull(touched[i]));
            }
        }
        touchedCount = 0;
    }

    private void quote(Instrument instrument) {
        quote.packet(instrument.symbol, instrument.lastTimeNanos, instrument.lastSeqNum);
        quote.of(instrument.book);
        listener.quote(quote);
    }

    private static Outcome apply(Instrument instrument, Message row) {
        OrderBook book = instrument.book;
        if (row.isImage() && instrument.imageSeqNum != row.seqNum()) {
            instrument.imageSeqNum = row.seqNum();
            book.clear();
        }
        return row.hasTextId() ? applyWithTextId(book, row) : apply(book, row, row.orderId());
    }

    private static Outcome apply(OrderBook book, Message row, long orderId) {
        Side side = row.side();
        return switch (row.actionCode()) {
            case Action.Code.ADD -> book.add(orderId, side, row.price(), row.quantity());
            case Action.Code.UPDATE -> book.update(orderId, side, row.price(), row.quantity());
            case Action.Code.DELETE -> book.delete(orderId, side);
            case Action.Code.TRADE -> book.trade(orderId, side, row.quantity());
            default -> Outcome.APPLIED;
        };
    }

    private static Outcome applyWithTextId(OrderBook book, Message row) {
        OrderIds ids = book.ids();
        int text = row.at() + Message.WORDS;
        long handle = row.action().hasPrice() ? ids.handle(row.words(), text) : ids.find(row.words(), text);
        Outcome outcome = apply(book, row, handle);
        ids.forgetUnused(handle);
        return outcome;
    }

    /** Fetches the memory of the orders that rows name, at the same time, when the book of the first of them is scattered. */
    private void touchOrders(long[] words, int from, int to) {
        if (instrument(row.moveTo(words, from).symbol()).book.isScattered()) {
            for (int at = from; at < to; at += Message.WORDS) {
                announce(row.moveTo(words, at));
            }
        }
    }

    Instrument instrument(int symbol) {
        if (symbol < instruments.length) {
            Instrument known = instruments[symbol];
            if (known != null) {
                return known;
            }
        }
        return newInstrument(symbol);
    }

    private Instrument newInstrument(int symbol) {
        if (symbol >= instruments.length) {
            instruments = Arrays.copyOf(instruments, 2 * symbol);
        }
        Instrument instrument = new Instrument(symbol, new OrderBook(maxOrders));
        instruments[symbol] = instrument;
        return instrument;
    }
}
