package io.touchline.feed;

import java.util.ArrayDeque;

/**
 * The packets at the end of the reorder window that came in order, still in the batches in which they came.
 *
 * <p>In-order input, the usual case, is thus held back without being copied. A run takes a packet only when it is higher than all before it,
 * is of at most {@value PacketRows#MOST} rows and has no duplicate among them; whatever is not so simple goes to the
 * {@link ReorderWindow}. One thread; allocates only to grow.
 */
final class InOrderRun {

    private static final int WORDS = Message.WORDS;

    private final PacketRows packet = new PacketRows();
    private final ArrayDeque<MessageBatch> batches = new ArrayDeque<>();
    private final ArrayDeque<MessageBatch> spare = new ArrayDeque<>();
    private int head;
    private int packets;
    private int rows;
    private long highest = -1;
    private int lastPacket;

    /** How many packets it holds. */
    int packets() {
        return packets;
    }

    /** How many rows it holds. */
    int rows() {
        return rows;
    }

    boolean isEmpty() {
        return packets == 0;
    }

    /**
     * Takes the packets from the start of a batch that are in order, up to the first row that is not.
     *
     * @param floor the highest sequence number held elsewhere
     * @return where in the batch's words the first row not taken starts; when rows were taken the batch is the run's until {@link #spare} gives
     *     it back
     */
    int take(MessageBatch batch, long floor) {
        if (batch.isEmpty() || batch.hasTextIds()) {
            return batch.begin();
        }
        long last = Math.max(floor, highest);
        long[] words = batch.words();
        if (!isEmpty() && words[batch.begin() + Message.SEQ_NUM] == highest && moveLastPacketTo(batch)) {
            last = highest - 1;
        }
        int first = 0;
        int at = batch.begin();
        for (; at < batch.end(); at += WORDS) {
            long seqNum = words[at + Message.SEQ_NUM];
            if (seqNum > last) {
                last = seqNum;
                first = at;
                packet.start(at);
                packets++;
            } else if (seqNum < last || !joins(words, first, at)) {
                break;
            }
        }
        if (at > batch.begin()) {
            highest = last;
            lastPacket = first;
            rows += (at - batch.begin()) / WORDS;
            if (batches.isEmpty()) {
                head = batch.begin();
            }
            batch.cutTo(at);
            batches.add(batch);
        }
        return at;
    }

    /** Moves the packet that may go on in a batch to that batch; answers whether it could be. */
    private boolean moveLastPacketTo(MessageBatch batch) {
        MessageBatch before = batches.getLast();
        int length = before.end() - lastPacket;
        if (length > MessageBatch.FRONT * WORDS) {
            return false;
        }
        batch.prepend(before, lastPacket);
        before.cutTo(lastPacket);
        packets--;
        rows -= length / WORDS;
        int start = batches.element() == before ? head : before.begin();
        if (start == lastPacket) {
            spare.add(batches.removeLast());
        }
        return true;
    }

    private void dropFirstBatch() {
        spare.add(batches.remove());
        head = batches.isEmpty() ? 0 : batches.element().begin();
    }

    /** Whether the row at {@code at} may join the packet whose first row is at {@code first}, 0 when that is not in this batch. */
    private boolean joins(long[] words, int first, int at) {
        if (first == 0 || at - first >= PacketRows.MOST * WORDS) {
            return false;
        }
        return Message.sameRow(words, at - WORDS, words, at) || !packet.contains(words, at);
    }

    /** The words of its first batch; only while it holds a packet. */
    long[] words() {
        return batches.element().words();
    }

    /** Where in {@link #words} its lowest packet starts. */
    int begin() {
        return head;
    }

    /** Where in {@link #words} the packets of the first batch end; each of them is whole. */
    int end() {
        return batches.element().end();
    }

    /** Lets the first rows go: whole packets, so many of them, that end at a place in {@link #words}. */
    void drop(int end, int packets) {
        rows -= (end - head) / WORDS;
        this.packets -= packets;
        head = end;
        if (end == end()) {
            dropFirstBatch();
        }
    }

    /** An empty batch: one that is done with, or a new one of the size of {@code like}. */
    MessageBatch spare(MessageBatch like) {
        MessageBatch batch = spare.poll();
        return batch == null ? like.another() : batch.clear();
    }
}
