package io.touchline.topic;

import io.touchline.feed.Action;
import io.touchline.feed.Message;
import io.touchline.live.LiveRequest;
import java.util.Random;

/** Requests for one book whose messages are as odd as a market's: orders known and unknown, text ids, images, packets late and twice. */
final class RandomRequests {

    private final Random random;
    private long seqNum = 10;

    RandomRequests(Random random) {
        this.random = random;
    }

    /** Fills a request with some messages. */
    LiveRequest fill(LiveRequest request) {
        seqNum += random.nextInt(3);
        long packet = seqNum;
        for (int messages = 1 + random.nextInt(6); messages > 0; messages--) {
            packet = random.nextInt(3) == 0 ? Math.max(0, seqNum + random.nextInt(7) - 4) : packet;
            write(request.next(), packet);
            request.keep();
        }
        return request;
    }

    private void write(Message message, long packet) {
        Action action = Action.of(random.nextInt(12) == 0 ? Action.IMAGE.code() : random.nextInt(4));
        boolean image = action == Action.IMAGE || random.nextInt(15) == 0;
        boolean text = action != Action.IMAGE && random.nextInt(3) == 0;
        long id = random.nextInt(8);
        for (int i = 0; text && i < 8; i++) {
            message.textIdWord(i, i == 0 ? 'a' + id : 0);
        }
        int side = action == Action.IMAGE ? 0 : random.nextInt(2);
        message.set(
                packet,
                packet * 1_000 + random.nextInt(2_000),
                text || action == Action.IMAGE ? 0 : id,
                action.hasPrice() ? (1 + random.nextInt(4)) * 1_000_000_000L : 0,
                action.hasQuantity() ? random.nextInt(3) * 100_000_000L : 0,
                random.nextInt(4) == 0 ? random.nextInt(3) : 0,
                Message.flags(1, 0, text, image, side, action.code()));
    }
}
