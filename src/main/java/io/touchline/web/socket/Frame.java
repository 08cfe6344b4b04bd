package io.touchline.web.socket;

/** What is sent to a client in one piece. */
@FunctionalInterface
interface Frame {

    /** The JSON text in UTF-8, which nobody changes; made by a sender, outside of all locks. */
    byte[] utf8();
}
