package io.touchline.feed;

/** The symbols of a feed. */
public final class Symbols {
    private Symbols() {}
}
