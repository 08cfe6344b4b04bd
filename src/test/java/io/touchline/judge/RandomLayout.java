package io.touchline.judge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** How a file looks: one of the two published layouts, its columns' order and names, line ends and quotes. */
final class RandomLayout {

    private static final List<String> LAYOUT_A = List.of(
            "time",
            "seq_num",
            "is_image",
            "add_id",
            "add_side",
            "add_price",
            "add_qty",
            "add_position",
            "update_id",
            "update_side",
            "update_price",
            "update_qty",
            "update_position",
            "delete_id",
            "delete_side",
            "trade_id",
            "trade_side",
            "trade_qty",
            "trade_price");
    private static final List<String> LAYOUT_B = List.of(
            "seq_num",
            "add_id",
            "add_side",
            "add_price",
            "add_qty",
            "update_id",
            "update_side",
            "update_price",
            "update_qty",
            "delete_id",
            "delete_side",
            "trade_id",
            "trade_side",
            "trade_price",
            "trade_qty",
            "time");

    private final Random random;
    private final boolean layoutA;
    /** Columns by our own names, the same for both layouts. */
    private final List<String> columns;

    private final String lineEnd;
    private final int quoteOneIn;
    private final int junkKind;

    RandomLayout(Random random, boolean withSymbol) {
        this.random = random;
        layoutA = random.nextBoolean();
        columns = new ArrayList<>(layoutA ? LAYOUT_A : LAYOUT_B);
        if (withSymbol) {
            columns.add(random.nextInt(columns.size() + 1), "symbol");
        }
        for (int unknown = random.nextBoolean() ? 0 : random.nextInt(4); unknown > 0; unknown--) {
            columns.add(random.nextInt(columns.size() + 1), "unknown " + unknown);
        }
        if (random.nextInt(3) == 0) {
            Collections.shuffle(columns, random);
        }
        lineEnd = random.nextInt(3) == 0 ? "\r\n" : "\n";
        quoteOneIn = random.nextBoolean() ? 0 : 1 + random.nextInt(50);
        junkKind = random.nextInt(3);
    }

    boolean hasImages() {
        return layoutA;
    }

    /** Texts for the cells that nobody decodes: none, the one of layout A, or anything. */
    Map<String, String> junk(RandomCells cells) {
        Map<String, String> junk = new HashMap<>();
        for (String column : columns) {
            if (junkKind == 2 && !column.endsWith("_id")) {
                junk.put(column, cells.junk());
            } else if (junkKind == 1 && column.endsWith("_side")) {
                junk.put(column, "BUY");
            } else if (column.endsWith("_position")) {
                junk.put(column, Integer.toString(random.nextInt(3)));
            }
        }
        return junk;
    }

    /** The cells of a row in the order of the columns; a spoilt row has one too many or too few. */
    List<String> cells(Map<String, String> texts, boolean spoilt) {
        List<String> cells = new ArrayList<>();
        columns.forEach(column -> cells.add(texts.getOrDefault(column, "")));
        if (spoilt && random.nextBoolean()) {
            cells.add("");
        } else if (spoilt) {
            cells.remove(cells.size() - 1);
        }
        return cells;
    }

    String text(List<List<String>> rows) {
        StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "\uFEFF" : "");
        boolean shout = random.nextInt(5) == 0;
        text.append(columns.stream()
                .map(column -> quoted(shout ? name(column).toUpperCase(Locale.ROOT) : name(column)))
                .collect(Collectors.joining(",")));
        for (List<String> row : rows) {
            text.append(random.nextInt(50) == 0 ? lineEnd + lineEnd : lineEnd);
            text.append(row.stream().map(this::quoted).collect(Collectors.joining(",")));
        }
        return text.append(random.nextInt(3) == 0 ? "" : lineEnd).toString();
    }

    private String name(String column) {
        if (column.equals("time")) {
            return layoutA ? "HOST" : "time";
        }
        return column.replaceAll("_id$", layoutA ? "_orderid" : "_order_id");
    }

    private String quoted(String cell) {
        boolean must = cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        boolean may = quoteOneIn > 0 && random.nextInt(quoteOneIn) == 0;
        return must || may ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
