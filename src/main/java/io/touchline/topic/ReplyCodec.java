package io.touchline.topic;

import io.touchline.binary.BinaryQuote;
import io.touchline.binary.NumberReader;
import io.touchline.binary.NumberWriter;
import io.touchline.book.Outcome;
import io.touchline.live.Applied;
import io.touchline.live.BookCounters;
import io.touchline.live.BookState;
import io.touchline.live.Depth;
import io.touchline.live.LiveQuote;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Replies as bytes. Static.
 *
 * <pre>
 * kind 1 octet
 * 1 messages   record | counters | 0, or 1 and the first refused: index, seq_num, outcome | quote
 * 2 forgotten  record
 * 3 state      0, or 1: quote | n of packets | last seq_num | orders, bid levels, ask levels, held packets, held rows | counters
 *              number of the record that made the book, or 0
 * 4 levels     0, or 1: seq_num | bids | asks, each with their number before them: price, quantity, orders
 * quote        0, or 1: n, time, seq_num, bid price, bid quantity, ask price, ask quantity
 * counters     received, applied, refused, duplicate rows, late rows, late packets, held, packets, outcomes by their codes
 * </pre>
 */
final class ReplyCodec {

    private static final int MESSAGES = 1;
    private static final int FORGOTTEN = 2;
    private static final int STATE = 3;
    private static final int LEVELS = 4;

    private ReplyCodec() {}

    static void write(Reply reply, NumberWriter out) {
        if (reply instanceof Reply.Messages messages) {
            out.octet(MESSAGES);
            write(messages.applied(), out);
        } else if (reply instanceof Reply.Forgotten forgotten) {
            out.octet(FORGOTTEN);
            out.number(forgotten.record());
        } else if (reply instanceof Reply.State state) {
            out.octet(STATE);
            write(state.state(), out);
            out.number(state.book());
        } else if (reply instanceof Reply.Levels levels) {
            out.octet(LEVELS);
            write(levels.depth(), out);
        }
    }

    static Reply read(String symbol, NumberReader in) {
        int kind = in.octet();
        return switch (kind) {
            case MESSAGES -> new Reply.Messages(applied(symbol, in));
            case FORGOTTEN -> new Reply.Forgotten(in.number());
            case STATE -> new Reply.State(isThere(in) ? state(symbol, in) : null, in.number());
            case LEVELS -> new Reply.Levels(isThere(in) ? depth(symbol, in) : null);
            default -> throw new IllegalStateException("answer: expected a kind from 1 to 4, found " + kind);
        };
    }

    private static void write(Applied applied, NumberWriter out) {
        out.number(applied.record());
        write(applied.counters(), out);
        Applied.Refusal refused = applied.firstRefused();
        out.octet(refused == null ? 0 : 1);
        if (refused != null) {
            out.signed(refused.index());
            out.number(refused.seqNum());
            out.octet(refused.outcome().code());
        }
        write(applied.quote(), out);
    }

    private static Applied applied(String symbol, NumberReader in) {
        long record = in.number();
        BookCounters counters = counters(in);
        Applied.Refusal refused =
                isThere(in) ? new Applied.Refusal(in.signed(), in.number(), Outcome.of(in.octet())) : null;
        return new Applied(record, counters, refused, quote(symbol, in));
    }

    private static void write(@Nullable BookState state, NumberWriter out) {
        out.octet(state == null ? 0 : 1);
        if (state != null) {
            write(state.quote(), out);
            out.number(state.packetN());
            out.signed(state.lastSeqNum());
            out.number(state.size().orders());
            out.number(state.size().bidLevels());
            out.number(state.size().askLevels());
            out.number(state.size().heldPackets());
            out.number(state.size().heldRows());
            write(state.counters(), out);
        }
    }

    private static BookState state(String symbol, NumberReader in) {
        LiveQuote quote = quote(symbol, in);
        long packetN = in.number();
        long lastSeqNum = in.signed();
        BookState.Size size = new BookState.Size(in.integer(), in.integer(), in.integer(), in.integer(), in.integer());
        return new BookState(symbol, quote, packetN, lastSeqNum, size, counters(in));
    }

    private static void write(@Nullable Depth depth, NumberWriter out) {
        out.octet(depth == null ? 0 : 1);
        if (depth != null) {
            out.signed(depth.seqNum());
            write(depth.bids(), out);
            write(depth.asks(), out);
        }
    }

    private static void write(List<Depth.Level> levels, NumberWriter out) {
        out.number(levels.size());
        for (Depth.Level level : levels) {
            out.signed(level.price());
            out.number(level.quantity());
            out.number(level.orders());
        }
    }

    private static Depth depth(String symbol, NumberReader in) {
        return new Depth(symbol, in.signed(), levels(in), levels(in));
    }

    private static List<Depth.Level> levels(NumberReader in) {
        List<Depth.Level> levels = new ArrayList<>();
        for (int left = in.integer(); left > 0; left--) {
            levels.add(new Depth.Level(in.signed(), in.number(), in.integer()));
        }
        return List.copyOf(levels);
    }

    private static void write(@Nullable LiveQuote quote, NumberWriter out) {
        out.octet(quote == null ? 0 : 1);
        if (quote != null) {
            out.number(quote.n());
            BinaryQuote.write(quote.copy(), out);
        }
    }

    private static @Nullable LiveQuote quote(String symbol, NumberReader in) {
        if (!isThere(in)) {
            return null;
        }
        return new LiveQuote(symbol, in.number(), BinaryQuote.read(in), 0);
    }

    private static void write(BookCounters counters, NumberWriter out) {
        out.number(counters.received());
        out.signed(counters.applied());
        out.signed(counters.refused());
        out.signed(counters.duplicateRows());
        out.signed(counters.lateRows());
        out.signed(counters.latePackets());
        out.signed(counters.held());
        out.signed(counters.packets());
        counters.outcomes().forEach(out::signed);
    }

    private static BookCounters counters(NumberReader in) {
        long[] numbers = new long[8 + Outcome.COUNT];
        numbers[0] = in.number();
        List<Long> outcomes = new ArrayList<>();
        for (int i = 1; i < numbers.length; i++) {
            numbers[i] = in.signed();
            if (i >= 8) {
                outcomes.add(numbers[i]);
            }
        }
        return new BookCounters(
                numbers[0],
                numbers[1],
                numbers[2],
                numbers[3],
                numbers[4],
                numbers[5],
                numbers[6],
                numbers[7],
                outcomes);
    }

    private static boolean isThere(NumberReader in) {
        return in.octet() != 0;
    }
}
