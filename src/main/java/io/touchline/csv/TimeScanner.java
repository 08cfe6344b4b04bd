package io.touchline.csv;

/**
 * Reads a time on the short way, see {@link CellScanner}: most are of the minute before, whose text is kept. One thread; allocates nothing once made.
 */
final class TimeScanner {

    private static final int UTC = (int) Bytes.word(" UTC");
    private static final long LOW_FOUR_BYTES = 0xFFFFFFFFL;
    private static final long LOW_SEVEN_BYTES = 0xFFFFFFFFFFFFFFL;
    private static final long COLON_AND_TWO_DIGITS = 0x80000080L;
    private static final long SIX_DIGITS = 0x80000000000000L;

    private long minuteText0 = Bytes.word("1970-01-");
    private long minuteText1 = Bytes.word("01 00:00");
    private long minuteNanos;
    private long nanos;

    /** The time that was read last, nanoseconds since 1970-01-01, UTC. */
    long nanos() {
        return nanos;
    }

    /** Reads a time; answers the place of the delimiter behind it, or {@link CellScanner#NOT_TAKEN}. */
    int scan(byte[] b, int at) {
        if ((Bytes.longAt(b, at) != minuteText0 || Bytes.longAt(b, at + 8) != minuteText1) && !isNewMinute(b, at)) {
            return CellScanner.NOT_TAKEN;
        }
        long seconds = Bytes.longAt(b, at + 16);
        boolean colonAndDigits = (Bytes.nonDigits(seconds) & LOW_FOUR_BYTES) == COLON_AND_TWO_DIGITS;
        if (!colonAndDigits || (byte) seconds != ':' || b[at + 17] > '5') {
            return CellScanner.NOT_TAKEN;
        }
        nanos = minuteNanos + Bytes.twoDigits(seconds >>> 8) * Times.NANOS_PER_SECOND;
        int p = at + Times.TO_SECONDS;
        if (b[p] == '.') {
            long fraction = Bytes.longAt(b, p + 1);
            long nonDigits = Bytes.nonDigits(fraction);
            if ((nonDigits & LOW_SEVEN_BYTES) == SIX_DIGITS) {
                nanos += Bytes.number(fraction, 6) * 1000;
                return isUtc(b, p + 7) ? p + 11 : zone(b, p + 7);
            }
            int digits = Bytes.first(nonDigits);
            if (digits == 0 || digits == 8) {
                return CellScanner.NOT_TAKEN;
            }
            nanos += Bytes.number(fraction, digits) * Bytes.powerOfTen(9 - digits);
            p += 1 + digits;
        }
        return zone(b, p);
    }

    private static boolean isUtc(byte[] b, int at) {
        return Bytes.intAt(b, at) == UTC;
    }

    private static int zone(byte[] b, int at) {
        if (isUtc(b, at)) {
            return at + 4;
        }
        return b[at] == 'Z' ? at + 1 : CellScanner.NOT_TAKEN;
    }

    private boolean isNewMinute(byte[] b, int at) {
        long seconds = Times.secondsAt(b, at);
        if (seconds == Times.NOT_A_TIME) {
            return false;
        }
        minuteText0 = Bytes.longAt(b, at);
        minuteText1 = Bytes.longAt(b, at + 8);
        minuteNanos = Math.floorDiv(seconds, 60L) * 60L * Times.NANOS_PER_SECOND;
        return true;
    }
}
