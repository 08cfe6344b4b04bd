package io.touchline.csv;

import io.touchline.book.OrderBook;
import io.touchline.feed.Quote;
import java.nio.charset.StandardCharsets;

/** A JSON object in a line, with the columns' names: prices and sizes numbers, time, symbol and sequence number strings. One thread. */
final class JsonRow implements L1Row {

    private static final String FIRST = "\"time\":\"";
    private static final byte[] BID_PRICE = ascii("\",\"bid_price\":");
    private static final byte[] ASK_PRICE = ascii(",\"ask_price\":");
    private static final byte[] BID_SIZE = ascii(",\"bid_size\":");
    private static final byte[] ASK_SIZE = ascii(",\"ask_size\":");
    private static final byte[] SEQ_NUM = ascii(",\"seq_num\":\"");
    private static final byte[] END = ascii("\"}\n");
    private static final byte[] NO_PRICE = ascii("null");

    private final byte[] beforeTime;
    private final TimeText time = new TimeText();
    private final SeqNumText seqNum = new SeqNumText();

    /** @param symbols whether rows have one */
    JsonRow(boolean symbols) {
        beforeTime = ascii(symbols ? "" : '{' + FIRST);
    }

    @Override
    public byte[] header() {
        return new byte[0];
    }

    @Override
    public byte[] start(String symbol) {
        return (JsonSymbol.member(symbol) + ',' + FIRST).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int write(Quote quote, byte[] to, int at) {
        int p = time.write(quote.timeNanos(), to, Bytes.put(to, at, beforeTime));
        p = price(quote.bidPrice(), to, Bytes.put(to, p, BID_PRICE));
        p = price(quote.askPrice(), to, Bytes.put(to, p, ASK_PRICE));
        p = Decimals.writeQuantity(quote.bidQuantity(), to, Bytes.put(to, p, BID_SIZE));
        p = Decimals.writeQuantity(quote.askQuantity(), to, Bytes.put(to, p, ASK_SIZE));
        p = seqNum.write(quote.seqNum(), to, Bytes.put(to, p, SEQ_NUM));
        return Bytes.put(to, p, END);
    }

    private static int price(long price, byte[] to, int at) {
        return price == OrderBook.NO_PRICE ? Bytes.put(to, at, NO_PRICE) : Decimals.writePrice(price, to, at);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
