package io.touchline.binary;

import io.touchline.feed.Action;
import io.touchline.feed.Message;

/** Reads what a {@link MessageWriter} wrote, into one message that is reused. One thread; allocates nothing. */
public final class MessageReader {

    private final Message message = new Message();
    private NumberReader in = new NumberReader();
    private long seqNum;
    private long timeNanos;
    private long orderId;
    private long price;

    /** Starts with the first message. */
    public void moveTo(NumberReader in) {
        this.in = in;
        seqNum = 0;
        timeNanos = 0;
        orderId = 0;
        price = 0;
    }

    /** Reads the next message; its symbol is number 0. */
    public Message read(long line) {
        int flags = in.octet();
        Action action = Action.of(flags & MessageWriter.ACTION_MASK);
        seqNum += in.signed();
        timeNanos += in.signed();
        boolean textId = (flags & MessageWriter.TEXT_ID_BIT) != 0;
        if (textId) {
            in.text(message.words(), Message.WORDS, MessageWriter.TEXT_WORDS);
        } else if (action != Action.IMAGE) {
            orderId += in.signed();
        }
        price += action.hasPrice() ? in.signed() : 0;
        long quantity = action.hasQuantity() ? in.number() : 0;
        long rest = (flags & MessageWriter.REST_BIT) != 0 ? in.word() : 0;
        message.set(
                seqNum,
                timeNanos,
                textId || action == Action.IMAGE ? 0 : orderId,
                action.hasPrice() ? price : 0,
                quantity,
                rest,
                flags(flags, line, textId));
        return message;
    }

    private static long flags(int flags, long line, boolean textId) {
        boolean image = (flags & MessageWriter.IMAGE_BIT) != 0;
        int side = flags >>> MessageWriter.SIDE_SHIFT & 1;
        return Message.flags(line, 0, textId, image, side, flags & MessageWriter.ACTION_MASK);
    }
}
