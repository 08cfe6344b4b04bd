package io.touchline.csv;

import java.nio.charset.StandardCharsets;

/** How an error shows the text that it found: in quotes, on one line, cut. */
public final class Found {

    private static final int LONGEST = 80;

    private Found() {}

    static String text(byte[] b, int from, int to) {
        int end = Math.min(to, from + 4 * LONGEST);
        return text(new String(b, from, end - from, StandardCharsets.UTF_8));
    }

    /** A text as an error shows it. */
    public static String text(String text) {
        StringBuilder shown = new StringBuilder("\"");
        text.codePoints().limit(LONGEST).forEach(c -> append(shown, c));
        boolean cut = text.codePointCount(0, text.length()) > LONGEST;
        return shown.append(cut ? "...\"" : "\"").toString();
    }

    private static void append(StringBuilder shown, int codePoint) {
        if (Character.isISOControl(codePoint)) {
            shown.append(String.format("\\u%04x", codePoint));
        } else {
            shown.appendCodePoint(codePoint);
        }
    }
}
