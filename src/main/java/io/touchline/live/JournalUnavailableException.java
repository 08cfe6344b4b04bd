package io.touchline.live;

import org.jspecify.annotations.Nullable;

/** No messages are taken; the reason says why, and what became of those of the request. Reads go on, unless the books are closed. */
public final class JournalUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public JournalUnavailableException(Reason reason, @Nullable Throwable cause) {
        super(reason.text, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why no messages are taken. */
    public enum Reason {
        /** The journal cannot be written, and comes back by itself; nothing of the request was kept or applied. */
        DISK("the journal cannot be written"),
        /** The topic that is the journal cannot be written, and comes back by itself; nothing of the request was kept or applied. */
        TOPIC("the level 3 topic cannot be written"),
        /** A thread met what must not happen; what was in the journal by then is applied by the next start, all else was not kept. */
        BROKEN("the books met what must not happen: no messages are taken until a restart"),
        /** The books are closed; nothing of the request was kept or applied. */
        CLOSED("the books are closed");

        private final String text;

        Reason(String text) {
            this.text = text;
        }
    }
}
