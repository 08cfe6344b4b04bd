package io.touchline.web.live;

import io.touchline.convert.BadOptionException;
import io.touchline.csv.Times;
import io.touchline.live.Emit;
import io.touchline.web.QueryString;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The options of a call about live books, read strictly: a name that is unknown or there twice is a {@link BadOptionException}. */
final class Query {

    private final Map<String, List<String>> texts;

    private Query(Map<String, List<String>> texts) {
        this.texts = texts;
    }

    /** The options of a request's URL, of which there may be those named. */
    static Query of(HttpServletRequest request, String... names) {
        Map<String, List<String>> texts = QueryString.of(request);
        texts.forEach((name, values) -> {
            if (!List.of(names).contains(name)) {
                String expected = names.length == 0 ? "no option" : "one of " + String.join(", ", names);
                throw new BadOptionException(name, expected, "an option of that name");
            }
            if (values.size() != 1) {
                throw new BadOptionException(name, "one value", String.join(" and ", values));
            }
        });
        return new Query(texts);
    }

    /** A text; null when it is absent or empty. */
    @Nullable
    String text(String name) {
        String text = texts.getOrDefault(name, List.of("")).get(0);
        return text.isEmpty() ? null : text;
    }

    /** A whole number from 1 on. */
    int number(String name, int absent, int most) {
        String text = text(name);
        return text == null ? absent : (int) number(name, text, most);
    }

    /** The whole number from 1 on that a text is. */
    static long number(String name, String text, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below, as is a number out of range.
        }
        throw new BadOptionException(name, "a number from 1 to " + most, text);
    }

    /** A time, nanoseconds since 1970. */
    long timeNanos(String name, long absent) {
        String text = text(name);
        try {
            return text == null ? absent : Times.nanos(text);
        } catch (IllegalArgumentException e) {
            throw new BadOptionException(name, "a UTC time such as 2019-09-16 22:10:16.4945 UTC", String.valueOf(text));
        }
    }

    Emit emit(Emit absent) {
        String text = text("emit");
        if (text == null) {
            return absent;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "change" -> Emit.CHANGE;
            case "packet" -> Emit.PACKET;
            default -> throw new BadOptionException("emit", "packet or change", text);
        };
    }
}
