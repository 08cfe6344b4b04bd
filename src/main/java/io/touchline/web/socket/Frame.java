package io.touchline.web.socket;

import java.nio.charset.StandardCharsets;

/** What is sent to a client in one piece. */
@FunctionalInterface
interface Frame {

    /** The JSON text; made by a sender, outside of all locks. */
    String text();

    /** The text in UTF-8, which nobody changes. */
    default byte[] utf8() {
        return text().getBytes(StandardCharsets.UTF_8);
    }
}
