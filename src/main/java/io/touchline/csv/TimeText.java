package io.touchline.csv;

/**
 * Writes times that mostly rise: the text of the day and of the second last written is kept. One thread; allocates once per day.
 */
final class TimeText {

    private static final long NANOS_PER_DAY = 86_400L * Times.NANOS_PER_SECOND;

    private final byte[] text = new byte[24];
    private long dayStart = Long.MAX_VALUE;
    private long secondStart = Long.MAX_VALUE;

    /** Writes a time as {@link Times#text} has it; answers where it ends. Takes up to 40 bytes. */
    int write(long timeNanos, byte[] to, int at) {
        long fraction = timeNanos - secondStart;
        if (fraction < 0 || fraction >= Times.NANOS_PER_SECOND) {
            fraction = newSecond(timeNanos);
        }
        Bytes.put(to, at, Bytes.longAt(text, 0));
        Bytes.put(to, at + 8, Bytes.longAt(text, 8));
        Bytes.put(to, at + 16, Bytes.intAt(text, 16));
        return Times.writeFraction((int) fraction, to, at + Times.TO_SECONDS);
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
        secondStart = dayStart + second * Times.NANOS_PER_SECOND;
        return timeNanos - secondStart;
    }
}
