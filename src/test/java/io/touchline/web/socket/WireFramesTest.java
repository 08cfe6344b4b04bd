package io.touchline.web.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bytes of frames, as RFC 6455 writes them. */
class WireFramesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 8100",
        "1, 8101",
        "125, 817d",
        "126, 817e007e",
        "65535, 817effff",
        "65536, 817f0000000000010000",
    })
    void lengthIsWrittenAsShortAsItCan(int length, String head) {
        ByteBuffer bytes = WireFrames.of(List.of(frame("x".repeat(length))));

        byte[] found = new byte[head.length() / 2];
        bytes.get(found);
        assertThat(HexFormat.of().formatHex(found)).isEqualTo(head);
        assertThat(bytes.remaining()).isEqualTo(length);
    }

    @Test
    void framesStandOneBehindTheOtherInUtf8() {
        ByteBuffer bytes = WireFrames.of(List.of(frame("a"), frame("é€"), frame("")));

        assertThat(StandardCharsets.ISO_8859_1.decode(bytes).toString())
                .isEqualTo("\u0081\u0001a" + "\u0081\u0005\u00c3\u00a9\u00e2\u0082\u00ac" + "\u0081\u0000");
    }

    private static Frame frame(String text) {
        return Objects.requireNonNull(new TextEntry(text).take());
    }
}
