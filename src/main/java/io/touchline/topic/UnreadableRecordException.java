package io.touchline.topic;

/** A value of the level 3 topic that nobody can read; nothing of it is applied. It has no stack trace. */
public final class UnreadableRecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableRecordException(String problem) {
        super(problem, null, false, false);
    }
}
