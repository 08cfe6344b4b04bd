package io.touchline.bench;

import io.touchline.feed.Message;
import org.openjdk.jmh.infra.Blackhole;

/** A book to which decoded messages are applied. */
interface ReplayedBook {

    void apply(Message message);

    /** Tells which messages come next: the records of {@code words} from one place to another. */
    void expect(long[] words, int from, int to, Blackhole blackhole);

    /** Takes the order that a message names off the book, if it is there. */
    void delete(Message message);

    /** Reads the best bid and offer and their quantities. */
    void look(Blackhole blackhole);
}
