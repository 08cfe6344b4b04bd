package io.touchline.web.socket;

/** What is sent to a client in one piece. */
@FunctionalInterface
interface Frame {

    /** The JSON text; made by a sender, outside of all locks. */
    String text();
}
