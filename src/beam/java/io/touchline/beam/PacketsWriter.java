package io.touchline.beam;

import io.touchline.binary.MessageWriter;
import io.touchline.binary.NumberWriter;
import io.touchline.feed.Message;
import java.util.Arrays;

/**
 * Some whole packets of one book as bytes: the columns of their file; then of each message what its line adds to the line before, and the message.
 *
 * <p>One thread.
 */
final class PacketsWriter {

    private static final int ENOUGH_MESSAGES = 512;

    private final QuantityColumns columns;
    private final NumberWriter out = new NumberWriter(1 << 10);
    private MessageWriter messages = new MessageWriter(out);
    private int count;
    private long seqNum;
    private long line;

    PacketsWriter(QuantityColumns columns) {
        this.columns = columns;
        columns.write(out);
    }

    /** Whether there are enough, and the next message does not go on with the last packet. */
    boolean isFull(Message next) {
        return count >= ENOUGH_MESSAGES && next.seqNum() != seqNum;
    }

    boolean isEmpty() {
        return count == 0;
    }

    void write(Message message) {
        out.signed(message.line() - line);
        messages.write(message);
        line = message.line();
        seqNum = message.seqNum();
        count++;
    }

    /** What was written since the last call. */
    byte[] take() {
        byte[] bytes = Arrays.copyOf(out.bytes(), out.length());
        out.clear();
        columns.write(out);
        messages = new MessageWriter(out);
        count = 0;
        line = 0;
        return bytes;
    }
}
