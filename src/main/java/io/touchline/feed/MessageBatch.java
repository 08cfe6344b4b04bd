package io.touchline.feed;

/**
 * A run of messages, record behind record, on its way from a reader to a {@link Feed}.
 *
 * <p>One thread writes it, then another reads it; whoever hands it over sees to the order of memory. It keeps no view of its own, since what the
 * one thread changes with every row must not lie where the other reads. Allocates nothing once made.
 */
public final class MessageBatch {

    /** How many messages fit in front of the first, see {@link #prepend}. */
    static final int FRONT = PacketRows.MOST;

    private static final int FIRST = FRONT * Message.WORDS;

    private final long[] words;
    private int begin = FIRST;
    private int end = FIRST;
    private boolean textIds;
    /** Where what is in order ends, 0 before it was looked for; where its last packet starts; how many they are. */
    private int inOrderEnd;

    private int lastInOrder;
    private int inOrderPackets;

    /** An empty batch that takes {@code messages} messages with numbers for order ids, or half as many with texts. */
    public MessageBatch(int messages) {
        words = new long[FIRST + messages * Message.WORDS];
    }

    /** Whether it takes one more message, whatever its order id. */
    public boolean hasRoom() {
        return end + Message.WORDS_WITH_TEXT_ID <= words.length;
    }

    public boolean isEmpty() {
        return end == begin;
    }

    /** Takes all messages out. */
    public MessageBatch clear() {
        begin = FIRST;
        end = FIRST;
        textIds = false;
        inOrderEnd = 0;
        return this;
    }

    /** An empty batch of the same size. */
    MessageBatch another() {
        return new MessageBatch((words.length - FIRST) / Message.WORDS);
    }

    /** Puts up to {@link #FRONT} messages in front of the first: those of a packet that started in the batch before. */
    void prepend(MessageBatch before, int from) {
        begin -= before.end - from;
        System.arraycopy(before.words, from, words, begin, before.end - from);
    }

    /** Remembers what a {@link PacketScan} found. */
    void inOrder(int end, int lastPacket, int packets) {
        inOrderEnd = end;
        lastInOrder = lastPacket;
        inOrderPackets = packets;
    }

    boolean isScanned() {
        return inOrderEnd != 0;
    }

    /** Where the packets that are in order end. */
    int inOrderEnd() {
        return inOrderEnd;
    }

    /** Where the last of them starts. */
    int lastInOrder() {
        return lastInOrder;
    }

    int inOrderPackets() {
        return inOrderPackets;
    }

    /** Takes out all messages whose records start at or behind a word. */
    void cutTo(int end) {
        this.end = end;
    }

    /** Moves a view to the record behind the last one, to be written and then kept with {@link #keep}; only while there is room. */
    public void next(Message view) {
        view.moveTo(words, end);
    }

    /** Keeps the record that was written where {@link #next} moved the view. */
    public void keep(Message view) {
        end += view.length();
        textIds |= view.hasTextId();
    }

    /** Where the last record would end if so many more were kept, all with numbers for order ids, or as many as there is room for. */
    public int endOf(long more) {
        int most = (words.length - Message.WORDS_WITH_TEXT_ID - end) / Message.WORDS + 1;
        return end + (int) Math.min(more, most) * Message.WORDS;
    }

    /** Keeps the records that were written behind the last one, up to a word; none of their order ids is text. */
    public void keepTo(int end) {
        this.end = end;
    }

    /** Whether an order id in it is text. */
    boolean hasTextIds() {
        return textIds;
    }

    /** The words of all records. */
    public long[] words() {
        return words;
    }

    /** Where in the words the first record starts. */
    public int begin() {
        return begin;
    }

    /** Where in the words the last record ends. */
    public int end() {
        return end;
    }
}
