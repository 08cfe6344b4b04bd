package io.touchline.feed;

import io.touchline.book.Side;

/**
 * One level-3 message: a view of a record of eight 64-bit words, sixteen when its order id is text.
 *
 * <p>The view moves from record to record, so that nothing is allocated per message; whoever needs a message longer copies the words.
 * It belongs to one thread. Records lie in a {@link MessageBatch} between reader and window, and in the {@link ReorderWindow} while they are held.
 *
 * <pre>
 * word 0   seq_num                         word 5   digest of the cells that are not decoded
 *      1   time, nanoseconds since 1970         6   line 38 bits | symbol 20 | text id 1 | image 1 | side 1 | action 3
 *      2   order id                             7   unused: a record fills a cache line
 *      3   price, unit 10^-9              8..15   order id as text: UTF-8, filled up with zero bytes
 *      4   quantity, unit 10^-8
 * </pre>
 *
 * Two messages whose words 0 to 5 and flags are equal were equal in every column.
 */
public final class Message {

    /** Words of a record whose order id is a number. */
    public static final int WORDS = 8;
    /** Words of a record whose order id is text. */
    public static final int WORDS_WITH_TEXT_ID = 16;
    /** The longest order id, bytes of UTF-8. */
    public static final int MAX_TEXT_ID_BYTES = 8 * (WORDS_WITH_TEXT_ID - WORDS);
    /** How many symbols a message can tell apart. */
    public static final int MAX_SYMBOLS = 1 << 20;

    static final int SEQ_NUM = 0;
    static final int TIME = 1;
    static final int ORDER_ID = 2;
    static final int PRICE = 3;
    static final int QUANTITY = 4;
    static final int REST = 5;
    static final int FLAGS = 6;

    /** Where the flags word keeps it. */
    public static final int SIDE_SHIFT = 3;

    private static final int ACTION_MASK = 7;
    private static final long SIDE_BIT = 1 << SIDE_SHIFT;
    /** Where the flags word keeps it. */
    public static final long IMAGE_BIT = 1 << 4;

    private static final long TEXT_ID_BIT = 1 << 5;
    /** Where the flags word keeps it. */
    public static final int SYMBOL_SHIFT = 6;
    /** Where the flags word keeps it. */
    public static final int LINE_SHIFT = 26;

    private static final long ALL_BUT_LINE = (1L << LINE_SHIFT) - 1;

    private long[] words;
    private int at;

    /** A message of its own, not a view of another's record. */
    public Message() {
        this(new long[WORDS_WITH_TEXT_ID], 0);
    }

    public Message(long[] words, int at) {
        this.words = words;
        this.at = at;
    }

    /** Moves this view to the record that starts at {@code words[at]}. */
    public Message moveTo(long[] words, int at) {
        if (this.words != words) { // a garbage collector makes every store of a reference dear
            this.words = words;
        }
        this.at = at;
        return this;
    }

    /** The flags word of a record; the line starts at 1 and is cut to 38 bits. */
    public static long flags(long line, int symbol, boolean textId, boolean image, int side, int action) {
        return (line << LINE_SHIFT)
                | ((long) symbol << SYMBOL_SHIFT)
                | (textId ? TEXT_ID_BIT : 0)
                | (image ? IMAGE_BIT : 0)
                | ((long) side << SIDE_SHIFT)
                | action;
    }

    /** Writes all words of this record but the text of its order id. */
    public void set(long seqNum, long timeNanos, long orderId, long price, long quantity, long rest, long flags) {
        long[] w = words;
        int p = at;
        w[p + SEQ_NUM] = seqNum;
        w[p + TIME] = timeNanos;
        w[p + ORDER_ID] = orderId;
        w[p + PRICE] = price;
        w[p + QUANTITY] = quantity;
        w[p + REST] = rest;
        w[p + FLAGS] = flags;
    }

    /** Writes the order id as text: the word that holds its bytes 8i to 8i+7, the first in the lowest bits. */
    public void textIdWord(int i, long word) {
        words[at + WORDS + i] = word;
    }

    /** 0 to 2<sup>63</sup>-1. */
    public long seqNum() {
        return words[at + SEQ_NUM];
    }

    /** Nanoseconds since 1970-01-01, UTC. */
    public long timeNanos() {
        return words[at + TIME];
    }

    /** The order id as an unsigned number, below {@link io.touchline.book.OrderIds#FIRST_HANDLE}; 0 when it is text. */
    public long orderId() {
        return words[at + ORDER_ID];
    }

    /** Unit 10<sup>-9</sup>; {@link io.touchline.book.OrderBook#MARKET_PRICE} for a market order; 0 where the action has none. */
    public long price() {
        return words[at + PRICE];
    }

    /** Unit 10<sup>-8</sup>; 0 where the action has none. */
    public long quantity() {
        return words[at + QUANTITY];
    }

    /** A digest of the cells that are not decoded, so that rows can be told apart that differ in nothing else; 0 when there are none. */
    public long rest() {
        return words[at + REST];
    }

    public Action action() {
        return Action.of(actionCode());
    }

    /** {@link Action#code()} of the action. */
    public int actionCode() {
        return (int) words[at + FLAGS] & ACTION_MASK;
    }

    public Side side() {
        return Side.of((int) (words[at + FLAGS] & SIDE_BIT) >>> SIDE_SHIFT);
    }

    /** Whether this message is part of a book image. */
    public boolean isImage() {
        return (words[at + FLAGS] & IMAGE_BIT) != 0;
    }

    /** Whether the order id is text, in the words behind the record's first eight. */
    public boolean hasTextId() {
        return (words[at + FLAGS] & TEXT_ID_BIT) != 0;
    }

    /** The index of the symbol in the feed's {@link Symbols}. */
    public int symbol() {
        return (int) (words[at + FLAGS] >>> SYMBOL_SHIFT) & (MAX_SYMBOLS - 1);
    }

    /** The line where the row starts, counted from 1. */
    public long line() {
        return words[at + FLAGS] >>> LINE_SHIFT;
    }

    /** How many words the record takes. */
    public int length() {
        return hasTextId() ? WORDS_WITH_TEXT_ID : WORDS;
    }

    /** The words behind this view; a text id starts {@link #WORDS} behind {@link #at}. */
    public long[] words() {
        return words;
    }

    /** Where in {@link #words} the record starts. */
    public int at() {
        return at;
    }

    /** Copies the record to {@code target[to]}. */
    void copyTo(long[] target, int to) {
        target[to + SEQ_NUM] = words[at + SEQ_NUM];
        target[to + TIME] = words[at + TIME];
        target[to + ORDER_ID] = words[at + ORDER_ID];
        target[to + PRICE] = words[at + PRICE];
        target[to + QUANTITY] = words[at + QUANTITY];
        target[to + REST] = words[at + REST];
        target[to + FLAGS] = words[at + FLAGS];
        if (hasTextId()) {
            System.arraycopy(words, at + WORDS, target, to + WORDS, WORDS_WITH_TEXT_ID - WORDS);
        }
    }

    /** Whether two records stand for rows that were equal in every column. */
    static boolean sameRow(long[] a, int i, long[] b, int j) {
        return a[i + ORDER_ID] == b[j + ORDER_ID]
                && a[i + QUANTITY] == b[j + QUANTITY]
                && a[i + PRICE] == b[j + PRICE]
                && a[i + TIME] == b[j + TIME]
                && a[i + REST] == b[j + REST]
                && ((a[i + FLAGS] ^ b[j + FLAGS]) & ALL_BUT_LINE) == 0
                && a[i + SEQ_NUM] == b[j + SEQ_NUM]
                && sameTextId(a, i, b, j);
    }

    private static boolean sameTextId(long[] a, int i, long[] b, int j) {
        if ((a[i + FLAGS] & TEXT_ID_BIT) == 0) {
            return true;
        }
        for (int w = WORDS; w < WORDS_WITH_TEXT_ID; w++) {
            if (a[i + w] != b[j + w]) {
                return false;
            }
        }
        return true;
    }

    /** A hash for {@link #sameRow}. */
    static long hash(long[] words, int at) {
        long h = (words[at + ORDER_ID] ^ words[at + SEQ_NUM]) * 0x9E3779B97F4A7C15L;
        h = (h ^ (h >>> 32) ^ words[at + QUANTITY]) * 0xD6E8FEB86659FD93L;
        h = (h ^ (h >>> 32) ^ words[at + PRICE] ^ (words[at + FLAGS] & ALL_BUT_LINE)) * 0xD6E8FEB86659FD93L;
        if ((words[at + FLAGS] & TEXT_ID_BIT) != 0) {
            for (int w = WORDS; w < WORDS_WITH_TEXT_ID; w++) {
                h = (h ^ (h >>> 32) ^ words[at + w]) * 0x9E3779B97F4A7C15L;
            }
        }
        return h ^ (h >>> 32);
    }
}
