package io.touchline.topic;

import io.touchline.binary.NumberReader;
import io.touchline.binary.NumberWriter;

/**
 * Who waits for an answer, and to what.
 *
 * @param asker a number of the process that asks, drawn at random when it starts
 * @param number counts its questions
 */
public record Question(long asker, long number) {

    static Question read(NumberReader in) {
        return new Question(in.word(), in.number());
    }

    void write(NumberWriter out) {
        out.word(asker);
        out.number(number);
    }
}
