package io.touchline.feed;

import java.util.Arrays;

/** Passes packets on, row by row, to whoever has the books. One thread, the feed's; allocates only to grow. */
final class PassedPackets implements PacketTarget {

    private static final long NONE = -1;

    private final PacketListener listener;
    private final FeedCounters counters = new FeedCounters();
    private final Message row = new Message();
    private long[] lastSeqNums = {NONE};
    private int end;

    PassedPackets(PacketListener listener) {
        this.listener = listener;
    }

    @Override
    public FeedCounters counters() {
        return counters;
    }

    @Override
    public long lastSeqNum(int symbol) {
        return symbol < lastSeqNums.length ? lastSeqNums[symbol] : NONE;
    }

    @Override
    public int apply(long[] words, int from, int to, int most) {
        int packets = 0;
        int at = from;
        while (at < to && packets < most) {
            long seqNum = words[at + Message.SEQ_NUM];
            do {
                apply(row.moveTo(words, at));
                at += Message.WORDS;
            } while (at < to && words[at + Message.SEQ_NUM] == seqNum);
            packets++;
        }
        end = at;
        return packets;
    }

    @Override
    public int end() {
        return end;
    }

    @Override
    public void announce(Message row) {
        // whoever listens has the books
    }

    @Override
    public void startPacket() {
        // whoever listens tells packets apart by their numbers
    }

    @Override
    public void apply(Message row) {
        ensure(row.symbol());
        lastSeqNums[row.symbol()] = row.seqNum();
        listener.message(row);
    }

    @Override
    public void endPacket() {
        // as for the start
    }

    private void ensure(int symbol) {
        int known = lastSeqNums.length;
        if (symbol >= known) {
            lastSeqNums = Arrays.copyOf(lastSeqNums, 2 * symbol);
            Arrays.fill(lastSeqNums, known, lastSeqNums.length, NONE);
        }
    }
}
