package io.touchline.web.socket;

import io.touchline.live.LiveQuote;
import io.touchline.web.live.QuoteJson;

/**
 * A quote to be sent.
 *
 * @param snapshot whether it is the quote that was the last when its subscription began, or stands for it
 * @param merged how many quotes it stands for besides itself
 */
record QuoteFrame(LiveQuote quote, boolean snapshot, long merged) implements Frame {

    @Override
    public byte[] utf8() {
        return QuoteJson.utf8(quote, snapshot, merged);
    }
}
