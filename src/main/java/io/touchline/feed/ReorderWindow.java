package io.touchline.feed;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Packets that are held back so that they apply in the order of their sequence numbers, each with its rows.
 *
 * <p>A row lies in a slot, and the slots of a packet make a list. Packets that came in ascending order stand in a ring; one that came after a
 * higher one waits in a tree. The rows of a packet of more than
 * {@value #FEW} rows stand in a hash set too, so that a duplicate is found at once. One thread; allocates only to grow, and per packet that came
 * out of order.
 */
final class ReorderWindow {

    /** No packet, no slot. */
    static final int NONE = -1;

    private static final int FEW = 8;
    private static final int MANY = 64;
    private static final int USUAL_BLOCK_SHIFT = 10;

    private final int maxRows;
    private final int blockShift;
    private final int slotsPerBlock;

    private long[][] blocks = new long[0][];
    private int blockCount;
    private int wordsPerSlot = Message.WORDS;
    private int[] next = new int[0];
    private int[] last = new int[0];
    private int[] rows = new int[0];
    private int free = NONE;
    private int usedSlots;
    private int heldRows;

    private int[] ring = new int[64];
    private long[] ringSeqNums = new long[64];
    private int ringFirst;
    private int ringSize;
    private final TreeMap<Long, Integer> stragglers = new TreeMap<>();

    private final RowSet rowsOfLargePackets = new RowSet(this);
    private int previous = NONE;

    /**
     * An empty window.
     *
     * @param maxRows how many rows may be held at a time
     */
    ReorderWindow(int maxRows) {
        this(maxRows, USUAL_BLOCK_SHIFT);
    }

    /**
     * An empty window that grows in steps of its own.
     *
     * @param blockShift how many rows it makes room for at a time, as a power of two
     */
    ReorderWindow(int maxRows, int blockShift) {
        this.maxRows = maxRows;
        this.blockShift = blockShift;
        this.slotsPerBlock = 1 << blockShift;
    }

    /** The packet with this sequence number, or {@link #NONE}. */
    int find(long seqNum) {
        if (ringSize == 0 || seqNum > ringSeqNums[place(ringSize - 1)]) {
            return NONE;
        }
        if (seqNum == ringSeqNums[place(ringSize - 1)]) {
            return ring[place(ringSize - 1)];
        }
        return findBefore(seqNum);
    }

    /** How many packets are held. */
    int packets() {
        return ringSize + stragglers.size();
    }

    /** How many rows are held. */
    int rows() {
        return heldRows;
    }

    /** How many rows may be held. */
    int maxRows() {
        return maxRows;
    }

    boolean isEmpty() {
        return packets() == 0;
    }

    /** The highest sequence number held; -1 when none is. */
    long highest() {
        return ringSize == 0 ? -1 : ringSeqNums[place(ringSize - 1)];
    }

    /** The lowest sequence number held; only when one is. */
    long lowest() {
        long first = ringSize == 0 ? Long.MAX_VALUE : ringSeqNums[place(0)];
        return stragglers.isEmpty() ? first : Math.min(first, stragglers.firstKey());
    }

    /**
     * Moves a view over all rows held, packet by packet; the one with the row just before the next in the feed comes last, so that rows held anew in this order are
     * found to be duplicates as they would be here.
     */
    void forEachRow(Message view, Consumer<Message> consumer) {
        int last = previousPacket();
        for (int i = 0; i < ringSize; i++) {
            forEachRow(ring[place(i)], last, view, consumer);
        }
        for (int packet : stragglers.values()) {
            forEachRow(packet, last, view, consumer);
        }
        forEachRow(last, NONE, view, consumer);
    }

    /** The packet that holds the row just before the next one in the feed; {@link #NONE} when that row is not held. */
    int previousPacket() {
        if (previous == NONE) {
            return NONE;
        }
        int packet = find(block(previous)[at(previous) + Message.SEQ_NUM]);
        return packet != NONE && last[packet] == previous ? packet : NONE;
    }

    /** Holds the first row of a packet that {@link #find} did not find. */
    void hold(Message message) {
        int slot = store(message);
        last[slot] = slot;
        rows[slot] = 1;
        long seqNum = message.seqNum();
        if (ringSize == 0 || seqNum > ringSeqNums[place(ringSize - 1)]) {
            append(seqNum, slot);
        } else {
            stragglers.put(seqNum, slot);
        }
    }

    /**
     * Holds one more row of a packet, unless it is a duplicate: equal to a row of the packet, and not to the row just before it in the feed.
     *
     * @return whether the row is held
     */
    boolean join(int packet, Message message) {
        if (isDuplicate(packet, message)) {
            drop();
            return false;
        }
        int slot = store(message);
        next[last[packet]] = slot;
        last[packet] = slot;
        if (++rows[packet] > FEW) {
            addToSet(packet, slot);
        }
        return true;
    }

    /** Holds a row again that another window held, in the order of its {@link #forEachRow}. */
    void restore(Message message) {
        int packet = find(message.seqNum());
        if (packet == NONE) {
            hold(message);
        } else {
            join(packet, message);
        }
    }

    /** Says that a row of the feed is not held: the one behind it has no row just before it here. */
    void drop() {
        previous = NONE;
    }

    /** The packet of the lowest sequence number, which leaves the window: read its rows, then {@link #free} it. */
    int pollLowest() {
        Map.Entry<Long, Integer> straggler = stragglers.isEmpty() ? null : stragglers.firstEntry();
        if (straggler != null && (ringSize == 0 || straggler.getKey() < ringSeqNums[place(0)])) {
            stragglers.remove(straggler.getKey());
            return straggler.getValue();
        }
        int packet = ring[place(0)];
        ringFirst = place(1);
        ringSize--;
        return packet;
    }

    /** The row behind a row of the same packet, or {@link #NONE}; a packet is its own first row. */
    int nextRow(int slot) {
        return next[slot];
    }

    /** Moves a view to a row. */
    void read(int slot, Message view) {
        view.moveTo(blocks[slot >>> blockShift], at(slot));
    }

    /** Gives the slots of a packet back. */
    void free(int packet) {
        if (rows[packet] > FEW) {
            freeLarge(packet);
        }
        heldRows -= rows[packet];
        next[last[packet]] = free;
        free = packet;
    }

    private void freeLarge(int packet) {
        if (rowsOfLargePackets.isAll(rows[packet])) {
            rowsOfLargePackets.clear();
            return;
        }
        for (int slot = packet; slot != NONE; slot = next[slot]) {
            rowsOfLargePackets.remove(slot);
        }
    }

    /** Whether a packet is so large that it pays to announce its rows. */
    boolean isLarge(int packet) {
        return rows[packet] > MANY;
    }

    /** The words that hold a row; it starts at {@link #at}. */
    long[] block(int slot) {
        return blocks[slot >>> blockShift];
    }

    int at(int slot) {
        return (slot & (slotsPerBlock - 1)) * wordsPerSlot;
    }

    private void forEachRow(int packet, int except, Message view, Consumer<Message> consumer) {
        for (int slot = packet == except ? NONE : packet; slot != NONE; slot = next[slot]) {
            read(slot, view);
            consumer.accept(view);
        }
    }

    private int findBefore(long seqNum) {
        int low = 0;
        int high = ringSize - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ringSeqNums[place(middle)] < seqNum) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (ringSeqNums[place(low)] == seqNum) {
            return ring[place(low)];
        }
        return stragglers.isEmpty() ? NONE : stragglers.getOrDefault(seqNum, NONE);
    }

    private int place(int index) {
        return (ringFirst + index) & (ring.length - 1);
    }

    private void append(long seqNum, int packet) {
        if (ringSize == ring.length) {
            growRing();
        }
        int place = place(ringSize++);
        ring[place] = packet;
        ringSeqNums[place] = seqNum;
    }

    private void growRing() {
        int[] packets = new int[2 * ringSize];
        long[] seqNums = new long[2 * ringSize];
        for (int i = 0; i < ringSize; i++) {
            packets[i] = ring[place(i)];
            seqNums[i] = ringSeqNums[place(i)];
        }
        ring = packets;
        ringSeqNums = seqNums;
        ringFirst = 0;
    }

    private boolean isDuplicate(int packet, Message message) {
        if (previous != NONE && isSame(previous, message)) {
            return false;
        }
        return rows[packet] > FEW ? rowsOfLargePackets.contains(message) : isAmongFew(packet, message);
    }

    private boolean isAmongFew(int packet, Message message) {
        for (int slot = packet; slot != NONE; slot = next[slot]) {
            if (isSame(slot, message)) {
                return true;
            }
        }
        return false;
    }

    boolean isSame(int slot, Message message) {
        return Message.sameRow(block(slot), at(slot), message.words(), message.at());
    }

    private void addToSet(int packet, int slot) {
        if (rows[packet] > FEW + 1) {
            rowsOfLargePackets.add(slot);
            return;
        }
        for (int each = packet; each != NONE; each = next[each]) {
            rowsOfLargePackets.add(each);
        }
    }

    private int store(Message message) {
        if (heldRows == maxRows) {
            throw new LimitExceededException(LimitExceededException.Limit.HELD_ROWS, maxRows, message.line());
        }
        if (message.hasTextId() && wordsPerSlot == Message.WORDS) {
            widen();
        }
        int slot = free == NONE ? newSlot() : free;
        free = slot < usedSlots ? next[slot] : NONE;
        usedSlots = Math.max(usedSlots, slot + 1);
        message.copyTo(block(slot), at(slot));
        next[slot] = NONE;
        heldRows++;
        previous = slot;
        return slot;
    }

    private int newSlot() {
        if (usedSlots == next.length) {
            int capacity = Math.max(slotsPerBlock, 2 * usedSlots);
            next = Arrays.copyOf(next, capacity);
            last = Arrays.copyOf(last, capacity);
            rows = Arrays.copyOf(rows, capacity);
            blocks = Arrays.copyOf(blocks, capacity >>> blockShift);
        }
        if (usedSlots == blockCount * slotsPerBlock) {
            blocks[blockCount++] = new long[slotsPerBlock * wordsPerSlot];
        }
        return usedSlots;
    }

    /** Lays all slots out anew, with room for order ids that are text. */
    private void widen() {
        wordsPerSlot = Message.WORDS_WITH_TEXT_ID;
        for (int i = 0; i < blockCount; i++) {
            long[] narrow = blocks[i];
            long[] wide = new long[slotsPerBlock * wordsPerSlot];
            for (int slot = 0; slot < slotsPerBlock; slot++) {
                System.arraycopy(narrow, slot * Message.WORDS, wide, slot * wordsPerSlot, Message.WORDS);
            }
            blocks[i] = wide;
        }
    }
}
