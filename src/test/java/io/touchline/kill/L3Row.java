package io.touchline.kill;

import io.touchline.csv.Times;
import io.touchline.feed.Action;

/**
 * A level-3 message as text.
 *
 * @param orderId a number or any text
 * @param price decimal text; for an action that has one
 * @param quantity decimal text; for an action that has one
 */
record L3Row(
        long seqNum,
        long timeNanos,
        boolean isImage,
        Action action,
        String orderId,
        String side,
        String price,
        String quantity) {

    static final String HEADER = "seq_num,is_image,add_order_id,add_side,add_price,add_qty,"
            + "update_order_id,update_side,update_price,update_qty,delete_order_id,delete_side,"
            + "trade_order_id,trade_side,trade_price,trade_qty,time\n";

    private static final int[] CELLS = {4, 4, 2, 4};
    private static final int ACTIONS = CELLS.length;

    String csv() {
        StringBuilder line = new StringBuilder().append(seqNum).append(isImage ? ",true," : ",,");
        for (int code = 0; code < ACTIONS; code++) {
            line.append(code == action.code() ? cells() : ",".repeat(CELLS[code] - 1))
                    .append(',');
        }
        return line.append(Times.text(timeNanos)).append('\n').toString();
    }

    private String cells() {
        String order = orderId + "," + side;
        return switch (action) {
            case DELETE -> order;
            case TRADE -> order + ",," + quantity;
            default -> order + "," + price + "," + quantity;
        };
    }

    String json() {
        return "{\"seq_num\":\"" + seqNum + "\",\"time\":\"" + Times.text(timeNanos) + "\",\"is_image\":" + isImage
                + ",\"action\":\"" + action + "\",\"order_id\":\"" + orderId + "\",\"side\":\"" + side + '"'
                + (action.hasPrice() ? ",\"price\":" + price : "")
                + (action.hasQuantity() ? ",\"quantity\":" + quantity : "") + "}";
    }
}
