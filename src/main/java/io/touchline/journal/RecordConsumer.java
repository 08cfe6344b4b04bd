package io.touchline.journal;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Takes the records that are read from a {@link Journal}, one by one and in order. */
@FunctionalInterface
public interface RecordConsumer {

    /**
     * Takes one record.
     *
     * @param number counted from 1 over the life of the journal
     * @param payload a view from its position to its limit, big-endian, valid during the call; index 0 is <em>not</em> where it starts
     */
    void record(long number, ByteBuffer payload) throws IOException;
}
