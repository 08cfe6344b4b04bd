package io.touchline.web.live;

import io.touchline.csv.Decimals;
import io.touchline.csv.Times;
import io.touchline.live.LiveQuote;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.io.JsonStringEncoder;

/** Quotes as JSON on every wire. The text of a quote is made once and shared by all that send it; what is of one client is put in between. Static. */
public final class QuoteJson {

    /** What stands behind {@code n}; within the text of a symbol every quotation mark has a backslash in front, so it is found there alone. */
    private static final String TIME = ",\"time\":\"";

    private QuoteJson() {}

    /**
     * A quote's text.
     *
     * @param snapshot whether it is the quote that was the last when its subscription began
     * @param merged how many quotes it stands for besides itself
     */
    public static String text(LiveQuote quote, boolean snapshot, long merged) {
        String shared = new String(quote.rendered(QuoteJson::render), StandardCharsets.UTF_8);
        if (!snapshot && merged == 0) {
            return shared;
        }
        int behindN = shared.indexOf(TIME);
        return shared.substring(0, behindN)
                + (snapshot ? ",\"snapshot\":true" : "")
                + (merged > 0 ? ",\"merged\":" + merged : "")
                + shared.substring(behindN);
    }

    /** As {@link #text}, in UTF-8; never to be changed, since others send the same bytes. */
    public static byte[] utf8(LiveQuote quote, boolean snapshot, long merged) {
        return snapshot || merged > 0
                ? text(quote, snapshot, merged).getBytes(StandardCharsets.UTF_8)
                : quote.rendered(QuoteJson::render);
    }

    private static byte[] render(LiveQuote quote) {
        String text = "{\"type\":\"quote\",\"symbol\":" + quoted(quote.symbol())
                + ",\"n\":" + quote.n()
                + TIME + Times.text(quote.timeNanos())
                + "\",\"bid_price\":" + (quote.hasBid() ? Decimals.priceText(quote.bidPrice()) : "null")
                + ",\"ask_price\":" + (quote.hasAsk() ? Decimals.priceText(quote.askPrice()) : "null")
                + ",\"bid_size\":" + Decimals.quantityText(quote.bidQuantity())
                + ",\"ask_size\":" + Decimals.quantityText(quote.askQuantity())
                + ",\"seq_num\":\"" + quote.seqNum() + "\"}";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A text as a JSON string. */
    public static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
    }
}
