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

    private static final char FIRST_OF_TWO_BYTES = 0x80;

    private BookNames() {}

    /** Whether a book may have this symbol. */
    public static boolean isName(String symbol) {
        if (symbol.isEmpty() || symbol.length() > Symbols.MAX_BYTES || symbol.equals(SubscriptionRequest.ALL)) {
            return false;
        }
        int highest = 0;
        for (int i = 0; i < symbol.length(); i++) {
            if (symbol.charAt(i) < ' ') {
                return false;
            }
            highest = Math.max(highest, symbol.charAt(i));
        }
        return highest < FIRST_OF_TWO_BYTES || bytes(symbol) <= Symbols.MAX_BYTES;
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
