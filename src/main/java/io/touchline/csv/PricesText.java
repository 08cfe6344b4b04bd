package io.touchline.csv;

import io.touchline.book.OrderBook;

/** Writes {@code ,0.27,0.275,} for two prices that are mostly those written before: their text is kept. One thread; allocates nothing once made. */
final class PricesText {

    private static final int USUAL = 16;
    /** Two prices of up to 22 bytes and three commas. */
    private static final int LONGEST = 48;

    private final byte[] text = new byte[LONGEST];
    private int length;
    private long bidPrice;
    private long askPrice;

    PricesText() {
        render(0, 0);
    }

    /** Writes both, a missing one as nothing; answers where they end. Up to {@value #LONGEST} bytes are written. */
    int write(long bidPrice, long askPrice, byte[] to, int at) {
        if (bidPrice != this.bidPrice || askPrice != this.askPrice) {
            render(bidPrice, askPrice);
        }
        Bytes.put(to, at, Bytes.longAt(text, 0));
        Bytes.put(to, at + 8, Bytes.longAt(text, 8));
        if (length > USUAL) {
            System.arraycopy(text, USUAL, to, at + USUAL, LONGEST - USUAL);
        }
        return at + length;
    }

    private void render(long bidPrice, long askPrice) {
        this.bidPrice = bidPrice;
        this.askPrice = askPrice;
        length = price(askPrice, price(bidPrice, comma(0)));
    }

    private int price(long price, int at) {
        return comma(price == OrderBook.NO_PRICE ? at : Decimals.writePrice(price, text, at));
    }

    private int comma(int at) {
        text[at] = ',';
        return at + 1;
    }
}
