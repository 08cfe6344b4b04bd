package io.touchline.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.book.OrderBook;
import io.touchline.feed.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class L3WriterTest {

    private static final long TIME = Times.nanos("2019-09-16 22:10:16.4945 UTC");
    private static final int BUY = 0;
    private static final int SELL = 1;
    private static final int ADD = 0;
    private static final int UPDATE = 1;
    private static final int DELETE = 2;
    private static final int TRADE = 3;
    private static final int IMAGE = 4;

    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final Message message = new Message();

    @Test
    void anAddFillsItsGroupAndLeavesJunkInTheOthers() throws IOException {
        message.set(7, TIME, 11, 182_000_000, 10_000_00000000L, 0, flags(0, true, BUY, ADD));

        assertThat(row(205))
                .isEqualTo("2019-09-16 22:10:16.4945 UTC,7,true,11,BUY,0.182,10000,205,,BUY,,,,,BUY,,BUY,,\n");
    }

    @Test
    void anUpdateWithoutAPositionLeavesItsCellEmpty() throws IOException {
        message.set(7, TIME, 11, -1_000_000_000, 50_000_000, 0, flags(0, false, SELL, UPDATE));

        assertThat(row(0)).isEqualTo("2019-09-16 22:10:16.4945 UTC,7,,,BUY,,,,11,SELL,-1.0,0.5,,,BUY,,BUY,,\n");
    }

    @Test
    void aDeleteHasAnOrderAndASide() throws IOException {
        message.set(7, TIME, -2, 0, 0, 0, flags(0, false, SELL, DELETE));

        assertThat(row(0))
                .isEqualTo("2019-09-16 22:10:16.4945 UTC,7,,,BUY,,,,,BUY,,,,18446744073709551614,SELL,,BUY,,\n");
    }

    @Test
    void aTradeHasItsQuantityInFrontOfItsPrice() throws IOException {
        message.set(7, TIME, 11, 229_000_000_000L, 300_000_000, 0, flags(0, false, BUY, TRADE));

        assertThat(row(0)).isEqualTo("2019-09-16 22:10:16.4945 UTC,7,,,BUY,,,,,BUY,,,,,BUY,11,BUY,3,229.0\n");
    }

    @Test
    void anEmptyImageNamesNoOrder() throws IOException {
        message.set(7, TIME, 0, 0, 0, 0, flags(0, true, BUY, IMAGE));

        assertThat(row(0)).isEqualTo("2019-09-16 22:10:16.4945 UTC,7,true,,BUY,,,,,BUY,,,,,BUY,,BUY,,\n");
    }

    @Test
    void aWholeSecondHasNoFractionAndANanosecondHasNineDigits() throws IOException {
        message.set(7, Times.nanos("2019-09-16 22:10:16 UTC"), 11, 0, 0, 0, flags(0, false, BUY, DELETE));
        assertThat(row(0)).startsWith("2019-09-16 22:10:16 UTC,7,");

        message.set(7, TIME + 1, 11, 0, 0, 0, flags(0, false, BUY, DELETE));
        assertThat(row(0)).startsWith("2019-09-16 22:10:16.494500001 UTC,7,");
    }

    @Test
    void aMarketOrderHasTheLargestDoubleAsItsPrice() throws IOException {
        message.set(7, TIME, 11, OrderBook.MARKET_PRICE, 100_000_000, 0, flags(0, false, BUY, ADD));

        assertThat(row(0)).contains(",11,BUY,1.7976931348623157e+308,1,,");
    }

    @Test
    void anOrderIdThatIsTextIsWrittenAsText() throws IOException {
        message.set(7, TIME, 0, 0, 0, 0, Message.flags(2, 0, true, false, BUY, DELETE));
        message.textIdWord(0, Bytes.word("abcdefgh"));
        message.textIdWord(1, Bytes.word("-1"));
        message.textIdWord(2, 0);

        assertThat(row(0)).contains(",abcdefgh-1,BUY,,BUY,,\n");
    }

    @Test
    void severalSymbolsHaveAColumnInFront() throws IOException {
        message.set(7, TIME, 11, 0, 0, 0, flags(1, false, BUY, DELETE));

        try (L3Writer writer = new L3Writer(text, List.of("ABC", "XYZ"))) {
            writer.header();
            writer.row(message, 0);
        }

        assertThat(text.toString(StandardCharsets.UTF_8).lines())
                .first()
                .asString()
                .startsWith("symbol,HOST,seq_num,is_image,add_orderid,");
        assertThat(text.toString(StandardCharsets.UTF_8).lines())
                .last()
                .asString()
                .startsWith("XYZ,2019-09-16 22:10:16");
    }

    private static long flags(int symbol, boolean image, int side, int action) {
        return Message.flags(2, symbol, false, image, side, action);
    }

    private String row(int position) throws IOException {
        text.reset();
        try (L3Writer writer = new L3Writer(text, List.of())) {
            writer.row(message, position);
        }
        return text.toString(StandardCharsets.UTF_8);
    }
}
