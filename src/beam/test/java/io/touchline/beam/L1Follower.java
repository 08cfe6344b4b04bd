package io.touchline.beam;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads values of the level 1 topic by the rule for readers: what is not above a symbol's last is dropped, the next is taken, what is above waits for its
 * turn; the first of a new book has its turn once the book before it is forgotten.
 */
final class L1Follower {

    private static final Pattern FIELD = Pattern.compile("\"([a-z0-9_]+)\":(?:\"([^\"]*)\"|([^,}]*))");
    private static final String HEADER = "time,bid_price,ask_price,bid_size,ask_size,seq_num\n";

    private final Map<String, Followed> books = new HashMap<>();
    private long repeated;
    private long taken;

    void read(byte[] value) {
        Map<String, String> fields = fields(new String(value, StandardCharsets.UTF_8));
        books.computeIfAbsent(fields.get("symbol"), symbol -> new Followed()).read(fields);
    }

    private static Map<String, String> fields(String json) {
        Map<String, String> fields = new HashMap<>();
        Matcher matcher = FIELD.matcher(json);
        while (matcher.find()) {
            fields.put(matcher.group(1), matcher.group(2) == null ? matcher.group(3) : matcher.group(2));
        }
        return fields;
    }

    /** How many values were taken. */
    long taken() {
        return taken;
    }

    /** How many values were dropped since they had been seen. */
    long repeated() {
        return repeated;
    }

    /** The level 1 of each book that is not forgotten, as CSV, by symbol. */
    Map<String, String> packets() {
        Map<String, String> texts = new TreeMap<>();
        books.forEach((symbol, book) -> texts.put(symbol, HEADER + book.packets));
        return texts;
    }

    /** As {@link #packets}, but only quotes that changed a value. */
    Map<String, String> changes() {
        Map<String, String> texts = new TreeMap<>();
        books.forEach((symbol, book) -> texts.put(symbol, HEADER + book.changes));
        return texts;
    }

    /** One symbol. */
    private final class Followed {

        private final TreeMap<Long, Map<String, String>> parked = new TreeMap<>();
        private StringBuilder packets = new StringBuilder();
        private StringBuilder changes = new StringBuilder();
        private long book;
        private long packet;
        private long changed;
        private boolean forgotten = true;

        void read(Map<String, String> value) {
            if (number(value, "book") < book || (number(value, "book") == book && number(value, "packet") <= packet)) {
                repeated++;
                return;
            }
            parked.put(number(value, "book") << 32 | number(value, "packet"), value);
            while (!parked.isEmpty() && isNext(parked.firstEntry().getValue())) {
                take(parked.pollFirstEntry().getValue());
            }
        }

        private boolean isNext(Map<String, String> value) {
            return number(value, "book") == book
                    ? number(value, "packet") == packet + 1
                    : forgotten && number(value, "packet") == 1 && number(value, "previous") == book;
        }

        private void take(Map<String, String> value) {
            taken++;
            if (number(value, "book") != book) {
                changed = 0;
            }
            book = number(value, "book");
            packet = number(value, "packet");
            forgotten = value.containsKey("forgotten");
            if (forgotten) {
                packets = new StringBuilder();
                changes = new StringBuilder();
            } else {
                write(value);
            }
        }

        private void write(Map<String, String> value) {
            List<String> cells = Stream.of("time", "bid_price", "ask_price", "bid_size", "ask_size", "seq_num")
                    .map(name -> text(value, name))
                    .map(text -> text.equals("null") ? "" : text)
                    .toList();
            String row = String.join(",", cells) + "\n";
            packets.append(row);
            if (text(value, "changed").equals("true")) {
                changes.append(row);
                changed++;
            }
            if (number(value, "n") != changed) {
                throw new AssertionError("n: expected " + changed + ", found " + value.get("n"));
            }
        }

        private static String text(Map<String, String> value, String name) {
            return Objects.requireNonNull(value.get(name), name);
        }

        private static long number(Map<String, String> value, String name) {
            return Long.parseLong(text(value, name));
        }
    }
}
