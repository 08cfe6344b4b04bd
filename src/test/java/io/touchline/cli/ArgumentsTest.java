package io.touchline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.apache.commons.cli.Options;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

    @Test
    void optionsFlagsAndOperandsStandInAnyOrder() {
        Arguments arguments = read("command a --emit change -q b --seed=-5 -- --odd");

        assertThat(arguments.text("emit")).isEqualTo("change");
        assertThat(arguments.number("seed", 1L, Long.MIN_VALUE, Long.MAX_VALUE)).isEqualTo(-5);
        assertThat(arguments.has("quiet")).isTrue();
        assertThat(arguments.operands("A", "B", "C")).containsExactly("a", "b", "--odd");
    }

    @Test
    void aHyphenIsAnOperandAndANegativeNumberAValue() {
        Arguments arguments = read("command - --seed -5 -");

        assertThat(arguments.text("seed")).isEqualTo("-5");
        assertThat(arguments.operands("A", "B")).containsExactly("-", "-");
    }

    @Test
    void aValueKeepsItsQuotes() {
        assertThat(read("command --emit \"change\"").text("emit")).isEqualTo("\"change\"");
    }

    @Test
    void whatIsNotGivenIsAbsent() {
        Arguments arguments = read("command");

        assertThat(arguments.text("emit")).isNull();
        assertThat(arguments.has("quiet")).isFalse();
        assertThat(arguments.number("seed", 7, 0, 9)).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "command --emti x|unknown option",
                "command -x|unknown option",
                "command --emti=x|unknown option",
                "command --emi x|unknown option",
                "command --emit|option --emit: expected a value, found none",
                "command --emit --seed 1|expected a value, found none",
                "command --emit a --emit b|given twice",
                "command -q --quiet|given twice",
                "command --quiet=yes|unknown option: --quiet=yes"
            })
    void whatCannotBeReadIsRefused(String line, String message) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> read(line))
                .withMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"x", "1.5", "10", "-1", "99999999999999999999"})
    void aNumberOutOfRangeIsRefused(String text) {
        Arguments arguments = read("command --seed " + text);

        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> arguments.number("seed", 1, 0, 9))
                .withMessage("option --seed: expected a number from 0 to 9, found " + text);
    }

    @Test
    void tooFewAndTooManyOperandsAreRefused() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> read("command a").operands("IN", "OUT"))
                .withMessage("expected IN and OUT, found a");
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> read("command a b c").operands("IN", "OUT"))
                .withMessage("expected no more than IN and OUT, found a b c");
    }

    private static Arguments read(String line) {
        Options options = new Options()
                .addOption(null, "emit", true, null)
                .addOption(null, "seed", true, null)
                .addOption("q", "quiet", false, null);
        return Arguments.behindFirst(line.split(" "), options);
    }
}
