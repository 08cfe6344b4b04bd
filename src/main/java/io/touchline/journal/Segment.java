package io.touchline.journal;

/**
 * One file of a journal.
 *
 * @param first the number of its first record
 * @param bytes its size, the header included
 * @param createdNanos when it was begun, with its first record: nanoseconds since the epoch, UTC
 */
public record Segment(long first, long bytes, long createdNanos) {}
