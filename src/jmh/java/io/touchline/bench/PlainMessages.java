package io.touchline.bench;

import io.touchline.book.OrderBook;
import io.touchline.csv.L3Reader;
import io.touchline.csv.ReaderLimits;
import io.touchline.feed.Action;
import io.touchline.feed.Message;
import io.touchline.feed.MessageBatch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The messages of a level-3 file, made so plain that every book takes them: an image's clearing is a DELETE of each order that rests, an
 * UPDATE of an unknown order an ADD, and what changes nothing is left out, as are market orders. At the end all orders are deleted.
 */
final class PlainMessages {

    private static final ReaderLimits LIMITS = new ReaderLimits(1 << 16, 256, Long.MAX_VALUE, 1);

    private final Map<Long, Resting> resting = new LinkedHashMap<>();
    private long[] words = new long[1 << 20];
    private int end;
    private long image = -1;

    long[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            L3Reader reader = new L3Reader(in, LIMITS, null);
            MessageBatch batch = new MessageBatch(1024);
            Message message = new Message();
            while (reader.read(batch)) {
                for (int at = batch.begin(); at < batch.end(); at += message.length()) {
                    take(message.moveTo(batch.words(), at));
                }
                batch.clear();
            }
        }
        deleteAll(Long.MAX_VALUE);
        return Arrays.copyOf(words, end);
    }

    private void take(Message message) {
        if (message.isImage() && message.seqNum() != image) {
            image = message.seqNum();
            deleteAll(image);
        }
        Resting order = resting.get(message.orderId());
        boolean market = message.action().hasPrice() && message.price() == OrderBook.MARKET_PRICE;
        if (message.action().hasPrice() && !market) {
            put(message, order == null ? Action.ADD : Action.UPDATE);
            resting.put(message.orderId(), new Resting(message.side().bit(), message.quantity()));
        } else if (order != null && message.action() == Action.DELETE) {
            put(message, Action.DELETE);
            resting.remove(message.orderId());
        } else if (order != null && message.action() == Action.TRADE) {
            trade(message, order);
        }
    }

    private void trade(Message message, Resting order) {
        put(message, Action.TRADE);
        long left = order.quantity - message.quantity();
        if (left <= 0) {
            resting.remove(message.orderId());
        } else {
            resting.put(message.orderId(), new Resting(order.side, left));
        }
    }

    private void deleteAll(long seqNum) {
        resting.forEach((id, order) -> put(seqNum, id, 0, 0, order.side, Action.DELETE));
        resting.clear();
    }

    private void put(Message message, Action action) {
        put(
                message.seqNum(),
                message.orderId(),
                message.price(),
                message.quantity(),
                message.side().bit(),
                action);
    }

    private void put(long seqNum, long orderId, long price, long quantity, int side, Action action) {
        if (end == words.length) {
            words = Arrays.copyOf(words, 2 * end);
        }
        long flags = Message.flags(1, 0, false, false, side, action.code());
        new Message(words, end).set(seqNum, 0, orderId, price, quantity, 0, flags);
        end += Message.WORDS;
    }

    private record Resting(int side, long quantity) {}
}
