package io.touchline.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.book.OrderBook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "-0.0e5, 0",
        "+7, 7000000000",
        ".5, 500000000",
        "5., 5000000000",
        "00.250, 250000000",
        "-12.345678901, -12345678901",
        "1e-9, 1",
        "1E-9, 1",
        "1e+3, 1000000000000",
        "0e999999999999, 0",
        "1e-999999999999, 0",
        "0.28500000000000003, 285000000",
        "0.28499999999999998, 285000000",
        "9223372036.854775806, 9223372036854775806",
        "-9223372036.854775806, -9223372036854775806",
        "0.00000000092233720368547758e10, 9223372037"
    })
    void decimalIsCountedInUnits(String text, long expected) {
        assertThat(parse(text, Decimals.PRICE_SCALE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0000000005, 0",
        "0.0000000015, 2",
        "0.0000000025, 2",
        "-0.0000000015, -2",
        "-0.0000000025, -2",
        "0.00000000050000000000000000001, 1",
        "0.0000000004999999999999999, 0",
        "5e-10, 0",
        "15e-10, 2",
        "0.99999999949, 999999999",
        "0.9999999995, 1000000000"
    })
    void tieIsRoundedToTheEvenUnit(String text, long expected) {
        assertThat(parse(text, Decimals.PRICE_SCALE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+",
                ".",
                "-.",
                "e5",
                "1e",
                "1e+",
                "1e1.5",
                "1e5e5",
                "1.2.3",
                "--1",
                "+-1",
                "1 ",
                " 1",
                "1,0",
                "0x10",
                "NaN",
                "nan",
                "Infinity",
                "-inf",
                "1_000",
                "1d",
                "\u0661"
            })
    void textThatIsNoDecimalIsNotTaken(String text) {
        assertThat(parse(text, Decimals.PRICE_SCALE)).isEqualTo(Decimals.NOT_A_DECIMAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036.854775808",
                "-9223372036.854775808",
                "9223372036.8547758075",
                "1e10",
                "1e300",
                "99999999999999999999999999"
            })
    void decimalThatDoesNotFitIsOutOfRange(String text) {
        assertThat(parse(text, Decimals.PRICE_SCALE)).isEqualTo(Decimals.OUT_OF_RANGE);
    }

    @Test
    void largestQuantityIsTheLargestNumberOfUnits() {
        assertThat(parse("92233720368.54775807", Decimals.QUANTITY_SCALE)).isEqualTo(Long.MAX_VALUE);
        assertThat(parse("92233720368.547758074", Decimals.QUANTITY_SCALE)).isEqualTo(Long.MAX_VALUE);
        assertThat(parse("92233720368.547758075", Decimals.QUANTITY_SCALE)).isEqualTo(Decimals.OUT_OF_RANGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.7976931348623157e+308",
                "-1.7976931348623157E308",
                "179769313486231570e291",
                "2147483647",
                "2147483647.000",
                "2.147483647e9",
                "-2147483648"
            })
    void extremeOfADoubleOrAnIntIsAMarketPrice(String text) {
        assertThat(price(text)).isEqualTo(OrderBook.MARKET_PRICE);
    }

    @Test
    void neighboursOfTheMarketPricesAreLimitPrices() {
        assertThat(price("2147483648")).isEqualTo(2147483648_000000000L);
        assertThat(price("-2147483647")).isEqualTo(-2147483647_000000000L);
        assertThat(price("2147483646.999999999")).isEqualTo(2147483646_999999999L);
        assertThat(price("1.7976931348623155e308")).isEqualTo(Decimals.OUT_OF_RANGE);
    }

    @Test
    void highestAndLowestPricesAreTheOnesThatErrorsName() {
        assertThat(price(Prices.HIGHEST_TEXT)).isEqualTo(Long.MAX_VALUE - 1);
        assertThat(price(Prices.LOWEST_TEXT)).isEqualTo(Long.MIN_VALUE + 2);
        assertThat(price("9223372036.854775807")).isEqualTo(Decimals.OUT_OF_RANGE);
        assertThat(price("-9223372036.854775807")).isEqualTo(Decimals.OUT_OF_RANGE);
    }

    @Test
    void randomDecimalIsWhatBigDecimalRounds() {
        Random random = new Random(11);
        for (int i = 0; i < 100_000; i++) {
            String text = randomDecimal(random);
            BigDecimal units =
                    new BigDecimal(text).movePointRight(Decimals.PRICE_SCALE).setScale(0, RoundingMode.HALF_EVEN);
            boolean fits = units.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE - 1)) <= 0;

            assertThat(parse(text, Decimals.PRICE_SCALE))
                    .as(text)
                    .isEqualTo(fits ? units.longValueExact() : Decimals.OUT_OF_RANGE);
        }
    }

    @Test
    void writtenPriceIsReadAsItself() {
        Random random = new Random(12);
        for (int i = 0; i < 100_000; i++) {
            long price =
                    Math.max(Long.MIN_VALUE + 2, Math.min(Long.MAX_VALUE - 1, random.nextLong())) >> random.nextInt(64);

            assertThat(parse(Decimals.priceText(price), Decimals.PRICE_SCALE)).isEqualTo(price);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0",
        "1, 0.000000001",
        "-1500000000, -1.5",
        "-1, -0.000000001",
        "9223372036854775806, 9223372036.854775806",
        "-9223372036854775806, -9223372036.854775806"
    })
    void priceIsWrittenAsItsShortestDecimalWithAFraction(long price, String text) {
        assertThat(Decimals.priceText(price)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0.00000001", "1500000000, 15", "150000000, 1.5", "9223372036854775807, 92233720368.54775807"
    })
    void quantityIsWrittenAsItsShortestDecimal(long quantity, String text) {
        assertThat(Decimals.quantityText(quantity)).isEqualTo(text);
    }

    private static String randomDecimal(Random random) {
        StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "-" : "");
        digits(text, random, 1 + random.nextInt(random.nextInt(10) == 0 ? 25 : 8));
        if (random.nextInt(4) > 0) {
            digits(text.append('.'), random, 1 + random.nextInt(20));
        }
        if (random.nextInt(4) == 0) {
            text.append(random.nextBoolean() ? "e" : "E").append(random.nextInt(25) - 15);
        }
        return text.toString();
    }

    /** Digits among which fives, zeros and nines abound, so that ties do. */
    private static void digits(StringBuilder text, Random random, int count) {
        for (int i = 0; i < count; i++) {
            text.append("0055599912345678".charAt(random.nextInt(16)));
        }
    }

    private static long parse(String text, int scale) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Decimals.parse(bytes, 0, bytes.length, scale);
    }

    private static long price(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Prices.parse(bytes, 0, bytes.length);
    }
}
