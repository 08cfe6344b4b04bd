package io.touchline.live;

import io.touchline.binary.MessageWriter;
import io.touchline.binary.NumberWriter;
import io.touchline.feed.LimitExceededException;
import io.touchline.feed.LimitExceededException.Limit;
import io.touchline.feed.Message;
import io.touchline.feed.Symbols;
import java.nio.charset.StandardCharsets;

/**
 * Writes a journal record. One thread.
 *
 * <pre>
 * record    kind 1 byte | symbol, its length before it | what the kind has
 * MESSAGES  messages up to the end, see {@link MessageWriter}
 * RELEASE   seq_num, number of the record that created the book
 * FORGET    nothing
 * SETTINGS  window, rows held at most, resting orders at most; the symbol is empty
 * </pre>
 */
public final class RecordWriter {

    private static final int USUAL_BYTES = 96;

    private final NumberWriter out = new NumberWriter(USUAL_BYTES);
    private final MessageWriter messages = new MessageWriter(out);

    /**
     * Starts a record.
     *
     * @param symbol 1 to 64 bytes of UTF-8; empty for a record about all books
     */
    public RecordWriter(RecordKind kind, String symbol) {
        byte[] name = symbol.getBytes(StandardCharsets.UTF_8);
        if (name.length > Symbols.MAX_BYTES || (name.length == 0 && kind != RecordKind.SETTINGS)) {
            throw new IllegalArgumentException("symbol: expected 1 to " + Symbols.MAX_BYTES + " bytes of UTF-8");
        }
        out.octet(kind.code());
        out.octets(name);
    }

    /** A record that lets packets of this book go, and not those of one that may take its place meanwhile. */
    static RecordWriter release(LiveBook book, long upTo) {
        RecordWriter record = new RecordWriter(RecordKind.RELEASE, book.symbol());
        record.out.number(upTo);
        record.out.number(book.firstRecord());
        return record;
    }

    /** A record of the settings that decide what becomes of messages. */
    static RecordWriter settings(FeedLimits limits) {
        RecordWriter record = new RecordWriter(RecordKind.SETTINGS, "");
        limits.write(record.out);
        return record;
    }

    void message(Message message) {
        messages.write(message);
    }

    void checkAtMost(int maxBytes) {
        if (out.length() > maxBytes) {
            throw new LimitExceededException(Limit.REQUEST_BYTES, maxBytes, 0);
        }
    }

    /** The record is the first {@link #length} of these. */
    public byte[] bytes() {
        return out.bytes();
    }

    public int length() {
        return out.length();
    }
}
