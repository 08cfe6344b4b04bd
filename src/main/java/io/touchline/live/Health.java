package io.touchline.live;

import io.touchline.live.JournalUnavailableException.Reason;
import org.jspecify.annotations.Nullable;

/** Whether requests can be taken. Any thread; tells each change once. */
final class Health {

    private final LiveEvents events;
    private volatile @Nullable Exception diskFailure;
    private volatile @Nullable Throwable broken;

    Health(LiveEvents events) {
        this.events = events;
    }

    boolean isWritable() {
        return diskFailure == null && broken == null;
    }

    /**
     * Lets a request pass.
     *
     * @throws JournalUnavailableException when none can be taken
     */
    void check() {
        if (broken != null) {
            throw new JournalUnavailableException(Reason.BROKEN, broken);
        }
        if (diskFailure != null) {
            throw new JournalUnavailableException(Reason.DISK, diskFailure);
        }
    }

    /** The journal could not be written. */
    synchronized JournalUnavailableException diskFailed(Exception cause) {
        if (diskFailure == null) {
            diskFailure = cause;
            events.journalFailed(cause);
        }
        return new JournalUnavailableException(Reason.DISK, cause);
    }

    /** The journal could be written. */
    void diskWorks() {
        if (diskFailure != null) {
            recover();
        }
    }

    private synchronized void recover() {
        diskFailure = null;
        events.journalRecovered();
    }

    boolean hasDiskFailed() {
        return diskFailure != null;
    }

    /** What must not happen did: nothing is taken any more. */
    synchronized JournalUnavailableException broke(Throwable cause) {
        if (broken == null) {
            broken = cause;
            events.broken(cause);
        }
        return new JournalUnavailableException(Reason.BROKEN, cause);
    }

    /** Throws what must not have happened, if anything did. */
    void checkNotBroken() {
        Throwable cause = broken;
        if (cause != null) {
            throw new IllegalStateException("the books could not be brought back: " + cause.getMessage(), cause);
        }
    }
}
