package io.touchline.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.book.OrderBook;
import io.touchline.feed.Quote;
import io.touchline.feed.Symbols;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is kept of the row before must never show in the next one. */
class L1WriterTest {

    private static final int ROWS = 50_000;

    @ParameterizedTest
    @EnumSource
    void eachRowIsWrittenAsIfItWereTheOnlyOne(L1Format format) throws IOException {
        Random random = new Random(21);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        L1Writer writer = new L1Writer(out, format, null);
        StringBuilder expected = new StringBuilder();
        Quote quote = new Quote();
        quote.packet(0, 0, 0);
        for (int i = 0; i < ROWS; i++) {
            change(quote, random);
            writer.write(quote);
            expected.append(row(quote, format));
        }
        writer.flush();

        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text.substring(format == L1Format.CSV ? text.indexOf('\n') + 1 : 0)
                        .equals(expected.toString()))
                .isTrue();
    }

    @Test
    void symbolsAreQuotedAsEachFormatAsks() throws IOException {
        Symbols symbols = new Symbols();
        byte[] name = "A\"B,\\".getBytes(StandardCharsets.UTF_8);
        Quote quote = new Quote();
        quote.packet(symbols.number(name, 0, name.length), 0, 7);
        quote.values(OrderBook.NO_PRICE, 0, 1_500_000_000, 25_000_000);

        assertThat(written(quote, L1Format.CSV, symbols)).isEqualTo("""
                symbol,time,bid_price,ask_price,bid_size,ask_size,seq_num
                "A""B,\\",1970-01-01 00:00:00 UTC,,1.5,0,0.25,7
                """);
        assertThat(written(quote, L1Format.NDJSON, symbols)).isEqualTo("""
                {"symbol":"A\\"B,\\\\","time":"1970-01-01 00:00:00 UTC","bid_price":null,"ask_price":1.5,"bid_size":0,"ask_size":0.25,"seq_num":"7"}
                """);
    }

    private static String written(Quote quote, L1Format format, @Nullable Symbols symbols) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        L1Writer writer = new L1Writer(out, format, symbols);
        writer.write(quote);
        writer.flush();
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Now and then each value becomes another one, of any length. */
    private static void change(Quote quote, Random random) {
        long time = random.nextInt(4) == 0 ? random.nextLong() >> (2 + random.nextInt(60)) : random.nextInt(2_000_000);
        long unit = new long[] {1, 1_000, 1_000_000, 1_000_000_000}[random.nextInt(4)];
        long seqNum = random.nextInt(4) == 0 ? random.nextLong() >>> (1 + random.nextInt(63)) : quote.seqNum();
        quote.packet(0, (quote.timeNanos() / 2 + time) / unit * unit, Math.min(seqNum, Long.MAX_VALUE - 1) + 1);
        quote.values(
                price(quote.bidPrice(), random),
                quantity(quote.bidQuantity(), random),
                price(quote.askPrice(), random),
                quantity(quote.askQuantity(), random));
    }

    private static long price(long before, Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> OrderBook.NO_PRICE;
            case 1 -> random.nextInt(100_000) * 10_000_000L;
            case 2 -> random.nextLong() >> random.nextInt(64);
            default -> before;
        };
    }

    private static long quantity(long before, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextInt(1_000_000) * Decimals.ONE_QUANTITY;
            case 1 -> random.nextLong() >>> (1 + random.nextInt(63));
            default -> before;
        };
    }

    private static String row(Quote quote, L1Format format) {
        String shape = format == L1Format.CSV
                ? "%s,%s,%s,%s,%s,%s\n"
                : "{\"time\":\"%s\",\"bid_price\":%s,\"ask_price\":%s,\"bid_size\":%s,\"ask_size\":%s,\"seq_num\":\"%s\"}\n";
        String none = format == L1Format.CSV ? "" : "null";
        return shape.formatted(
                Times.text(quote.timeNanos()),
                quote.hasBid() ? Decimals.priceText(quote.bidPrice()) : none,
                quote.hasAsk() ? Decimals.priceText(quote.askPrice()) : none,
                Decimals.quantityText(quote.bidQuantity()),
                Decimals.quantityText(quote.askQuantity()),
                quote.seqNum());
    }
}
