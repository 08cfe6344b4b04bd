package io.touchline.journal;

/**
 * How a journal divides its bytes.
 *
 * @param segmentBytes a segment that has grown to this size takes no further group; positive
 * @param maxRecordBytes the longest payload, 1 to 2<sup>30</sup>
 */
public record JournalSettings(long segmentBytes, int maxRecordBytes) {

    /** Segments of 256 MiB, payloads of up to 16 MiB. */
    public static final JournalSettings DEFAULT = new JournalSettings(256L << 20, 16 << 20);

    static final int LARGEST_RECORD = 1 << 30;

    public JournalSettings {
        if (segmentBytes < 1) {
            throw new IllegalArgumentException("expected a positive segment size, found " + segmentBytes);
        }
        if (maxRecordBytes < 1 || maxRecordBytes > LARGEST_RECORD) {
            throw new IllegalArgumentException(
                    "expected a record size of 1 to " + LARGEST_RECORD + " bytes, found " + maxRecordBytes);
        }
    }
}
