package io.touchline.web.socket;

import io.touchline.live.LiveQuote;
import org.jspecify.annotations.Nullable;

/** A quote of a stream that misses none. */
record QuoteEntry(QuoteStream stream, LiveQuote quote, boolean snapshot) implements Entry {

    @Override
    public @Nullable Frame take() {
        stream.outbox().quoteLeft();
        return stream.isEnded() ? null : new QuoteFrame(quote, snapshot, 0);
    }
}
