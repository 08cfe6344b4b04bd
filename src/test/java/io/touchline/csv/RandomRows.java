package io.touchline.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random rows of one of the published layouts, most of them as a feed writes them; and the ways in which one cell or byte may differ. */
final class RandomRows {

    static final String LAYOUT_A = "HOST,seq_num,is_image,add_orderid,add_side,add_price,add_qty,add_position,"
            + "update_orderid,update_side,update_price,update_qty,update_position,delete_orderid,delete_side,"
            + "trade_orderid,trade_side,trade_qty,trade_price";
    static final String LAYOUT_B = "seq_num,add_order_id,add_side,add_price,add_qty,"
            + "update_order_id,update_side,update_price,update_qty,delete_order_id,delete_side,"
            + "trade_order_id,trade_side,trade_price,trade_qty,time";

    private static final List<String> ACTIONS = List.of("add", "update", "delete", "trade");
    private static final String ODD_BYTES = "0123456789.,-+eETZ:;/x \tBUYSEL";

    private final Random random;
    private final List<String> columns;
    private final boolean idleSides;
    private final List<String> lines = new ArrayList<>();

    private RandomRows(long seed, String header) {
        random = new Random(seed);
        columns = List.of(header.split(","));
        idleSides = columns.contains("HOST");
    }

    /** Rows, the same for the same seed. */
    static List<String> of(long seed, String header, int count) {
        RandomRows rows = new RandomRows(seed, header);
        for (int i = 0; i < count; i++) {
            rows.lines.add(rows.row(i));
        }
        return rows.lines;
    }

    private String row(int number) {
        String action = ACTIONS.get(random.nextInt(ACTIONS.size()));
        List<String> cells = new ArrayList<>();
        for (String column : columns) {
            cells.add(cell(column, action, number));
        }
        return String.join(",", cells);
    }

    private String cell(String column, String action, int number) {
        return switch (column) {
            case "HOST", "time" -> time(number);
            case "seq_num" -> Long.toString(random.nextLong() >>> (1 + random.nextInt(62)));
            case "is_image" -> random.nextInt(5) == 0 ? "true" : "";
            case "symbol" -> random.nextBoolean() ? "ABC" : "X-" + random.nextInt(30);
            default -> orderCell(column, action);
        };
    }

    private String orderCell(String column, String action) {
        int end = column.indexOf('_');
        String rest = column.substring(end + 1);
        if (!column.substring(0, end).equals(action)) {
            return idleSides && rest.equals("side") ? "BUY" : "";
        }
        return switch (rest) {
            case "side" -> random.nextBoolean() ? "BUY" : "SELL";
            case "price" -> price();
            case "qty" -> quantity();
            case "position" -> random.nextBoolean() ? "" : Integer.toString(random.nextInt(300));
            default -> orderId();
        };
    }

    private String time(int number) {
        int second = number / 50 % 60;
        int fraction = random.nextInt(8);
        String digits = fraction == 0 ? "" : "." + random.nextInt((int) Math.pow(10, fraction));
        return String.format("2019-09-16%s22:%02d:%02d", random.nextInt(9) == 0 ? "T" : " ", number / 3000 % 60, second)
                + digits
                + (random.nextInt(9) == 0 ? "Z" : " UTC");
    }

    private String orderId() {
        return switch (random.nextInt(12)) {
            case 0 -> Long.toUnsignedString(-1L - random.nextInt());
            case 1 -> Long.toUnsignedString((-1L << 32) - random.nextInt(3));
            case 2 -> "0" + random.nextInt(100);
            case 3 -> "7f9c24e8-3b12-4fef-91e0-" + random.nextInt(1000);
            case 4 -> Integer.toString(random.nextInt(12));
            default -> Long.toString(random.nextLong() >>> (1 + random.nextInt(50)));
        };
    }

    private String price() {
        String sign = random.nextInt(8) == 0 ? "-" : "";
        return switch (random.nextInt(10)) {
            case 0 -> sign + "1.7976931348623157e+308";
            case 1 -> sign + random.nextInt(400);
            case 2 -> sign + random.nextInt(400) + "e-" + random.nextInt(4);
            case 3 -> sign + random.nextDouble();
            case 4 -> sign + (random.nextLong() >>> (30 + random.nextInt(30)));
            default -> sign + random.nextInt(400) + "." + random.nextInt(100_000);
        };
    }

    private String quantity() {
        return switch (random.nextInt(8)) {
            case 0 -> "0";
            case 1 -> random.nextInt(1000) + "." + random.nextInt(100_000);
            case 2 -> Long.toString(random.nextLong() >>> (28 + random.nextInt(30)));
            default -> Integer.toString(random.nextInt(100_000));
        };
    }

    /** A row with one byte changed, taken out or put in. */
    static String spoilt(String row, Random random) {
        int at = random.nextInt(row.length());
        int kind = random.nextInt(3);
        char odd = ODD_BYTES.charAt(random.nextInt(ODD_BYTES.length()));
        return row.substring(0, at) + (kind == 0 ? "" : odd) + row.substring(kind == 1 ? at : at + 1);
    }

    /** A row with a cell in quotes, which mean nothing. */
    static String quoted(String row, Random random) {
        String[] cells = row.split(",", -1);
        int at = random.nextInt(cells.length);
        cells[at] = '"' + cells[at] + '"';
        return String.join(",", cells);
    }
}
