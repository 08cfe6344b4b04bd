package io.touchline.web.socket;

/** Puts the parts of a frame together. One thread at a time. */
final class TextParts {

    private static final int KEPT = 8 << 10;

    private final int most;
    private StringBuilder text = new StringBuilder();

    /**
     * No parts yet.
     *
     * @param most how many characters a frame may have
     */
    TextParts(int most) {
        this.most = most;
    }

    /** Adds a part; answers whether the frame has room for it. */
    boolean add(String part) {
        if (part.length() > most - text.length()) {
            text = new StringBuilder();
            return false;
        }
        text.append(part);
        return true;
    }

    /** The whole frame; the next part begins another. */
    String take() {
        String whole = text.toString();
        if (text.capacity() > KEPT) {
            text = new StringBuilder();
        }
        text.setLength(0);
        return whole;
    }
}
