package io.touchline.beam;

import io.touchline.binary.MessageReader;
import io.touchline.binary.NumberReader;
import io.touchline.feed.Message;
import java.util.function.Consumer;

/** Reads what a {@link PacketsWriter} wrote. One thread. */
final class PacketsReader {

    private final NumberReader in = new NumberReader();
    private final MessageReader messages = new MessageReader();

    /** Shows all messages, with one message that is reused; its symbol is number 0. */
    void read(byte[] packets, Consumer<Message> consumer) {
        messages.moveTo(in.moveTo(packets, 0, packets.length));
        for (long line = 0; in.hasMore(); ) {
            line += in.signed();
            consumer.accept(messages.read(line));
        }
    }
}
