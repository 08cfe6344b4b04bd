package io.touchline.topic;

import io.touchline.csv.JsonSymbol;
import io.touchline.csv.L1Format;
import io.touchline.csv.L1Writer;
import io.touchline.feed.Quote;
import io.touchline.live.Emit;
import io.touchline.live.LiveBook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes values of the level 1 topic, JSON in UTF-8, whose key is the symbol: one per packet's quote, and one for a book that is forgotten, which takes
 * the packet's number behind the last. One thread; one object serves many books.
 *
 * <pre>
 * {"symbol":"ABC","book":17,"packet":900,"n":812,"changed":true,"time":"...","bid_price":0.27,"ask_price":0.275,"bid_size":100,"ask_size":50,"seq_num":"1"}
 * {"symbol":"ABC","book":17,"packet":901,"forgotten":true}
 * </pre>
 *
 * <p>{@code book} is the number of the record that made the book, {@code packet} counts the book's quotes from 1 without a hole, {@code n} those that
 * {@code changed} a value. What has packet 1 also names the book before it, {@code "previous":0} when there was none, so that a reader can tell
 * whether it has seen all of that one.
 */
public final class L1RecordWriter {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final L1Writer values = new L1Writer(bytes, L1Format.NDJSON, null);

    /** The value that tells a book's quote, which the book already counts. */
    public byte[] quote(LiveBook book, long previous, Quote quote, boolean changed) {
        long packet = book.n(Emit.PACKET);
        String head = head(book, previous, packet) + ",\"n\":" + book.n(Emit.CHANGE) + ",\"changed\":" + changed;
        return join(head.getBytes(StandardCharsets.UTF_8), values(quote));
    }

    /** The value that tells that a book is forgotten. */
    public byte[] forgotten(LiveBook book, long previous) {
        String value = head(book, previous, book.n(Emit.PACKET) + 1) + ",\"forgotten\":true}";
        return value.getBytes(StandardCharsets.UTF_8);
    }

    private static String head(LiveBook book, long previous, long packet) {
        String before = packet == 1 ? ",\"previous\":" + previous : "";
        return JsonSymbol.member(book.symbol()) + ",\"book\":" + book.firstRecord() + before + ",\"packet\":" + packet;
    }

    /** The line that level 1 has for a quote: an object and a line end. */
    private byte[] values(Quote quote) {
        try {
            values.write(quote);
            values.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] line = bytes.toByteArray();
        bytes.reset();
        return line;
    }

    /** Puts a comma in the place of the object's brace, and leaves the line end out. */
    private static byte[] join(byte[] head, byte[] line) {
        byte[] value = new byte[head.length + line.length - 1];
        System.arraycopy(head, 0, value, 0, head.length);
        System.arraycopy(line, 0, value, head.length, line.length - 1);
        value[head.length] = ',';
        return value;
    }
}
