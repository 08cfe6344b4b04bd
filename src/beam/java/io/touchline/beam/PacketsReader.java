package io.touchline.beam;

import io.touchline.binary.MessageReader;
import io.touchline.binary.NumberReader;
import io.touchline.feed.Message;
import java.util.function.Consumer;

/** Reads what a {@link PacketsWriter} wrote. One thread. */
final class PacketsReader {

    private final NumberReader in = new NumberReader();
    private final MessageReader messages = new MessageReader();
    private QuantityColumns columns = new QuantityColumns("", "");

    /** Shows all messages, with one message that is reused; its symbol is number 0. */
    void read(byte[] packets, Consumer<Message> consumer) {
        columns = QuantityColumns.read(in.moveTo(packets, 0, packets.length));
        messages.moveTo(in);
        for (long line = 0; in.hasMore(); ) {
            line += in.signed();
            consumer.accept(messages.read(line));
        }
    }

    /** The columns of the file that the messages are from. */
    QuantityColumns columns() {
        return columns;
    }
}
