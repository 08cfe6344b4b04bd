package io.touchline.demo;

import io.touchline.feed.Message;
import io.touchline.generate.GeneratorSettings;
import io.touchline.generate.L3Generator;
import io.touchline.live.BookState;
import io.touchline.live.LiveQuote;
import io.touchline.live.LiveRequest;
import org.jspecify.annotations.Nullable;

/**
 * The generator's messages, without an end, with sequence numbers and times that go on behind what the book has. Begins with an image, which clears
 * the book. One thread; allocates when made.
 */
final class DemoStream {

    private static final int DEPTH = 20;
    private static final long PAUSE_NANOS = 1_000_000;
    private static final long ROOM_OF_SEQ_NUMS = 8 * DemoLimits.MOST_MESSAGES;
    private static final long ROOM_NANOS = 30L * 86_400 * 1_000_000_000;

    private final L3Generator generator;
    private final Message ahead = new Message();
    private final long seqNumShift;
    private final long timeShift;

    /**
     * A stream for a book.
     *
     * @param book as it is; null when there is none
     */
    DemoStream(@Nullable BookState book) {
        long lastSeqNum = book == null ? 0 : book.lastSeqNum();
        generator = new L3Generator(settings(lastSeqNum));
        generator.next(ahead);
        seqNumShift = Math.max(0, lastSeqNum + 1 - ahead.seqNum());
        LiveQuote quote = book == null ? null : book.quote();
        timeShift = quote == null ? 0 : Math.max(0, quote.timeNanos() + PAUSE_NANOS - ahead.timeNanos());
    }

    /** Another stream each time, the same behind the same book. */
    private static GeneratorSettings settings(long seed) {
        return new GeneratorSettings(Long.MAX_VALUE, seed, 1, DEPTH, GeneratorSettings.defaultOrders(DEPTH));
    }

    /** Whether a stream behind this book comes to no end of sequence numbers and times. */
    static boolean hasRoomBehind(BookState book) {
        LiveQuote quote = book.quote();
        return book.lastSeqNum() < Long.MAX_VALUE - ROOM_OF_SEQ_NUMS
                && (quote == null || quote.timeNanos() < Long.MAX_VALUE - ROOM_NANOS);
    }

    /** The time of the next message, nanoseconds since 1970. */
    long nextNanos() {
        return ahead.timeNanos() + timeShift;
    }

    /** Adds whole packets, as far as they are not after a time; none is begun once the request has a number of messages. */
    void addTo(LiveRequest request, long untilNanos, int messages) {
        while (nextNanos() <= untilNanos && request.messages() < messages) {
            addPacket(request);
        }
    }

    private void addPacket(LiveRequest request) {
        long seqNum = ahead.seqNum();
        while (ahead.seqNum() == seqNum) {
            write(request.next());
            request.keep();
            generator.next(ahead);
        }
    }

    private void write(Message message) {
        long flags = Message.flags(
                ahead.line(),
                0,
                false,
                ahead.isImage(),
                ahead.side().bit(),
                ahead.action().code());
        message.set(
                ahead.seqNum() + seqNumShift,
                nextNanos(),
                ahead.orderId(),
                ahead.price(),
                ahead.quantity(),
                ahead.rest(),
                flags);
    }
}
