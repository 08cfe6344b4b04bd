package io.touchline.csv;

import io.touchline.feed.Quote;
import java.nio.charset.StandardCharsets;

/** {@code 2019-09-17 00:30:00.112431 UTC,0.275,0.275,4000000,7777600,1568671807407775471}: one thread; allocates nothing per row. */
final class CsvRow implements L1Row {

    private static final String COLUMNS = "time,bid_price,ask_price,bid_size,ask_size,seq_num\n";

    private final boolean symbols;
    private final TimeText time = new TimeText();
    private final PricesText prices = new PricesText();
    private final SeqNumText seqNum = new SeqNumText();

    /** @param symbols whether rows have one */
    CsvRow(boolean symbols) {
        this.symbols = symbols;
    }

    @Override
    public byte[] header() {
        return (symbols ? "symbol," + COLUMNS : COLUMNS).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public byte[] start(String symbol) {
        boolean quoted = symbol.indexOf(',') >= 0 || symbol.indexOf('"') >= 0;
        String cell = quoted ? '"' + symbol.replace("\"", "\"\"") + '"' : symbol;
        return (cell + ',').getBytes(StandardCharsets.UTF_8);
    }

    /**
     * {@inheritDoc}
     *
     * <p>The prices are mostly those of the row before, so their text is kept. A size is as often another one: it is made anew, without a
     * question that a processor could guess wrong.
     */
    @Override
    public int write(Quote quote, byte[] to, int at) {
        int p = time.write(quote.timeNanos(), to, at);
        p = prices.write(quote.bidPrice(), quote.askPrice(), to, p);
        p = Decimals.writeQuantity(quote.bidQuantity(), to, p);
        to[p] = ',';
        p = Decimals.writeQuantity(quote.askQuantity(), to, p + 1);
        to[p] = ',';
        p = seqNum.write(quote.seqNum(), to, p + 1);
        to[p] = '\n';
        return p + 1;
    }
}
