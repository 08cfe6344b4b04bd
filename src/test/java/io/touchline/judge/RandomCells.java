package io.touchline.judge;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** One of the many texts that mean the same value. */
final class RandomCells {

    static final List<String> SYMBOLS = List.of("ABC", "X,Y \"Z\"", "é".repeat(32));

    private static final List<String> JUNK = List.of(
            "",
            "",
            "BUY",
            "SELL",
            "HOLD",
            "0",
            "-1",
            "1e999",
            "NaN",
            "a,b",
            "\"",
            "two\nlines",
            "two\r\nlines",
            "é",
            "7.0",
            "7.00");

    private static final List<String> MARKET_PRICES = List.of(
            "1.7976931348623157e+308",
            "-1.7976931348623157E308",
            "2147483647",
            "2147483647.0",
            "-2147483648",
            "17976931348623157" + "0".repeat(292));
    private static final String TOO_LONG = "x".repeat(65);

    private final Random random;

    RandomCells(Random random) {
        this.random = random;
    }

    String time(Instant time) {
        ZoneOffset offset = random.nextInt(6) == 0 ? ZoneOffset.ofHoursMinutes(5, 30) : ZoneOffset.UTC;
        OffsetDateTime at = time.atOffset(offset);
        String fraction = String.format(Locale.ROOT, "%09d", at.toLocalTime().toNanoOfDay() % 1_000_000_000L);
        while (fraction.endsWith("0") && random.nextInt(8) > 0) {
            fraction = fraction.substring(0, fraction.length() - 1);
        }
        String clock = String.format(
                Locale.ROOT, "%s%02d:%02d:%02d", oneOf(" ", " ", "T"), at.getHour(), at.getMinute(), at.getSecond());
        String zone = offset.equals(ZoneOffset.UTC) ? oneOf(" UTC", " UTC", "Z", "+00:00") : offset.getId();
        return at.toLocalDate() + clock + (fraction.isEmpty() ? "" : "." + fraction) + zone;
    }

    String price(BigDecimal price) {
        boolean market = price.compareTo(NaiveMessage.MARKET) == 0;
        return market ? MARKET_PRICES.get(random.nextInt(MARKET_PRICES.size())) : decimal(price);
    }

    /** A decimal in any of its forms, with an exponent or float noise too. */
    String decimal(BigDecimal value) {
        String plain = value.toPlainString();
        return switch (random.nextInt(12)) {
            case 0 -> value.setScale(value.scale() + 1).toPlainString();
            case 1 -> value.unscaledValue() + oneOf("e", "E") + -value.scale();
            case 2 -> noisy(value);
            case 3 -> value.movePointLeft(4).toPlainString() + oneOf("e4", "E+4", "e+04");
            case 4 -> value.movePointRight(3).toPlainString() + "E-3";
            case 5 -> value.signum() < 0 ? plain : "0" + plain;
            default -> plain;
        };
    }

    String image(boolean image) {
        return image ? oneOf("true", "true", "TRUE", "True") : oneOf("", "", "", "false");
    }

    String anyCase(String text) {
        return oneOf(
                text,
                text,
                text,
                text.toLowerCase(Locale.ROOT),
                text.charAt(0) + text.substring(1).toLowerCase(Locale.ROOT));
    }

    String junk() {
        return JUNK.get(random.nextInt(JUNK.size()));
    }

    /** Makes one cell of a row unreadable. */
    void spoil(Map<String, String> texts, String action) {
        switch (random.nextInt(10)) {
            case 0 -> texts.put("seq_num", oneOf("-1", "9223372036854775808", "", "1.0", "x"));
            case 1 -> texts.put("time", oneOf("2019-02-30 00:00:00 UTC", "2019-01-01 24:00:01 UTC", "", "now"));
            case 2 ->
                texts.put(
                        action + "_price",
                        oneOf("NaN", "Infinity", "1e400", "10.O", "", ".", "1e", "9300000000", "--1"));
            case 3 -> texts.put(action + "_qty", oneOf("-1", "1e30", "", "NaN", "1,000", "92233720368.54775808"));
            case 4 -> texts.put(action + "_side", oneOf("HOLD", "", "B"));
            case 5 -> texts.put(action + "_id", TOO_LONG);
            case 6 -> texts.put((action.equals("trade") ? "add" : "trade") + "_id", "8");
            case 7 -> texts.put(action + "_id", "");
            case 8 -> texts.put("is_image", oneOf("yes", "1"));
            default -> texts.put("symbol", oneOf("", TOO_LONG, "tab\t"));
        }
    }

    private String noisy(BigDecimal value) {
        BigDecimal noise = BigDecimal.valueOf(1 + random.nextInt(400), 17 - random.nextInt(5));
        return (value.signum() > 0 ? value.add(noise) : value).toPlainString();
    }

    private String oneOf(String... texts) {
        return texts[random.nextInt(texts.length)];
    }
}
