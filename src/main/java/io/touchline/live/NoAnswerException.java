package io.touchline.live;

/** Whoever keeps the books did not answer in time; they may be well, and late. */
public final class NoAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Asked asked;

    public NoAnswerException(Asked asked) {
        super(asked.text);
        this.asked = asked;
    }

    public Asked asked() {
        return asked;
    }

    /** What is not answered, and so what became of it. */
    public enum Asked {
        /** A request that is durable: it will be applied, so it must not be sent again. */
        DURABLE("the request is durable and will be applied, but was not in time"),
        /** A request that nobody confirmed to be durable: it may be applied or not. */
        UNCONFIRMED("whether the request is durable is not known"),
        /** A question, which changes nothing. */
        QUESTION("the books did not answer the question in time");

        private final String text;

        Asked(String text) {
            this.text = text;
        }
    }
}
