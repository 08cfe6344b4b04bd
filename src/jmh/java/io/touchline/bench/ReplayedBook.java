package io.touchline.bench;

import io.touchline.feed.Message;
import org.openjdk.jmh.infra.Blackhole;

/** A book to which decoded messages are applied. */
interface ReplayedBook {

    void apply(Message message);

    /** Takes the order that a message names off the book, if it is there. */
    void delete(Message message);

    /** Reads the best bid and offer and their quantities. */
    void look(Blackhole blackhole);
}
