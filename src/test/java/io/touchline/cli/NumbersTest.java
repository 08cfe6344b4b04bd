package io.touchline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "0 0",
                "999 999",
                "1000 1,000",
                "-1000 -1,000",
                "-100 -100",
                "9223372036854775807 9,223,372,036,854,775,807"
            })
    void groupsThreeDigitsEach(long number, String text) {
        assertThat(Numbers.grouped(number)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0,0:00", "67,1:07", "600,10:00", "3729,1:02:09", "36000,10:00:00"})
    void showsSecondsAsAClockDoes(long seconds, String text) {
        assertThat(Numbers.clock(seconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {"0 0.000", "0.0424 0.042", "12.9999 13.000", "1234.5 1,234.500"})
    void showsSecondsToAThousandth(double seconds, String text) {
        assertThat(Numbers.seconds(seconds)).isEqualTo(text);
    }
}
