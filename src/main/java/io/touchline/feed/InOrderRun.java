package io.touchline.feed;

import java.util.ArrayDeque;

/**
 * The packets at the end of the reorder window that came in order, still in the batches in which they came.
 *
 * <p>In-order input, the usual case, is thus held back without being copied. A run takes what a {@link PacketScan} found, when it is
 * higher than all before it; whatever is not so simple goes to the {@link ReorderWindow}. One thread; allocates only to grow.
 */
final class InOrderRun {

    private static final int WORDS = Message.WORDS;

    private final PacketScan scan = new PacketScan();
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
        if (!batch.isScanned()) {
            scan.scan(batch);
        }
        long first = batch.words()[batch.begin() + Message.SEQ_NUM];
        boolean goesOn = first == highest && !isEmpty() && moveLastPacketTo(batch);
        if (!goesOn && first <= Math.max(floor, highest)) {
            return batch.begin();
        }
        add(batch);
        return batch.end();
    }

    private void add(MessageBatch batch) {
        batch.cutTo(batch.inOrderEnd());
        packets += batch.inOrderPackets();
        rows += (batch.end() - batch.begin()) / WORDS;
        lastPacket = batch.lastInOrder();
        highest = batch.words()[lastPacket + Message.SEQ_NUM];
        if (batches.isEmpty()) {
            head = batch.begin();
        }
        batches.add(batch);
    }

    /** Moves the packet that may go on in a batch to that batch; answers whether it could be. */
    private boolean moveLastPacketTo(MessageBatch batch) {
        MessageBatch before = batches.getLast();
        int length = before.end() - lastPacket;
        if (length > MessageBatch.FRONT * WORDS) {
            return false;
        }
        batch.prepend(before, lastPacket);
        scan.scanFirst(batch);
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
