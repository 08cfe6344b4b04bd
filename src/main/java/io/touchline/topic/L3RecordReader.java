package io.touchline.topic;

import io.touchline.binary.MessageReader;
import io.touchline.binary.NumberReader;
import io.touchline.book.OrderBook;
import io.touchline.book.OrderIds;
import io.touchline.feed.Message;
import io.touchline.feed.Symbols;
import io.touchline.live.LiveRequest;
import io.touchline.live.RecordKind;
import io.touchline.live.SubscriptionRequest;
import io.touchline.topic.L3Record.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads keys and values of the level 3 topic, to which anybody may write: all that is wrong with one is found before a book hears of it. One thread.
 */
public final class L3RecordReader {

    private final NumberReader in = new NumberReader();
    private final MessageReader messages = new MessageReader();
    private final TextMessages texts = new TextMessages();

    /**
     * The symbol that a key names.
     *
     * @throws UnreadableRecordException when no book can have it
     */
    public static String symbol(byte[] key) {
        try {
            String symbol = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(key))
                    .toString();
            if (key.length >= 1
                    && key.length <= Symbols.MAX_BYTES
                    && symbol.chars().allMatch(c -> c >= ' ')
                    && !symbol.equals(SubscriptionRequest.ALL)) {
                return symbol;
            }
        } catch (CharacterCodingException e) {
            // told below, as for any other key
        }
        throw new UnreadableRecordException("key: expected a symbol of 1 to " + Symbols.MAX_BYTES
                + " bytes of UTF-8 without control characters, other than *");
    }

    /**
     * Reads a value.
     *
     * @param symbol the key, which all that it holds must be about
     * @throws UnreadableRecordException when it cannot be read to its end
     */
    public L3Record read(String symbol, byte[] value) {
        if (value.length == 0) {
            throw new UnreadableRecordException("value: expected a record or a text, found nothing");
        }
        if (value[0] != L3Record.VERSION) {
            LiveRequest request = texts.read(symbol, value);
            in.moveTo(request.bytes(), 0, request.length());
            return record(null, symbol, request.bytes(), request.length());
        }
        try {
            return binary(symbol, value);
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            throw new UnreadableRecordException("value: expected a whole record, found one that is cut or damaged");
        }
    }

    private L3Record binary(String symbol, byte[] value) {
        in.moveTo(value, 1, value.length);
        Question question = Question.read(in);
        int what = in.octet();
        if (what == What.RECORD.code()) {
            return record(question, symbol, value, value.length);
        }
        int from = in.position();
        if (what == What.DEPTH.code()) {
            in.integer();
        } else if (what != What.STATE.code()) {
            throw new UnreadableRecordException("value: expected 1, 2 or 3 for what is asked, found " + what);
        }
        checkEnd();
        return new L3Record(question, what == What.DEPTH.code() ? Kind.DEPTH : Kind.STATE, value, from, value.length);
    }

    private L3Record record(@Nullable Question question, String symbol, byte[] bytes, int to) {
        int kind = in.octet();
        if (!in.isNext(symbol.getBytes(StandardCharsets.UTF_8))) {
            throw new UnreadableRecordException("value: expected a record of the book that the key names");
        }
        int from = in.position();
        if (kind == RecordKind.FORGET.code()) {
            checkEnd();
            return new L3Record(question, Kind.FORGET, bytes, from, to);
        }
        if (kind != RecordKind.MESSAGES.code()) {
            throw new UnreadableRecordException("value: expected a record of kind 1 or 3, found " + kind);
        }
        checkMessages();
        return new L3Record(question, Kind.MESSAGES, bytes, from, to);
    }

    private void checkMessages() {
        messages.moveTo(in);
        for (int index = 0; in.hasMore(); index++) {
            if (!isPossible(messages.read(0))) {
                throw new UnreadableRecordException(
                        "value: expected messages of level 3, found none of it in " + index);
            }
        }
    }

    /** Whether a message has nothing but what a reader of CSV lets through. */
    private static boolean isPossible(Message message) {
        return message.seqNum() >= 0
                && message.quantity() >= 0
                && message.price() != OrderBook.NO_PRICE
                && (message.hasTextId() || !OrderIds.isHandle(message.orderId()));
    }

    private void checkEnd() {
        if (in.hasMore()) {
            throw new UnreadableRecordException("value: expected its end, found more");
        }
    }
}
