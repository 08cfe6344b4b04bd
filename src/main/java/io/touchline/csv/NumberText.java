package io.touchline.csv;

/**
 * Writes a price, or a quantity, that is often the one written before: its text is kept. One thread; allocates nothing once made.
 */
final class NumberText {

    private static final int LONGEST = 24;

    private final boolean isPrice;
    private final byte[] text = new byte[LONGEST + 8];
    private int length;
    private long number;

    private NumberText(boolean isPrice) {
        this.isPrice = isPrice;
        render(0);
    }

    static NumberText ofPrices() {
        return new NumberText(true);
    }

    static NumberText ofQuantities() {
        return new NumberText(false);
    }

    /** Writes a number; answers where it ends. Up to {@value #LONGEST} bytes are written. */
    int write(long number, byte[] to, int at) {
        if (number != this.number) {
            render(number);
        }
        Bytes.put(to, at, Bytes.longAt(text, 0));
        if (length > 8) {
            Bytes.put(to, at + 8, Bytes.longAt(text, 8));
            Bytes.put(to, at + 16, Bytes.longAt(text, 16));
        }
        return at + length;
    }

    private void render(long number) {
        this.number = number;
        length = isPrice ? Decimals.writePrice(number, text, 0) : Decimals.writeQuantity(number, text, 0);
    }
}
