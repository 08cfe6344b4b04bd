package io.touchline.judge;

import com.opencsv.RFC4180Parser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Reads level-3 CSV that is whole in memory; a cell is what opencsv says it is. */
final class NaiveReader {

    private static final List<String> ACTIONS = List.of("add", "update", "delete", "trade");
    private static final BigInteger MAX_SEQ_NUM = BigInteger.TWO.pow(63).subtract(BigInteger.ONE);
    private static final int MAX_ID_BYTES = 64;

    /** Column by its name in lower case. */
    private final Map<String, Integer> columns = new HashMap<>();

    private final List<TextRow> records;
    private final List<String> header;

    NaiveReader(byte[] input) throws RefusedException {
        records = records(text(input));
        if (records.isEmpty()) {
            throw new RefusedException(1, null);
        }
        header = cells(records.get(0));
        for (int i = 0; i < header.size(); i++) {
            columns.put(header.get(i).toLowerCase(Locale.ROOT), i);
        }
        require("seq_num");
        require("time", "host");
        for (String action : ACTIONS) {
            require(action + "_orderid", action + "_order_id");
        }
    }

    boolean hasSymbols() {
        return columns.containsKey("symbol");
    }

    /** The records behind the header, blank lines left out. */
    List<TextRow> records() {
        return records.subList(1, records.size());
    }

    NaiveMessage message(TextRow record) throws RefusedException {
        List<String> texts = cells(record);
        Cells cells = new Cells(record.line(), texts);
        long seqNum = cells.take("seq_num", NaiveReader::seqNum);
        Instant time = cells.take(has("time") ? "time" : "host", NaiveTexts::time);
        boolean image = has("is_image") && cells.take("is_image", NaiveReader::image);
        String symbol = hasSymbols() ? cells.take("symbol", NaiveReader::symbol) : "";
        String action = action(record.line(), texts, image);
        if (action.equals("image")) {
            return new NaiveMessage(seqNum, time, symbol, true, action, "", "", null, null, cells.rest());
        }
        String id = cells.take(idColumn(action), NaiveReader::orderId);
        String side = cells.take(action + "_side", NaiveReader::side);
        boolean priced = action.equals("add") || action.equals("update");
        BigDecimal price = priced ? cells.take(action + "_price", NaiveTexts::price) : null;
        BigDecimal quantity = action.equals("delete") ? null : cells.take(action + "_qty", NaiveTexts::quantity);
        return new NaiveMessage(seqNum, time, symbol, image, action, id, side, price, quantity, cells.rest());
    }

    /** The column that {@link #message} names when the quantity of a message is refused. */
    String quantityColumn(NaiveMessage message) {
        return header.get(column(message.action() + "_qty"));
    }

    /** Two order ids are refused at the last of them, in the order of the contract's table. */
    private String action(long line, List<String> cells, boolean image) throws RefusedException {
        List<String> filled = ACTIONS.stream()
                .filter(action -> !cells.get(column(idColumn(action))).isEmpty())
                .toList();
        if (filled.size() > 1) {
            throw new RefusedException(line, header.get(column(idColumn(filled.get(filled.size() - 1)))));
        }
        if (filled.isEmpty() && !image) {
            throw new RefusedException(line, null);
        }
        return filled.isEmpty() ? "image" : filled.get(0);
    }

    private String idColumn(String action) {
        return has(action + "_orderid") ? action + "_orderid" : action + "_order_id";
    }

    private boolean has(String column) {
        return columns.containsKey(column);
    }

    private int column(String name) {
        Integer column = columns.get(name);
        if (column == null) {
            throw new IllegalStateException("no column " + name);
        }
        return column;
    }

    private void require(String... names) throws RefusedException {
        if (Arrays.stream(names).noneMatch(this::has)) {
            throw new RefusedException(1, names[0]);
        }
    }

    private static long seqNum(String text) {
        BigInteger number = new BigInteger(NaiveTexts.matching("\\d+", text));
        if (number.compareTo(MAX_SEQ_NUM) > 0) {
            throw new IllegalArgumentException(text);
        }
        return number.longValueExact();
    }

    private static boolean image(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false", "" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static String symbol(String text) {
        if (text.isEmpty() || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(text);
        }
        return orderId(text);
    }

    private static String orderId(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > MAX_ID_BYTES) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static String side(String text) {
        String side = text.toUpperCase(Locale.ROOT);
        if (!side.equals("BUY") && !side.equals("SELL")) {
            throw new IllegalArgumentException(text);
        }
        return side;
    }

    private static String text(byte[] input) throws RefusedException {
        byte[] plain = input;
        if (input.length > 1 && (input[0] & 0xff) == 0x1f && (input[1] & 0xff) == 0x8b) {
            try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(input))) {
                plain = gzip.readAllBytes();
            } catch (IOException e) {
                throw new RefusedException(1, null);
            }
        }
        String text = new String(plain, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** A record ends at the first line end that has an even number of quotes before it. */
    private static List<TextRow> records(String text) {
        List<TextRow> records = new ArrayList<>();
        long line = 1;
        int start = 0;
        while (start < text.length()) {
            int end = start;
            for (boolean quoted = false; end < text.length() && (quoted || text.charAt(end) != '\n'); end++) {
                quoted ^= text.charAt(end) == '"';
            }
            String record = text.substring(start, end);
            String content = record.endsWith("\r") ? record.substring(0, record.length() - 1) : record;
            if (!content.isEmpty()) {
                records.add(new TextRow(line, content));
            }
            line += 1 + record.chars().filter(c -> c == '\n').count();
            start = end + 1;
        }
        return records;
    }

    private static List<String> cells(TextRow record) throws RefusedException {
        try {
            return List.of(new RFC4180Parser().parseLine(record.text()));
        } catch (IOException e) {
            throw new RefusedException(record.line(), null);
        }
    }

    /** One record without its line end, and the line where it starts. */
    record TextRow(long line, String text) {}

    /** How a cell's text is understood; refuses with an {@link IllegalArgumentException} or one of the time's own. */
    private interface Decoder<T> {
        T decode(String text);
    }

    /** The cells of one record, from which the decoded ones are taken. */
    private final class Cells {

        private final long line;
        private final List<String> texts;
        private final List<String> rest;

        Cells(long line, List<String> texts) throws RefusedException {
            if (texts.size() != header.size()) {
                throw new RefusedException(line, null);
            }
            this.line = line;
            this.texts = texts;
            this.rest = new ArrayList<>(texts);
        }

        <T> T take(String name, Decoder<T> decoder) throws RefusedException {
            int column = column(name);
            try {
                T value = decoder.decode(texts.get(column));
                rest.set(column, "");
                return value;
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new RefusedException(line, header.get(column));
            }
        }

        List<String> rest() {
            return List.copyOf(rest);
        }
    }
}
