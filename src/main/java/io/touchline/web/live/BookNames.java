package io.touchline.web.live;

import io.touchline.feed.Symbols;
import io.touchline.live.SubscriptionRequest;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Which symbols a live book may have: 1 to 64 bytes of UTF-8 without control characters; {@code *} stands for all books. Static. */
public final class BookNames {

    /** What a symbol has to be, in words. */
    public static final String EXPECTED =
            "a symbol of 1 to " + Symbols.MAX_BYTES + " bytes of UTF-8 without control characters, other than *";

    private BookNames() {}

    /** Whether a book may have this symbol. */
    public static boolean isName(String symbol) {
        return !symbol.isEmpty()
                && symbol.length() <= Symbols.MAX_BYTES
                && !symbol.equals(SubscriptionRequest.ALL)
                && symbol.chars().allMatch(c -> c >= ' ')
                && bytes(symbol) <= Symbols.MAX_BYTES;
    }

    private static int bytes(String symbol) {
        try {
            return StandardCharsets.UTF_8
                    .newEncoder()
                    .encode(CharBuffer.wrap(symbol))
                    .remaining();
        } catch (CharacterCodingException e) {
            return Integer.MAX_VALUE;
        }
    }
}
