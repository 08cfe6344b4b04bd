package io.touchline.judge;

import static java.time.ZoneOffset.UTC;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prices, quantities and times as they stand in level 3 and in level 1. Text that nobody can read is an {@link IllegalArgumentException}. */
final class NaiveTexts {

    static final int PRICE_SCALE = 9;
    static final int QUANTITY_SCALE = 8;

    private static final BigInteger MAX_UNITS = BigInteger.valueOf(Long.MAX_VALUE);
    private static final String DECIMAL = "[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?";
    private static final Pattern TIME = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d)[ T](\\d\\d:\\d\\d:\\d\\d)(?:\\.(\\d{0,9}))?(?: ?(UTC|Z|[+-]\\d\\d:\\d\\d))");
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter LONGEST_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSSSSS", Locale.ROOT);
    private static final int NANO_DIGITS = 9;
    private static final int FRACTION_GROUP = 3;

    private NaiveTexts() {}

    /** A price of scale 9, or {@link NaiveMessage#MARKET}. */
    static BigDecimal price(String text) {
        BigDecimal exact = new BigDecimal(matching(DECIMAL, text));
        return isMarket(exact) ? NaiveMessage.MARKET : fixed(exact, PRICE_SCALE);
    }

    /** A quantity of scale 8. */
    static BigDecimal quantity(String text) {
        BigDecimal exact = new BigDecimal(matching(DECIMAL, text));
        if (exact.signum() < 0) {
            throw new IllegalArgumentException(text);
        }
        return fixed(exact, QUANTITY_SCALE);
    }

    /** Whether a quantity of scale 8 is one that the contract can hold. */
    static boolean fits(BigDecimal quantity) {
        return quantity.unscaledValue().abs().compareTo(MAX_UNITS) <= 0;
    }

    static Instant time(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            throw new IllegalArgumentException(text);
        }
        LocalDateTime local = LocalDateTime.parse(time.group(1) + " " + time.group(2), DATE_TIME);
        String fraction = time.group(3) == null ? "" : time.group(3);
        long nanos = Long.parseLong(fraction + "0".repeat(NANO_DIGITS - fraction.length()));
        String zone = time.group(4).replace("UTC", "Z");
        return local.toInstant(ZoneOffset.of(zone)).plusNanos(nanos);
    }

    static String timeText(Instant time) {
        String text = LONGEST_TIME.format(time.atOffset(UTC));
        while (text.endsWith("000") && text.contains(".")) {
            text = text.substring(0, text.length() - FRACTION_GROUP);
        }
        return (text.endsWith(".") ? text.substring(0, text.length() - 1) : text) + " UTC";
    }

    static String priceText(BigDecimal price) {
        BigDecimal shortest = price.stripTrailingZeros();
        return shortest.setScale(Math.max(1, shortest.scale())).toPlainString();
    }

    static String quantityText(BigDecimal quantity) {
        return quantity.signum() == 0 ? "0" : quantity.stripTrailingZeros().toPlainString();
    }

    static String matching(String pattern, String text) {
        if (!text.matches(pattern)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static boolean isMarket(BigDecimal price) {
        return price.abs().compareTo(NaiveMessage.MARKET) == 0
                || price.compareTo(new BigDecimal("2147483647")) == 0
                || price.compareTo(new BigDecimal("-2147483648")) == 0;
    }

    private static BigDecimal fixed(BigDecimal exact, int scale) {
        int digitsBeforePoint = exact.precision() - exact.scale();
        if (exact.signum() != 0 && digitsBeforePoint > 20) {
            throw new IllegalArgumentException("out of range");
        }
        if (exact.signum() == 0 || digitsBeforePoint < -20) {
            return BigDecimal.ZERO.setScale(scale);
        }
        BigDecimal rounded = exact.setScale(scale, RoundingMode.HALF_EVEN);
        if (!fits(rounded)) {
            throw new IllegalArgumentException("out of range");
        }
        return rounded;
    }
}
