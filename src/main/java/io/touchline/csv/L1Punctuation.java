package io.touchline.csv;

import java.nio.charset.StandardCharsets;

/** What stands between the values of a row of level 1 in each {@link L1Format}. */
final class L1Punctuation {

    private static final String COLUMNS = "time,bid_price,ask_price,bid_size,ask_size,seq_num\n";

    final byte[] header;
    final byte[] beforeTime;
    final byte[] beforeBidPrice;
    final byte[] beforeAskPrice;
    final byte[] beforeBidSize;
    final byte[] beforeAskSize;
    final byte[] beforeSeqNum;
    final byte[] end;
    final byte[] noPrice;
    private final boolean json;

    private L1Punctuation(boolean json, String header, String noPrice, String... between) {
        this.json = json;
        this.header = bytes(header);
        this.noPrice = bytes(noPrice);
        beforeTime = bytes(between[0]);
        beforeBidPrice = bytes(between[1]);
        beforeAskPrice = bytes(between[2]);
        beforeBidSize = bytes(between[3]);
        beforeAskSize = bytes(between[4]);
        beforeSeqNum = bytes(between[5]);
        end = bytes(between[6]);
    }

    static L1Punctuation of(L1Format format, boolean symbols) {
        return format == L1Format.CSV ? csv(symbols) : json(symbols);
    }

    private static L1Punctuation csv(boolean symbols) {
        String header = symbols ? "symbol," + COLUMNS : COLUMNS;
        return new L1Punctuation(false, header, "", symbols ? "," : "", ",", ",", ",", ",", ",", "\n");
    }

    private static L1Punctuation json(boolean symbols) {
        return new L1Punctuation(
                true,
                "",
                "null",
                symbols ? ",\"time\":\"" : "{\"time\":\"",
                "\",\"bid_price\":",
                ",\"ask_price\":",
                ",\"bid_size\":",
                ",\"ask_size\":",
                ",\"seq_num\":\"",
                "\"}\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** What a row of a symbol starts with; symbols have no control characters. */
    String symbol(String name) {
        if (json) {
            return JsonSymbol.member(name);
        }
        boolean quoted = name.indexOf(',') >= 0 || name.indexOf('"') >= 0;
        return quoted ? '"' + name.replace("\"", "\"\"") + '"' : name;
    }
}
