package io.touchline.cli;

/** Numbers as people read them: whole, in groups of three digits. */
final class Numbers {

    private Numbers() {}

    /** Such as {@code 26,066}. */
    static String grouped(long number) {
        StringBuilder text = new StringBuilder(Long.toString(number));
        int sign = number < 0 ? 1 : 0;
        for (int at = text.length() - 3; at > sign; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }

    /** Such as {@code 1:02:09} or {@code 0:07}. */
    static String clock(long seconds) {
        String hours = seconds < 3600 ? "" : seconds / 3600 + ":";
        String minutes = Long.toString(seconds / 60 % 60);
        return hours + (hours.isEmpty() ? minutes : twoDigits(minutes)) + ":" + twoDigits(Long.toString(seconds % 60));
    }

    private static String twoDigits(String number) {
        return number.length() < 2 ? "0" + number : number;
    }

    /** Such as {@code 0.042}: seconds to a thousandth. */
    static String seconds(double seconds) {
        long millis = Math.round(seconds * 1000);
        return grouped(millis / 1000) + "."
                + Long.toString(1000 + millis % 1000).substring(1);
    }
}
