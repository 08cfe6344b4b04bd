package io.touchline.topic;

import io.touchline.live.Applied;
import io.touchline.live.BookState;
import io.touchline.live.Depth;
import org.jspecify.annotations.Nullable;

/** What came of a record of the level 3 topic; record numbers count the records of a symbol, from 1. */
public sealed interface Reply {

    /** Messages were applied. */
    record Messages(Applied applied) implements Reply {}

    /**
     * A book is forgotten.
     *
     * @param record the number of the record that did it; 0 when there was no such book
     */
    record Forgotten(long record) implements Reply {}

    /**
     * The state of a book.
     *
     * @param state null when there is none
     * @param book the number of the record that made it; 0 when there is none
     */
    record State(@Nullable BookState state, long book) implements Reply {}

    /** Price levels of a book; null when there is none. */
    record Levels(@Nullable Depth depth) implements Reply {}
}
