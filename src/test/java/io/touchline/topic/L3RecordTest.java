package io.touchline.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.binary.NumberReader;
import io.touchline.live.LiveRequest;
import io.touchline.topic.L3Record.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of the level 3 topic: read as written, and refused when they make no sense. */
class L3RecordTest {

    private static final Question QUESTION = new Question(-5, 1_000);
    private static final String HEADER = "time,seq_num,symbol,add_order_id,add_side,add_price,add_qty,update_order_id,"
            + "update_side,update_price,update_qty,delete_order_id,delete_side,trade_order_id,trade_side,trade_price,"
            + "trade_qty\n";
    private static final String ROW = "2026-01-05T09:00:00Z,1,ABC,1,BUY,10,5,,,,,,,,,,\n";

    private final L3RecordReader reader = new L3RecordReader();

    @Test
    void recordsAreReadAsTheyWereWritten() {
        LiveRequest request = new RandomRequests(new Random(1)).fill(new LiveRequest("ABC", 1_000));
        NumberReader body = new NumberReader();

        L3Record messages = reader.read("ABC", L3Record.messages(QUESTION, request));
        L3Record forget = reader.read("ABC", L3Record.forget(QUESTION, "ABC"));
        L3Record state = reader.read("ABC", L3Record.state(QUESTION));
        L3Record depth = reader.read("ABC", L3Record.depth(QUESTION, 500));

        assertThat(messages.kind()).isEqualTo(Kind.MESSAGES);
        assertThat(messages.body(body).hasMore()).isTrue();
        assertThat(forget.kind()).isEqualTo(Kind.FORGET);
        assertThat(state.kind()).isEqualTo(Kind.STATE);
        assertThat(depth.kind()).isEqualTo(Kind.DEPTH);
        assertThat(depth.body(body).integer()).isEqualTo(500);
        assertThat(messages.question())
                .isEqualTo(QUESTION)
                .isEqualTo(forget.question())
                .isEqualTo(state.question())
                .isEqualTo(depth.question());
    }

    @Test
    void textAndPackedTextBecomeTheirMessagesAndAskNothing() throws IOException {
        byte[] text = (HEADER + ROW + ROW).getBytes(StandardCharsets.UTF_8);

        L3Record plain = reader.read("ABC", text);
        L3Record packed = reader.read("ABC", gzip(text));

        assertThat(plain.kind()).isEqualTo(Kind.MESSAGES);
        assertThat(plain.question()).isNull();
        assertThat(packed.body(new NumberReader()).hasMore()).isTrue();
    }

    @Test
    void valueThatIsCutOrChangedIsRefusedOrReadAndNothingElse() {
        RandomRequests requests = new RandomRequests(new Random(3));
        Random random = new Random(4);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] value = L3Record.messages(QUESTION, requests.fill(new LiveRequest("ABC", 10_000)));
            if (random.nextInt(3) == 0) {
                value = Arrays.copyOf(value, random.nextInt(value.length));
            } else {
                value[random.nextInt(value.length)] = (byte) random.nextInt(256);
            }
            refused += isRefused(value) ? 1 : 0;
        }

        assertThat(refused).isBetween(5_000, 19_999);
    }

    private boolean isRefused(byte[] value) {
        try {
            reader.read("ABC", value);
            return false;
        } catch (UnreadableRecordException e) {
            return true;
        }
    }

    @Test
    void recordOfAnotherBookThanTheKeyIsRefused() {
        byte[] value = L3Record.forget(QUESTION, "ABC");

        assertThatThrownBy(() -> reader.read("ABD", value))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessage("value: expected a record of the book that the key names");
    }

    @Test
    void anotherVersionIsTakenForTextAndRefused() {
        byte[] value = L3Record.state(QUESTION);
        value[0] = 2;

        assertThatThrownBy(() -> reader.read("ABC", value)).isInstanceOf(UnreadableRecordException.class);
    }

    @Test
    void textIsRefusedWholeAndNamesItsPlace() throws IOException {
        assertRefused(HEADER + ROW + ROW.replace(",10,", ",1O,"), "line 3, column add_price: expected");
        assertRefused(
                HEADER + ROW + ROW.replace("ABC", "ABD"), "line 3, column symbol: expected \"ABC\" as in the key");
        assertRefused(HEADER, "value: expected a row behind the header, found none");
        assertRefused("", "value: expected a record or a text, found nothing");

        byte[] packed = gzip((HEADER + ROW).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> reader.read("ABC", Arrays.copyOf(packed, packed.length / 2)))
                .hasMessage("value: expected whole gzip data, found damaged gzip data");
    }

    private void assertRefused(String text, String problem) {
        assertThatThrownBy(() -> reader.read("ABC", text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource({"ABC", "A/B *", "Ünï"})
    void keyIsASymbol(String symbol) {
        assertThat(L3RecordReader.symbol(symbol.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(symbol);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "a\tb", "12345678901234567890123456789012345678901234567890123456789012345"})
    void keyThatNoBookMayHaveIsRefused(String key) {
        assertThatThrownBy(() -> L3RecordReader.symbol(key.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableRecordException.class);
        assertThatThrownBy(() -> L3RecordReader.symbol(new byte[] {(byte) 0xFF}))
                .isInstanceOf(UnreadableRecordException.class);
    }

    private static byte[] gzip(byte[] text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text);
        }
        return bytes.toByteArray();
    }
}
