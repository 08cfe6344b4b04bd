package io.touchline.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    private static final String SECOND = "2019-09-16 22:10:16";

    @ParameterizedTest
    @CsvSource({
        "1970-01-01 00:00:00 UTC, 0",
        "1969-12-31 23:59:59.999999999 UTC, -1",
        "2000-02-29 00:00:00Z, 951782400000000000",
        "2019-09-16T22:10:16.4945Z, 1568671816494500000",
        "2019-09-17 00:10:16.4945+02:00, 1568671816494500000",
        "2019-09-16 16:40:16.4945 -0530, 1568671816494500000",
        "2019-09-16 15:10:16.4945-07, 1568671816494500000",
        "1678-01-01 00:00:00 UTC, -9214560000000000000",
        "2261-12-31 23:59:59.999999999 UTC, 9214646399999999999"
    })
    void timeIsNanosecondsSince1970(String text, long nanos) {
        assertThat(parse(text)).isEqualTo(nanos);
        assertThat(Times.nanos(text)).isEqualTo(nanos);
    }

    @Test
    void fractionHasUpToNineDigits() {
        long whole = parse(SECOND + " UTC");
        long nanos = 0;
        StringBuilder digits = new StringBuilder();
        for (int i = 1; i <= 9; i++) {
            digits.append(i);
            nanos += i * (long) Math.pow(10, 9 - i);

            assertThat(parse(SECOND + "." + digits + " UTC")).isEqualTo(whole + nanos);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2019-02-29 00:00:00 UTC",
                "2019-02-30 00:00:00 UTC",
                "1900-02-29 00:00:00 UTC",
                "2100-02-29 00:00:00 UTC",
                "2019-04-31 00:00:00 UTC",
                "2019-00-10 00:00:00 UTC",
                "2019-13-10 00:00:00 UTC",
                "2019-09-00 00:00:00 UTC",
                "2019-09-16 24:00:00 UTC",
                "2019-09-16 23:60:00 UTC",
                "2019-09-16 23:59:60 UTC",
                "1677-12-31 00:00:00 UTC",
                "2262-01-01 00:00:00 UTC",
                "2019-09-16 22:10:16",
                "2019-09-16 22:10:16.",
                "2019-09-16 22:10:16. UTC",
                "2019-09-16 22:10:16.1234567890 UTC",
                "2019-09-16 22:10:16UTC",
                "2019-09-16 22:10:16  UTC",
                "2019-09-16 22:10:16 utc",
                "2019-09-16 22:10:16 CET",
                "2019-09-16 22:10:16 +19:00",
                "2019-09-16 22:10:16 +01:60",
                "2019-09-16 22:10:16 +1:00",
                "2019-09-16 22:10:16 +01:0",
                "2019-09-16 22:10:16 +01-00",
                "2019-09-16_22:10:16 UTC",
                "2019/09/16 22:10:16 UTC",
                "2019-09-16 22.10.16 UTC",
                "2019-09-16 22:10:16,5 UTC",
                "+019-09-16 22:10:16 UTC",
                "2019-09-16 22:10 UTC",
                "1568671816494",
                ""
            })
    void textThatIsNoTimeIsNotTaken(String text) {
        assertThat(parse(text)).isEqualTo(Times.NOT_A_TIME);
        assertThatThrownBy(() -> Times.nanos(text)).hasMessageContaining('"' + text + '"');
    }

    @Test
    void randomTimeIsTheInstantThatJavaReads() {
        Random random = new Random(13);
        long first = LocalDate.of(1678, 1, 2).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        long last = LocalDate.of(2261, 12, 30).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        for (int i = 0; i < 100_000; i++) {
            Instant instant = Instant.ofEpochSecond(
                    first + (long) (random.nextDouble() * (last - first)), random.nextInt(1_000_000_000));
            long nanos = instant.getEpochSecond() * Times.NANOS_PER_SECOND + instant.getNano();

            assertThat(parse(instant.toString())).as(instant.toString()).isEqualTo(nanos);
            assertThat(parse(Times.text(nanos))).as(instant.toString()).isEqualTo(nanos);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1970-01-01 00:00:00 UTC",
        "-1, 1969-12-31 23:59:59.999999999 UTC",
        "1000, 1970-01-01 00:00:00.000001 UTC",
        "100000000, 1970-01-01 00:00:00.100 UTC",
        "100100000, 1970-01-01 00:00:00.100100 UTC",
        "1, 1970-01-01 00:00:00.000000001 UTC",
        "951868799000000000, 2000-02-29 23:59:59 UTC"
    })
    void timeIsWrittenWithAsManyGroupsOfThreeDigitsAsItNeeds(long nanos, String text) {
        assertThat(Times.text(nanos)).isEqualTo(text);
    }

    @Test
    void timesThatJumpAreWrittenLikeTimesThatRise() {
        Random random = new Random(14);
        TimeText text = new TimeText();
        byte[] bytes = new byte[64];
        long nanos = parse("2019-12-31 23:59:59.9 UTC");
        for (int i = 0; i < 100_000; i++) {
            nanos += (random.nextInt(5) == 0 ? -1 : 1) * (random.nextLong() >>> (20 + random.nextInt(43)));
            if (Math.abs(nanos) > 9_000_000_000_000_000_000L) {
                nanos = 0;
            }

            int end = text.write(nanos, bytes, 0);

            assertThat(new String(bytes, 0, end, StandardCharsets.US_ASCII)).isEqualTo(Times.text(nanos));
        }
    }

    private static long parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Times.parse(bytes, 0, bytes.length);
    }
}
