package io.touchline.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.feed.LimitExceededException.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReorderWindowTest {

    private final ReorderWindow window = new ReorderWindow(10_000);
    private final Message message = new Message();

    @Test
    void packetsLeaveFromTheLowestToTheHighest() {
        for (long seqNum : new long[] {5, 9, 7, 1, 12, 8, Long.MAX_VALUE, 0}) {
            window.hold(row(seqNum, seqNum));
        }

        assertThat(poll()).isEqualTo(List.of(0L, 1L, 5L, 7L, 8L, 9L, 12L, Long.MAX_VALUE));
        assertThat(window.isEmpty()).isTrue();
    }

    @Test
    void packetIsFoundWhileItIsHeld() {
        window.hold(row(5, 1));
        window.hold(row(9, 2));
        window.hold(row(7, 3));

        assertThat(window.find(5)).isNotEqualTo(ReorderWindow.NONE);
        assertThat(window.find(7)).isNotEqualTo(ReorderWindow.NONE);
        assertThat(window.find(9)).isNotEqualTo(ReorderWindow.NONE);
        assertThat(window.find(6)).isEqualTo(ReorderWindow.NONE);
        assertThat(window.find(4)).isEqualTo(ReorderWindow.NONE);
        assertThat(window.find(10)).isEqualTo(ReorderWindow.NONE);
        window.free(window.pollLowest());
        assertThat(window.find(5)).isEqualTo(ReorderWindow.NONE);
    }

    @Test
    void rowsOfAPacketKeepTheirOrderOfArrival() {
        window.hold(row(5, 3));
        window.hold(row(6, 9));
        window.join(window.find(5), row(5, 1));
        window.join(window.find(5), row(5, 2));

        assertThat(orderIds(window.pollLowest())).containsExactly(3L, 1L, 2L);
    }

    @Test
    void rowEqualToTheOneJustBeforeItIsHeldToo() {
        window.hold(row(5, 1));

        assertThat(window.join(window.find(5), row(5, 1))).isTrue();
        assertThat(window.join(window.find(5), row(5, 2))).isTrue();
        assertThat(window.join(window.find(5), row(5, 1))).isFalse();
    }

    @Test
    void duplicateIsFoundAmongManyRowsOfAPacket() {
        window.hold(row(5, 0));
        for (long id = 1; id < 5_000; id++) {
            assertThat(window.join(window.find(5), row(5, id))).isTrue();
        }

        for (long id = 0; id < 5_000; id++) {
            assertThat(window.join(window.find(5), row(5, id))).isFalse();
        }
        assertThat(orderIds(window.pollLowest())).hasSize(5_000);
    }

    @Test
    void rowsOfOtherPacketsAreNoDuplicates() {
        window.hold(row(5, 1));
        window.hold(row(6, 1));
        for (long id = 2; id < 20; id++) {
            assertThat(window.join(window.find(5), row(5, id))).isTrue();
            assertThat(window.join(window.find(6), row(6, id))).isTrue();
        }

        window.free(window.pollLowest());

        assertThat(window.join(window.find(6), row(6, 1))).isFalse();
    }

    @Test
    void rowBeyondTheLimitIsNamedWithItsLine() {
        ReorderWindow three = new ReorderWindow(3);
        three.hold(row(1, 1));
        three.join(three.find(1), row(1, 2));
        three.hold(row(2, 1));

        assertThatThrownBy(() -> three.hold(row(3, 77)))
                .isInstanceOfSatisfying(LimitExceededException.class, thrown -> {
                    assertThat(thrown.limit()).isEqualTo(Limit.HELD_ROWS);
                    assertThat(thrown.line()).isEqualTo(77);
                })
                .hasMessage("line 77: more than 3 rows held back by the reorder window (touchline.limits.held-rows)");
    }

    @Test
    void rowsThatLeftMakeRoomForOthers() {
        ReorderWindow three = new ReorderWindow(3);
        for (int seqNum = 1; seqNum < 5_000; seqNum++) {
            three.hold(row(seqNum, 1));
            three.join(three.find(seqNum), row(seqNum, 2));
            int packet = three.pollLowest();
            assertThat(three.nextRow(three.nextRow(packet))).isEqualTo(ReorderWindow.NONE);
            three.free(packet);
        }
    }

    @Test
    void rowsHeldBeforeTheFirstTextIdStayAsTheyAre() {
        for (int seqNum = 1; seqNum <= 3_000; seqNum += 3) {
            window.hold(row(seqNum, 10L * seqNum));
            window.join(window.find(seqNum), row(seqNum, 10L * seqNum + 1));
        }
        window.hold(textRow(2, 42));

        for (int seqNum = 1; seqNum <= 3_000; seqNum += 3) {
            int packet = window.pollLowest();
            assertThat(orderIds(packet)).containsExactly(10L * seqNum, 10L * seqNum + 1);
            window.free(packet);
            if (seqNum == 1) {
                window.read(window.pollLowest(), message);
                assertThat(message.hasTextId()).isTrue();
                assertThat(message.words()[message.at() + Message.WORDS + 7]).isEqualTo(42);
            }
        }
    }

    @Test
    void randomPacketsLeaveAsASortedMapHasThem() {
        Random random = new Random(17);
        TreeMap<Long, List<Long>> expected = new TreeMap<>();
        long next = 0;
        for (int step = 0; step < 200_000; step++) {
            next += random.nextInt(3);
            long seqNum = random.nextInt(3) > 0 ? next : next - Math.min(next, random.nextInt(200));
            if (expected.size() < 200 || expected.containsKey(seqNum)) {
                accept(seqNum, step);
                expected.computeIfAbsent(seqNum, s -> new ArrayList<>()).add((long) step);
            }
            while (expected.size() > random.nextInt(200)) {
                int packet = window.pollLowest();
                assertThat(orderIds(packet)).isEqualTo(expected.pollFirstEntry().getValue());
                window.free(packet);
            }
        }
    }

    private void accept(long seqNum, long orderId) {
        int packet = window.find(seqNum);
        if (packet == ReorderWindow.NONE) {
            window.hold(row(seqNum, orderId));
        } else {
            window.join(packet, row(seqNum, orderId));
        }
    }

    private List<Long> poll() {
        List<Long> seqNums = new ArrayList<>();
        while (!window.isEmpty()) {
            int packet = window.pollLowest();
            window.read(packet, message);
            seqNums.add(message.seqNum());
            window.free(packet);
        }
        return seqNums;
    }

    private List<Long> orderIds(int packet) {
        List<Long> ids = new ArrayList<>();
        for (int slot = packet; slot != ReorderWindow.NONE; slot = window.nextRow(slot)) {
            window.read(slot, message);
            ids.add(message.orderId());
        }
        return ids;
    }

    /** An ADD whose line is its order id. */
    private static Message row(long seqNum, long orderId) {
        Message row = new Message();
        row.set(seqNum, 0, orderId, 1, 1, 0, Message.flags(orderId, 0, false, false, 0, Action.ADD.code()));
        return row;
    }

    private static Message textRow(long seqNum, long lastWord) {
        Message row = new Message();
        row.set(seqNum, 0, 0, 1, 1, 0, Message.flags(1, 0, true, false, 0, Action.ADD.code()));
        row.textIdWord(7, lastWord);
        return row;
    }
}
