package io.touchline.csv;

/** Writes a price that is mostly the one written before: its text is kept. One thread; allocates nothing once made. */
final class PriceText {

    private static final int LONGEST = 24;

    private final byte[] text = new byte[LONGEST];
    private int length;
    private long price;

    PriceText() {
        render(0);
    }

    /** Writes a price; answers where it ends. Up to {@value #LONGEST} bytes are written. */
    int write(long price, byte[] to, int at) {
        if (price != this.price) {
            render(price);
        }
        Bytes.put(to, at, Bytes.longAt(text, 0));
        if (length > 8) {
            Bytes.put(to, at + 8, Bytes.longAt(text, 8));
            Bytes.put(to, at + 16, Bytes.longAt(text, 16));
        }
        return at + length;
    }

    private void render(long price) {
        this.price = price;
        length = Decimals.writePrice(price, text, 0);
    }
}
