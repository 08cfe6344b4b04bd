package io.touchline.web.socket;

import org.jspecify.annotations.Nullable;

/** A place in an {@link Outbox}, at which something is sent when its turn comes. All methods are called with the outbox locked. */
interface Entry {

    /** Whether what is to be sent here is known; while it is not, nothing behind it is sent. */
    default boolean isReady() {
        return true;
    }

    /** What is sent; null when it is not wanted any more. */
    @Nullable
    Frame take();

    /** How many characters it holds in memory on its own; 0 for quotes, which are shared. */
    default int characters() {
        return 0;
    }
}
