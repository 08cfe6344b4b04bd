package io.touchline.web.live;

import io.touchline.live.LiveQuote;
import java.nio.charset.StandardCharsets;

/** The events of a stream as text. Static. */
final class EventText {

    /** What a stream starts with: browsers come again a second after a cut. */
    static final byte[] START = bytes("retry: 1000\n\n");

    static final byte[] HEARTBEAT = bytes(": heartbeat\n\n");
    static final byte[] LAGGING = event("lagging", "{\"type\":\"lagging\"}");
    static final byte[] CLOSING = event("closing", "{\"type\":\"closing\",\"reason\":\"the service stops\"}");

    private EventText() {}

    static byte[] quote(LiveQuote quote, boolean snapshot, long merged) {
        return bytes("id: " + quote.n() + "\ndata: " + QuoteJson.text(quote, snapshot, merged) + "\n\n");
    }

    static byte[] tooOld(String symbol, long oldest) {
        return event(
                "too_old",
                "{\"type\":\"too_old\",\"symbol\":" + QuoteJson.quoted(symbol) + ",\"oldest\":" + oldest + "}");
    }

    static byte[] forgotten(String symbol) {
        return event("forgotten", "{\"type\":\"forgotten\",\"symbol\":" + QuoteJson.quoted(symbol) + "}");
    }

    private static byte[] event(String name, String data) {
        return bytes("event: " + name + "\ndata: " + data + "\n\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
