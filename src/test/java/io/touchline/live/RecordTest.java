package io.touchline.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.binary.MessageReader;
import io.touchline.binary.MessageWriter;
import io.touchline.binary.NumberReader;
import io.touchline.binary.NumberWriter;
import io.touchline.feed.Action;
import io.touchline.feed.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Records as bytes, and back. */
class RecordTest {

    @Test
    void messagesAreReadAsTheyWereWritten() {
        for (int seed = 1; seed <= 500; seed++) {
            Random random = new Random(seed);
            List<long[]> written = new ArrayList<>();
            NumberWriter out = new NumberWriter(1);
            MessageWriter writer = new MessageWriter(out);
            for (int i = 0; i < 20; i++) {
                Message message = random(random, i + 1);
                written.add(message.words().clone());
                writer.write(message);
            }

            MessageReader reader = new MessageReader();
            NumberReader in = new NumberReader().moveTo(out.bytes(), 0, out.length());
            reader.moveTo(in);
            for (int i = 0; i < written.size(); i++) {
                Message read = reader.read(i + 1);
                assertThat(Arrays.copyOf(read.words(), read.length()))
                        .as("seed %d, message %d", seed, i)
                        .isEqualTo(Arrays.copyOf(written.get(i), read.length()));
            }
            assertThat(in.hasMore()).isFalse();
        }
    }

    /** Any message: often small numbers, often the largest, and text ids of all lengths. */
    private static Message random(Random random, long line) {
        Message message = new Message();
        Action action = Action.of(random.nextInt(Action.COUNT));
        boolean image = action == Action.IMAGE || random.nextInt(4) == 0;
        boolean textId = action != Action.IMAGE && random.nextInt(3) == 0;
        int side = action == Action.IMAGE ? 0 : random.nextInt(2);
        long orderId = textId || action == Action.IMAGE ? 0 : number(random);
        message.set(
                number(random) & Long.MAX_VALUE,
                number(random),
                orderId,
                action.hasPrice() ? number(random) : 0,
                action.hasQuantity() ? number(random) & Long.MAX_VALUE : 0,
                random.nextBoolean() ? 0 : number(random),
                Message.flags(line, 0, textId, image, side, action.code()));
        for (int i = 0, left = textId ? 1 + random.nextInt(64) : 0; left > 0; i++, left -= 8) {
            message.textIdWord(i, 0x6162636465666768L >>> (8 * Math.max(0, 8 - left)));
        }
        return message;
    }

    private static long number(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> Long.MAX_VALUE - random.nextInt(2);
            case 1 -> Long.MIN_VALUE + random.nextInt(2);
            case 2 -> random.nextLong();
            default -> random.nextInt(200) - 100;
        };
    }

    @Test
    void symbolLongerThanAnIdIsRefused() {
        assertThatThrownBy(() -> new RecordWriter(RecordKind.FORGET, "x".repeat(65)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RecordWriter(RecordKind.FORGET, "")).isInstanceOf(IllegalArgumentException.class);
    }
}
