package io.touchline.feed;

/**
 * Finds the packets at the start of a batch that are simply in order: each higher than the one before, of at most {@value PacketRows#MOST} rows, and
 * with no duplicate among them. The batch remembers what was found.
 *
 * <p>A {@link Feed} does it itself; the thread that fills a batch may do it before, so that the feed's has less to do. One thread; allocates nothing
 * once made.
 */
public final class PacketScan {

    private static final int WORDS = Message.WORDS;

    private final PacketRows rows = new PacketRows();

    /** Scans a batch, all of whose messages are in it. */
    public void scan(MessageBatch batch) {
        long[] words = batch.words();
        long last = -1;
        int first = 0;
        int packets = 0;
        int at = batch.begin();
        for (int end = batch.hasTextIds() ? at : batch.end(); at < end; at += WORDS) {
            long seqNum = words[at + Message.SEQ_NUM];
            if (seqNum > last) {
                last = seqNum;
                first = at;
                rows.start(at);
                packets++;
            } else if (seqNum < last || !rows.join(words, at)) {
                break;
            }
        }
        batch.inOrder(at, first, packets);
    }

    /** Scans the first packet of a batch again, in front of which rows were put. */
    void scanFirst(MessageBatch batch) {
        long[] words = batch.words();
        int first = batch.begin();
        long seqNum = words[first + Message.SEQ_NUM];
        rows.start(first);
        int at = first + WORDS;
        while (at < batch.inOrderEnd() && words[at + Message.SEQ_NUM] == seqNum && rows.join(words, at)) {
            at += WORDS;
        }
        boolean isWhole = at == batch.inOrderEnd() || words[at + Message.SEQ_NUM] != seqNum;
        if (!isWhole || batch.inOrderPackets() == 1) {
            batch.inOrder(at, first, 1);
        }
    }
}
