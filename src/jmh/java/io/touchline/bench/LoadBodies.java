package io.touchline.bench;

import io.touchline.csv.Decimals;
import io.touchline.csv.L3Writer;
import io.touchline.csv.Times;
import io.touchline.feed.Message;
import io.touchline.generate.L3Generator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The made-up messages of a market, cut into bodies of requests. Static. */
final class LoadBodies {

    private LoadBodies() {}

    static List<byte[]> csv(int bodies, int rows) throws IOException {
        L3Generator generator = Market.SHALLOW.messages();
        Message message = new Message();
        List<byte[]> all = new ArrayList<>();
        for (int i = 0; i < bodies; i++) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            try (L3Writer writer = new L3Writer(body, List.of())) {
                writer.header();
                for (int row = 0; row < rows; row++) {
                    generator.next(message);
                    writer.row(message, generator.position());
                }
            }
            all.add(body.toByteArray());
        }
        return all;
    }

    static List<byte[]> ndjson(int bodies, int rows) {
        L3Generator generator = Market.SHALLOW.messages();
        Message message = new Message();
        List<byte[]> all = new ArrayList<>();
        for (int i = 0; i < bodies; i++) {
            StringBuilder body = new StringBuilder();
            for (int row = 0; row < rows; row++) {
                generator.next(message);
                body.append(json(message)).append('\n');
            }
            all.add(body.toString().getBytes(StandardCharsets.US_ASCII));
        }
        return all;
    }

    private static String json(Message message) {
        return "{\"seq_num\":\"" + message.seqNum() + "\",\"time\":\"" + Times.text(message.timeNanos())
                + "\",\"action\":\"" + message.action() + "\",\"order_id\":\""
                + Long.toUnsignedString(message.orderId())
                + "\",\"side\":\"" + message.side() + '"'
                + (message.action().hasPrice() ? ",\"price\":" + Decimals.priceText(message.price()) : "")
                + (message.action().hasQuantity() ? ",\"quantity\":" + Decimals.quantityText(message.quantity()) : "")
                + (message.isImage() ? ",\"is_image\":true}" : "}");
    }

    /** A message that makes a quote: its order, the only one of its book, has another quantity than before. */
    static String update(String symbol, long seqNum) {
        return "{\"symbol\":\"" + symbol + "\",\"seq_num\":\"" + seqNum
                + "\",\"time\":\"2026-01-05 09:00:00 UTC\",\"action\":\"UPDATE\",\"order_id\":\"1\",\"side\":\"BUY\","
                + "\"price\":10,\"quantity\":" + seqNum + "}";
    }
}
