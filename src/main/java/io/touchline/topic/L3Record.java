package io.touchline.topic;

import io.touchline.binary.NumberReader;
import io.touchline.binary.NumberWriter;
import io.touchline.live.LiveRequest;
import io.touchline.live.RecordKind;
import io.touchline.live.RecordWriter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One value of the level 3 topic, whose key is the symbol. Immutable; any thread.
 *
 * <pre>
 * version 1 | asker 8 octets | number of the question | what 1 octet: 1 record, 2 state, 3 depth | body
 * record   a journal record: messages, or a book to be forgotten
 * depth    how many price levels
 * </pre>
 *
 * <p>A value that starts with another octet is text: level 3 as CSV with its header, gzip allowed, whose sender gets no answer.
 */
public final class L3Record {

    static final int VERSION = 1;

    private static final int HEAD_BYTES = 20;

    private final @Nullable Question question;
    private final Kind kind;
    private final byte[] bytes;
    private final int from;
    private final int to;

    /** A record whose body is {@code bytes[from..to]}; a null question for one that nobody waits for. */
    L3Record(@Nullable Question question, Kind kind, byte[] bytes, int from, int to) {
        this.question = question;
        this.kind = kind;
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    /** The value that hands messages in. */
    public static byte[] messages(Question question, LiveRequest request) {
        return record(question, request.bytes(), request.length());
    }

    /** The value that has a book forgotten. */
    public static byte[] forget(Question question, String symbol) {
        RecordWriter record = new RecordWriter(RecordKind.FORGET, symbol);
        return record(question, record.bytes(), record.length());
    }

    /** The value that asks for the state of a book. */
    public static byte[] state(Question question) {
        NumberWriter out = head(question, What.STATE, 0);
        return Arrays.copyOf(out.bytes(), out.length());
    }

    /** The value that asks for up to {@code levels} price levels of each side. */
    public static byte[] depth(Question question, int levels) {
        NumberWriter out = head(question, What.DEPTH, 0);
        out.number(levels);
        return Arrays.copyOf(out.bytes(), out.length());
    }

    private static byte[] record(Question question, byte[] record, int length) {
        NumberWriter head = head(question, What.RECORD, length);
        byte[] value = Arrays.copyOf(head.bytes(), head.length() + length);
        System.arraycopy(record, 0, value, head.length(), length);
        return value;
    }

    private static NumberWriter head(Question question, What what, int bodyBytes) {
        NumberWriter out = new NumberWriter(HEAD_BYTES + bodyBytes);
        out.octet(VERSION);
        question.write(out);
        out.octet(what.code());
        return out;
    }

    /** Who waits for an answer; null when nobody does. */
    public @Nullable Question question() {
        return question;
    }

    Kind kind() {
        return kind;
    }

    /** Moves a reader to the body: messages, how many levels, or nothing. */
    NumberReader body(NumberReader in) {
        return in.moveTo(bytes, from, to);
    }

    /** What is asked. */
    enum Kind {
        MESSAGES,
        FORGET,
        STATE,
        DEPTH
    }
}
