package io.touchline.demo;

import java.util.Arrays;
import java.util.Optional;

/** How fast the demo is played, against the times that its messages have. */
public enum DemoSpeed {
    /** As it would happen. */
    REAL("1x", 1),
    /** Ten seconds of it in one. */
    TENFOLD("10x", 10),
    /** As fast as the books take it. */
    MAX("max", 0);

    private final String text;
    private final int factor;

    DemoSpeed(String text, int factor) {
        this.text = text;
        this.factor = factor;
    }

    /** The speed that is called so. */
    public static Optional<DemoSpeed> of(String text) {
        return Arrays.stream(values()).filter(each -> each.text.equals(text)).findFirst();
    }

    /** How many seconds of the market pass in one; 0 for as many as can. */
    int factor() {
        return factor;
    }

    /** What it is called: {@code 1x}, {@code 10x} or {@code max}. */
    @Override
    public String toString() {
        return text;
    }
}
