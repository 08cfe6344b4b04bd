package io.touchline.topic;

import io.touchline.binary.NumberReader;
import io.touchline.binary.NumberWriter;
import java.util.Arrays;

/**
 * One value of the answers topic, whose key is the symbol. A question whose record is applied again after a restart is answered again.
 *
 * <pre>
 * version 1 | asker 8 octets | number of the question | what 1 octet, as in the question | the reply, see ReplyCodec
 * </pre>
 */
public record Answer(Question question, Reply reply) {

    private static final int VERSION = 1;
    private static final int USUAL_BYTES = 96;

    /**
     * Reads a value.
     *
     * @param symbol the key
     * @throws IllegalStateException when another version wrote it
     */
    public static Answer read(String symbol, byte[] value) {
        NumberReader in = new NumberReader().moveTo(value, 0, value.length);
        int version = in.octet();
        if (version != VERSION) {
            throw new IllegalStateException("answer: expected version " + VERSION + ", found " + version);
        }
        return new Answer(Question.read(in), ReplyCodec.read(symbol, in));
    }

    /** The value. */
    public byte[] bytes() {
        NumberWriter out = new NumberWriter(USUAL_BYTES);
        out.octet(VERSION);
        question.write(out);
        ReplyCodec.write(reply, out);
        return Arrays.copyOf(out.bytes(), out.length());
    }
}
