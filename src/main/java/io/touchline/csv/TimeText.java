package io.touchline.csv;

import java.nio.charset.StandardCharsets;

/**
 * Writes times that mostly rise: the text of the day and of the second last written is kept. One thread; allocates once per day.
 */
final class TimeText {

    private static final long NANOS_PER_DAY = 86_400L * Times.NANOS_PER_SECOND;

    private static final int MICRO = 1_000;

    private final byte[] text = "0000-00-00 00:00:00.0000".getBytes(StandardCharsets.US_ASCII);
    private long toDay;
    private long toMinute;
    private long toSecond;
    private long dayStart = Long.MAX_VALUE;
    private long secondStart = Long.MAX_VALUE;

    /** Writes a time as {@link Times#text} has it; answers where it ends. Takes up to 40 bytes. */
    int write(long timeNanos, byte[] to, int at) {
        long fraction = timeNanos - secondStart;
        if (fraction < 0 || fraction >= Times.NANOS_PER_SECOND) {
            fraction = newSecond(timeNanos);
        }
        Bytes.put(to, at, toDay);
        Bytes.put(to, at + 8, toMinute);
        int nanos = (int) fraction;
        int micros = nanos / MICRO;
        if (micros * MICRO != nanos || micros % MICRO == 0) {
            Bytes.put(to, at + 16, (int) toSecond);
            return Times.writeFraction(nanos, to, at + Times.TO_SECONDS);
        }
        int front = micros / 100;
        Bytes.put(to, at + 16, toSecond | Digits.four(front) << 32);
        Bytes.put(to, at + 24, Digits.two(micros - front * 100) | (long) Times.UTC << 16);
        return at + 30;
    }

    private long newSecond(long timeNanos) {
        long ofDay = timeNanos - dayStart;
        if (ofDay < 0 || ofDay >= NANOS_PER_DAY) {
            dayStart = Math.floorDiv(timeNanos, NANOS_PER_DAY) * NANOS_PER_DAY;
            Times.writeSeconds(dayStart / Times.NANOS_PER_SECOND, text, 0);
            ofDay = timeNanos - dayStart;
        }
        int second = (int) (ofDay / Times.NANOS_PER_SECOND);
        Digits.writeTwo(second / 3600, text, 11);
        Digits.writeTwo(second / 60 % 60, text, 14);
        Digits.writeTwo(second % 60, text, 17);
        toDay = Bytes.longAt(text, 0);
        toMinute = Bytes.longAt(text, 8);
        toSecond = Bytes.longAt(text, 16) & 0xFFFFFFFFL;
        secondStart = dayStart + second * Times.NANOS_PER_SECOND;
        return timeNanos - secondStart;
    }
}
