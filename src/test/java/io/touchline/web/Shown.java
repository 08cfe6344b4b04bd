package io.touchline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** Compares an answer that a text shows with one that came; what differs from run to run does not count. Static. */
final class Shown {

    /** An id of a conversion. */
    static final Pattern ID = Pattern.compile("\\b[0-9a-f]{32}\\b");

    private static final Map<Pattern, String> VOLATILE = Map.of(
            ID,
            "id",
            Pattern.compile("(\"(?:seconds|rows_per_second)\": ?)[0-9.E-]+"),
            "$1 0",
            Pattern.compile("(\"(?:created|expires)\": ?)\"[^\"]*\""),
            "$1 0",
            Pattern.compile("(?m)^(seconds|rows/s) +[0-9.,]+$"),
            "$1",
            Pattern.compile("(?m)^Date: .*$"),
            "Date");

    private Shown() {}

    /** Fails unless an answer is the one shown: as JSON when that is an object in one or several lines. */
    static void assertSame(String what, String shown, String found) {
        String expected = masked(shown);
        String came = masked(found);
        if (isObject(shown)) {
            assertThat(JsonMapper.shared().readTree(came))
                    .as(what)
                    .isEqualTo(JsonMapper.shared().readTree(expected));
        } else {
            assertThat(came).as(what).isEqualTo(expected);
        }
    }

    private static boolean isObject(String text) {
        return text.startsWith("{\n") || (text.startsWith("{") && text.lines().count() == 1);
    }

    private static String masked(String text) {
        String masked = text.replace("\r", "").stripTrailing();
        for (Map.Entry<Pattern, String> each : VOLATILE.entrySet()) {
            masked = each.getKey().matcher(masked).replaceAll(each.getValue());
        }
        return masked;
    }
}
