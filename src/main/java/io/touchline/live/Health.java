package io.touchline.live;

import io.touchline.live.JournalUnavailableException.Reason;
import org.jspecify.annotations.Nullable;

/** Whether requests can be taken. Any thread; tells each change once. */
public final class Health {

    private final LiveEvents events;
    private final Reason reason;
    private volatile @Nullable Exception failure;
    private volatile @Nullable Throwable broken;

    private Health(LiveEvents events, Reason reason) {
        this.events = events;
        this.reason = reason;
    }

    /** Of a journal on a disk. */
    static Health ofDisk(LiveEvents events) {
        return new Health(events, Reason.DISK);
    }

    /** Of a journal that is a topic. */
    public static Health ofTopic(LiveEvents events) {
        return new Health(events, Reason.TOPIC);
    }

    public boolean isWritable() {
        return failure == null && broken == null;
    }

    /**
     * Lets a request pass.
     *
     * @throws JournalUnavailableException when none can be taken
     */
    public void check() {
        if (broken != null) {
            throw new JournalUnavailableException(Reason.BROKEN, broken);
        }
        if (failure != null) {
            throw new JournalUnavailableException(reason, failure);
        }
    }

    /** The journal could not be written. */
    public synchronized JournalUnavailableException failed(Exception cause) {
        if (failure == null) {
            failure = cause;
            events.journalFailed(cause);
        }
        return new JournalUnavailableException(reason, cause);
    }

    /** The journal could be written. */
    public void works() {
        if (failure != null) {
            recover();
        }
    }

    private synchronized void recover() {
        if (failure != null) {
            failure = null;
            events.journalRecovered();
        }
    }

    boolean hasFailed() {
        return failure != null;
    }

    /** What must not happen did: nothing is taken any more. */
    public synchronized JournalUnavailableException broke(Throwable cause) {
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
