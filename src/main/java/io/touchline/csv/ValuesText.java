package io.touchline.csv;

import io.touchline.book.OrderBook;
import io.touchline.feed.Quote;

/**
 * Writes the four values of a quote that are often those of the one before, with what stands around them: their text is kept. One thread; allocates
 * nothing once made.
 */
final class ValuesText {

    /** Two prices of up to 22 bytes, two sizes likewise, and what stands around them; writing may pass its end by seven bytes. */
    private static final int LONGEST = 192;

    private final L1Punctuation punctuation;
    private final PriceText bidPrice = new PriceText();
    private final PriceText askPrice = new PriceText();
    private final Quote kept = new Quote();
    private final byte[] text = new byte[LONGEST];
    private int length;

    ValuesText(L1Punctuation punctuation) {
        this.punctuation = punctuation;
        render();
    }

    /** Writes what stands between the time and the sequence number; answers where it ends. Up to {@value #LONGEST} bytes are written. */
    int write(Quote quote, byte[] to, int at) {
        if (!quote.sameValues(kept)) {
            kept.valuesOf(quote);
            render();
        }
        for (int i = 0; i < length; i += 8) {
            Bytes.put(to, at + i, Bytes.longAt(text, i));
        }
        return at + length;
    }

    private void render() {
        int p = price(bidPrice, kept.bidPrice(), put(punctuation.beforeBidPrice, 0));
        p = price(askPrice, kept.askPrice(), put(punctuation.beforeAskPrice, p));
        p = Decimals.writeQuantity(kept.bidQuantity(), text, put(punctuation.beforeBidSize, p));
        p = Decimals.writeQuantity(kept.askQuantity(), text, put(punctuation.beforeAskSize, p));
        length = put(punctuation.beforeSeqNum, p);
    }

    private int price(PriceText side, long price, int at) {
        return price == OrderBook.NO_PRICE ? put(punctuation.noPrice, at) : side.write(price, text, at);
    }

    private int put(byte[] part, int at) {
        return Bytes.put(text, at, part);
    }
}
