package io.touchline.live;

import io.touchline.feed.Action;
import io.touchline.feed.LimitExceededException;
import io.touchline.feed.LimitExceededException.Limit;
import io.touchline.feed.Message;
import io.touchline.feed.Symbols;
import java.nio.charset.StandardCharsets;

/**
 * Writes a journal record: its kind, its symbol, then messages, each as what differs from the one before. One thread.
 *
 * <pre>
 * record    kind 1 byte | symbol, its length before it | what the kind has: messages up to the end, or numbers
 * message   flags 1 byte: action 3 bits | side 1 | image 1 | text id 1 | digest 1
 *           seq_num, time                               signed, less the message before's
 *           order id, less the message before's; or text, its length before it    unless an empty image
 *           price, less the message before's            where the action has one
 *           quantity                                    where the action has one
 *           digest of the cells that are not decoded    8 bytes, unless it is 0
 * </pre>
 */
final class RecordWriter {

    static final int ACTION_MASK = 7;
    static final int SIDE_BIT = 1 << 3;
    static final int IMAGE_BIT = 1 << 4;
    static final int TEXT_ID_BIT = 1 << 5;
    static final int REST_BIT = 1 << 6;

    private static final int USUAL_BYTES = 96;

    private final NumberWriter out = new NumberWriter(USUAL_BYTES);
    private long seqNum;
    private long timeNanos;
    private long orderId;
    private long price;

    RecordWriter(RecordKind kind, String symbol) {
        byte[] name = symbol.getBytes(StandardCharsets.UTF_8);
        if (name.length > Symbols.MAX_BYTES) {
            throw new IllegalArgumentException("symbol: expected at most " + Symbols.MAX_BYTES + " bytes of UTF-8");
        }
        out.octet(kind.code());
        out.octets(name);
    }

    /** A record that holds no more than a sequence number. */
    static RecordWriter release(String symbol, long upTo) {
        RecordWriter record = new RecordWriter(RecordKind.RELEASE, symbol);
        record.out.number(upTo);
        return record;
    }

    /** A record of the settings that decide what becomes of messages. */
    static RecordWriter settings(FeedLimits limits) {
        RecordWriter record = new RecordWriter(RecordKind.SETTINGS, "");
        limits.write(record.out);
        return record;
    }

    void message(Message message) {
        Action action = message.action();
        long rest = message.rest();
        out.octet(flags(message, rest));
        out.signed(message.seqNum() - seqNum);
        out.signed(message.timeNanos() - timeNanos);
        seqNum = message.seqNum();
        timeNanos = message.timeNanos();
        if (message.hasTextId()) {
            out.text(message.words(), message.at() + Message.WORDS, Message.MAX_TEXT_ID_BYTES / 8);
        } else if (action != Action.IMAGE) {
            out.signed(message.orderId() - orderId);
            orderId = message.orderId();
        }
        values(message, action, rest);
    }

    private void values(Message message, Action action, long rest) {
        if (action.hasPrice()) {
            out.signed(message.price() - price);
            price = message.price();
        }
        if (action.hasQuantity()) {
            out.number(message.quantity());
        }
        if (rest != 0) {
            out.word(rest);
        }
    }

    private static int flags(Message message, long rest) {
        return message.action().code()
                | (message.side().bit() * SIDE_BIT)
                | (message.isImage() ? IMAGE_BIT : 0)
                | (message.hasTextId() ? TEXT_ID_BIT : 0)
                | (rest != 0 ? REST_BIT : 0);
    }

    void checkAtMost(int maxBytes) {
        if (out.length() > maxBytes) {
            throw new LimitExceededException(Limit.REQUEST_BYTES, maxBytes, 0);
        }
    }

    /** The record is the first {@link #length} of these. */
    byte[] bytes() {
        return out.bytes();
    }

    int length() {
        return out.length();
    }
}
