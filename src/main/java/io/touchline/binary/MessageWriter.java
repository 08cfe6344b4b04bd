package io.touchline.binary;

import io.touchline.feed.Action;
import io.touchline.feed.Message;

/**
 * Writes messages, each as what differs from the one before; symbol and line are left out. One thread.
 *
 * <pre>
 * flags 1 byte: action 3 bits | side 1 | image 1 | text id 1 | digest 1
 * seq_num, time      signed, less those of the message before
 * order id           signed, less that of the message before, or text with its length before it; none in an empty image
 * price              signed, less that of the message before; where the action has one
 * quantity           where the action has one
 * digest             of the cells that are not decoded, 8 bytes; unless it is 0
 * </pre>
 */
public final class MessageWriter {

    static final int ACTION_MASK = 7;
    static final int SIDE_SHIFT = 3;
    static final int IMAGE_BIT = 1 << 4;
    static final int TEXT_ID_BIT = 1 << 5;
    static final int REST_BIT = 1 << 6;
    /** Words of the longest order id that is text. */
    public static final int TEXT_WORDS = Message.MAX_TEXT_ID_BYTES / 8;

    private final NumberWriter out;
    private long seqNum;
    private long timeNanos;
    private long orderId;
    private long price;

    public MessageWriter(NumberWriter out) {
        this.out = out;
    }

    public void write(Message message) {
        Action action = message.action();
        out.octet(flags(message));
        out.signed(message.seqNum() - seqNum);
        out.signed(message.timeNanos() - timeNanos);
        seqNum = message.seqNum();
        timeNanos = message.timeNanos();
        if (message.hasTextId()) {
            out.text(message.words(), message.at() + Message.WORDS, TEXT_WORDS);
        } else if (action != Action.IMAGE) {
            out.signed(message.orderId() - orderId);
            orderId = message.orderId();
        }
        writeValues(message, action);
    }

    private void writeValues(Message message, Action action) {
        if (action.hasPrice()) {
            out.signed(message.price() - price);
            price = message.price();
        }
        if (action.hasQuantity()) {
            out.number(message.quantity());
        }
        if (message.rest() != 0) {
            out.word(message.rest());
        }
    }

    private static int flags(Message message) {
        return message.action().code()
                | (message.side().bit() << SIDE_SHIFT)
                | (message.isImage() ? IMAGE_BIT : 0)
                | (message.hasTextId() ? TEXT_ID_BIT : 0)
                | (message.rest() != 0 ? REST_BIT : 0);
    }
}
