package io.touchline.web.socket;

/** What one connection is about. {@link #received} is called by one thread at a time, the rest by any. */
interface Conversation {

    /** A frame of text came. */
    void received(String text);

    /** Whether so much is under way that nothing more should be read. */
    boolean isFull();

    /** Whether the client is told every now and then that the connection lives. */
    boolean hasHeartbeat();

    /** The service stops: finishes what is under way, then the connection. */
    void goAway();

    /** The connection is over. May be called again. */
    void ended();

    /** Begins conversations. */
    @FunctionalInterface
    interface Opening {

        Conversation open(Connection connection);
    }
}
