package io.touchline.csv;

/**
 * Writes sequence numbers that mostly rise by little: the text of all but the last four digits is kept. One thread; allocates nothing once made.
 */
final class SeqNumText {

    private static final int TAIL = 10_000;

    private final byte[] head = new byte[24];
    private int headLength;
    private long headNumber;

    /** Writes a number of 0 or more; answers where it ends. Up to 24 bytes are written. */
    int write(long seqNum, byte[] to, int at) {
        if (seqNum < TAIL) {
            return Digits.write(seqNum, to, at);
        }
        long front = seqNum / TAIL;
        if (front != headNumber) {
            headNumber = front;
            headLength = Digits.write(front, head, 0);
        }
        Bytes.put(to, at, Bytes.longAt(head, 0));
        Bytes.put(to, at + 8, Bytes.longAt(head, 8));
        return Digits.writeFour((int) (seqNum - front * TAIL), to, at + headLength);
    }
}
