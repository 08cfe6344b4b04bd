package io.touchline.csv;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Times as text and as nanoseconds since 1970-01-01 UTC. Static; what reads and writes bytes allocates nothing.
 *
 * <p>Read: {@code 2019-09-16 22:10:16.4945 UTC}, a {@code T} for the first space, 0 to 9 digits of a second's fraction, and {@code Z} or an
 * offset such as {@code +02:00}, {@code +0200} or {@code +02} for {@code UTC}, with or without a space in front. A time that does not say its
 * offset is not read, nor one that no clock shows. Years run from 1678 to 2261.
 */
public final class Times {

    /** What {@link #parse} answers when the text is no time. */
    static final long NOT_A_TIME = Long.MIN_VALUE;

    static final long NANOS_PER_SECOND = 1_000_000_000L;
    /** The length of {@code 2019-09-16 22:10:16}. */
    static final int TO_SECONDS = 19;
    /** The longest text of a time that is written. */
    static final int MAX_TEXT = 33;

    private static final int SECONDS_PER_DAY = 86_400;
    private static final int[] DAYS_BEFORE_MONTH = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};
    static final int UTC = (int) Bytes.word(" UTC");

    private Times() {}

    /** Reads a time; {@link #NOT_A_TIME} when it is none. */
    static long parse(byte[] b, int from, int to) {
        if (to - from < TO_SECONDS + 1) {
            return NOT_A_TIME;
        }
        long seconds = secondsAt(b, from);
        int p = from + TO_SECONDS;
        int fraction = 0;
        if (b[p] == '.') {
            int end = endOfDigits(b, p + 1, to);
            if (end == p + 1 || end > p + 10) {
                return NOT_A_TIME;
            }
            fraction = (int) digits(b, p + 1, end) * Bytes.powerOfTen(9 - (end - p - 1));
            p = end;
        }
        int offset = offset(b, p, to);
        if (seconds == NOT_A_TIME || offset == Integer.MIN_VALUE) {
            return NOT_A_TIME;
        }
        return (seconds - offset) * NANOS_PER_SECOND + fraction;
    }

    /** Seconds since 1970 of {@code 2019-09-16 22:10:16}, which starts at {@code from}; {@link #NOT_A_TIME} when it is none. */
    static long secondsAt(byte[] b, int from) {
        if (b[from + 4] != '-' || b[from + 7] != '-' || b[from + 13] != ':' || b[from + 16] != ':') {
            return NOT_A_TIME;
        }
        if (b[from + 10] != ' ' && b[from + 10] != 'T') {
            return NOT_A_TIME;
        }
        int day = day(digits(b, from, from + 4), digits(b, from + 5, from + 7), digits(b, from + 8, from + 10));
        int second = second(
                digits(b, from + 11, from + 13), digits(b, from + 14, from + 16), digits(b, from + 17, from + 19));
        return day == Integer.MIN_VALUE || second < 0 ? NOT_A_TIME : (long) day * SECONDS_PER_DAY + second;
    }

    private static int second(long hour, long minute, long second) {
        boolean isTime = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        return isTime ? (int) (hour * 3600 + minute * 60 + second) : -1;
    }

    private static int day(long year, long month, long day) {
        if (year < 1678
                || year > 2261
                || month < 1
                || month > 12
                || day < 1
                || day > lengthOfMonth((int) year, (int) month)) {
            return Integer.MIN_VALUE;
        }
        int before = (int) year - 1;
        int leapDays = before / 4 - before / 100 + before / 400 + (month > 2 && isLeap((int) year) ? 1 : 0);
        return before * 365 + leapDays + DAYS_BEFORE_MONTH[(int) month - 1] + (int) day - 1 - 719_162;
    }

    private static int lengthOfMonth(int year, int month) {
        int days = DAYS_BEFORE_MONTH[month] - DAYS_BEFORE_MONTH[month - 1];
        return month == 2 && isLeap(year) ? 29 : days;
    }

    private static boolean isLeap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    /** Seconds east of UTC; {@link Integer#MIN_VALUE} when the text is no offset. */
    private static int offset(byte[] b, int from, int to) {
        int p = from < to && b[from] == ' ' ? from + 1 : from;
        int length = to - p;
        boolean utc = length == 3 && b[p] == 'U' && b[p + 1] == 'T' && b[p + 2] == 'C' && p > from;
        if (utc || (length == 1 && b[p] == 'Z')) {
            return 0;
        }
        boolean colon = length == 6 && b[p + 3] == ':';
        boolean isOffset = length == 3 || length == 5 || colon;
        if (!isOffset || (b[p] != '+' && b[p] != '-')) {
            return Integer.MIN_VALUE;
        }
        long hours = digits(b, p + 1, p + 3);
        long minutes = length == 3 ? 0 : digits(b, to - 2, to);
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return Integer.MIN_VALUE;
        }
        int seconds = (int) (hours * 3600 + minutes * 60);
        return b[p] == '-' ? -seconds : seconds;
    }

    private static int endOfDigits(byte[] b, int from, int to) {
        int p = from;
        while (p < to && b[p] >= '0' && b[p] <= '9') {
            p++;
        }
        return p;
    }

    /** The number that up to nine digits spell; -1 when one of them is none. */
    private static long digits(byte[] b, int from, int to) {
        return endOfDigits(b, from, to) == to ? number(b, from, to) : -1;
    }

    private static long number(byte[] b, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + b[i] - '0';
        }
        return number;
    }

    /** Writes {@code 2019-09-16 22:10:16} of a count of seconds since 1970; answers where it ends. */
    static int writeSeconds(long seconds, byte[] to, int at) {
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(seconds, SECONDS_PER_DAY));
        int second = Math.floorMod(seconds, SECONDS_PER_DAY);
        int p = Digits.writeFour(date.getYear(), to, at);
        p = twoDigits('-', date.getMonthValue(), to, p);
        p = twoDigits('-', date.getDayOfMonth(), to, p);
        p = twoDigits(' ', second / 3600, to, p);
        p = twoDigits(':', second / 60 % 60, to, p);
        return twoDigits(':', second % 60, to, p);
    }

    private static int twoDigits(char before, int number, byte[] to, int at) {
        to[at] = (byte) before;
        return Digits.writeTwo(number, to, at + 1);
    }

    /** Writes the fraction of a second with 0, 3, 6 or 9 digits and {@code " UTC"}; answers where it ends. Takes up to 14 bytes. */
    static int writeFraction(int nanos, byte[] to, int at) {
        int p = at;
        if (nanos != 0) {
            to[at] = '.';
            int digits = Digits.writeNine(nanos, to, at + 1);
            p += 1 + (digits + 2) / 3 * 3;
        }
        Bytes.put(to, p, UTC);
        return p + 4;
    }

    /**
     * As {@link #text(long)}.
     *
     * @throws ArithmeticException when it is no time of level 1: before 1677 or after 2262
     */
    public static String text(Instant time) {
        return text(Math.addExact(Math.multiplyExact(time.getEpochSecond(), NANOS_PER_SECOND), time.getNano()));
    }

    /** A time's text, as level 1 has it: 0, 3, 6 or 9 digits of a second's fraction, and {@code UTC}. */
    public static String text(long timeNanos) {
        byte[] text = new byte[MAX_TEXT];
        int p = writeSeconds(Math.floorDiv(timeNanos, NANOS_PER_SECOND), text, 0);
        p = writeFraction((int) Math.floorMod(timeNanos, NANOS_PER_SECOND), text, p);
        return new String(text, 0, p, StandardCharsets.US_ASCII);
    }

    /**
     * Reads a time as the input may have it.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static long nanos(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long nanos = parse(bytes, 0, bytes.length);
        if (nanos == NOT_A_TIME) {
            throw new IllegalArgumentException(
                    "expected a UTC time such as 2019-09-16 22:10:16.4945 UTC, found \"" + text + "\"");
        }
        return nanos;
    }
}
