package io.touchline.live;

/** Hears what a log or a histogram wants to know of live books; called by their threads, so it must never block. */
public interface LiveEvents {

    /** Nobody listens. */
    LiveEvents NONE = new LiveEvents() {};

    /**
     * A request was applied and its quotes were published.
     *
     * @param nanos since it was received
     */
    default void published(long nanos) {}

    /**
     * A group of requests was forced to the disk.
     *
     * @param nanos what it took
     */
    default void forced(long nanos, int requests) {}

    /** The journal cannot be written any more; told once until it can. */
    default void journalFailed(Exception cause) {}

    /** The journal can be written again. */
    default void journalRecovered() {}

    /** A snapshot of all books was written; replay starts at {@code record}. */
    default void snapshotWritten(long record, long nanos) {}

    /** A snapshot could not be written; the one before stays in force. */
    default void snapshotFailed(Exception cause) {}

    /** What need not be kept any more could not be deleted; told once until it can. */
    default void deletionFailed(Exception cause) {}

    /** A thread met what must not happen; nothing is written any more until a restart. */
    default void broken(Throwable cause) {}
}
