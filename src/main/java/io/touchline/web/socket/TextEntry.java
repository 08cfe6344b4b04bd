package io.touchline.web.socket;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A text that is known or will be: an answer whose place is kept while it is made. */
final class TextEntry implements Entry {

    private @Nullable String text;

    /** An answer that is not known yet. */
    TextEntry() {}

    TextEntry(String text) {
        this.text = text;
    }

    /** Makes the answer known; with the outbox locked. */
    void fill(String answer) {
        text = answer;
    }

    @Override
    public boolean isReady() {
        return text != null;
    }

    @Override
    public @Nullable Frame take() {
        String taken = text;
        return taken == null ? null : () -> taken.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int characters() {
        return text == null ? 0 : text.length();
    }
}
