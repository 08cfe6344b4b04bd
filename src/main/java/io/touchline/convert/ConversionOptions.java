package io.touchline.convert;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of level 1 is written, and how the input is read. The names of the components are the names of the options everywhere: in a URL, on the
 * command line, in a report.
 *
 * @param window how many packets are held back to put them into the order of their sequence numbers: 0 to {@value #MAX_WINDOW}
 */
public record ConversionOptions(Emit emit, Sides sides, Crossed crossed, int window, Errors errors)
        implements Serializable {

    public static final int DEFAULT_WINDOW = 4096;
    public static final int MAX_WINDOW = 1_000_000;

    public static final ConversionOptions DEFAULT =
            new ConversionOptions(Emit.PACKET, Sides.ANY, Crossed.KEEP, DEFAULT_WINDOW, Errors.ABORT);

    private static final Set<String> NAMES = new TreeSet<>(Set.of("emit", "sides", "crossed", "window", "errors"));

    /** When a row of level 1 is written. */
    public enum Emit {
        /** Once per packet, after its last row. */
        PACKET,
        /** Only when a price or a size differs from the last row written. */
        CHANGE,
        /** Once per input row. */
        MESSAGE
    }

    /** Which quotes are written. */
    public enum Sides {
        /** All, whether or not a side is missing. */
        ANY,
        /** Only those with a bid and an ask. */
        BOTH
    }

    /** What is done with a quote whose bid is above its ask. */
    public enum Crossed {
        KEEP,
        DROP
    }

    /** What an unreadable row does. */
    public enum Errors {
        /** Ends the conversion. */
        ABORT,
        /** Is left out, counted and reported. */
        SKIP
    }

    public ConversionOptions {
        if (window < 0 || window > MAX_WINDOW) {
            throw new BadOptionException("window", "a number from 0 to " + MAX_WINDOW, Integer.toString(window));
        }
    }

    /**
     * Reads options from their texts, as a URL's query has them; absent ones have their defaults.
     *
     * @throws BadOptionException for an unknown name, a value that is none of the option's, and an option that is given twice
     */
    public static ConversionOptions of(Map<String, List<String>> texts) {
        texts.forEach(ConversionOptions::check);
        return new ConversionOptions(
                choice(texts, "emit", DEFAULT.emit),
                choice(texts, "sides", DEFAULT.sides),
                choice(texts, "crossed", DEFAULT.crossed),
                window(texts),
                choice(texts, "errors", DEFAULT.errors));
    }

    private static void check(String name, List<String> values) {
        if (!NAMES.contains(name)) {
            throw new BadOptionException(
                    name, "one of the options " + String.join(", ", NAMES), "an option of that name");
        }
        if (values.size() != 1) {
            throw new BadOptionException(name, "one value", String.join(" and ", values));
        }
    }

    private static <E extends Enum<E>> E choice(Map<String, List<String>> texts, String name, E absent) {
        List<String> values = texts.get(name);
        if (values == null) {
            return absent;
        }
        Class<E> type = absent.getDeclaringClass();
        return Arrays.stream(type.getEnumConstants())
                .filter(choice -> choice.name().equalsIgnoreCase(values.get(0)))
                .findFirst()
                .orElseThrow(() -> new BadOptionException(name, "one of " + names(type), values.get(0)));
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        return Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
    }

    private static int window(Map<String, List<String>> texts) {
        List<String> values = texts.get("window");
        if (values == null) {
            return DEFAULT_WINDOW;
        }
        try {
            return Integer.parseInt(values.get(0));
        } catch (NumberFormatException e) {
            throw new BadOptionException("window", "a number from 0 to " + MAX_WINDOW, values.get(0));
        }
    }
}
