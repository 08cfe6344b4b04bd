package io.touchline.convert;

import io.touchline.book.Outcome;
import io.touchline.csv.SkippedRows;
import io.touchline.csv.UnreadableRow;
import io.touchline.feed.FeedCounters;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a conversion read, did and wrote. Written as JSON its fields are named as in the CSV, words joined by underscores.
 *
 * @param bytes bytes read, as they came: compressed when the input was
 * @param rows rows read, the header and blank lines not counted: always {@code applied + skipped + duplicate_row + late_row}
 * @param packets packets applied
 * @param quotes rows written
 * @param skippedRows the first {@value #LISTED} rows that could not be read, by line; empty unless {@code errors=skip}
 * @param latePackets the first {@value #LISTED} late packets
 * @param firstTime time of the first packet applied, as level 1 writes it; null when there was none. Likewise the next three
 * @param firstSeqNum an unsigned decimal number as text, since it may pass 2<sup>53</sup>
 * @param lowestBid over all rows written; null when there was no bid. Likewise the next three
 * @param lockedShare share, 0 to 1, of the rows written whose bid equals their ask
 * @param crossedShare share, 0 to 1, of the rows written whose bid is above their ask
 * @param seconds from the first byte read to the last byte written
 * @param inputSha256 of the bytes as they came, in hexadecimal; null where it was not asked for
 * @param outputSha256 of the level 1 written, in hexadecimal; null where it was not asked for
 */
public record ConversionReport(
        ConversionOptions options,
        long bytes,
        long rows,
        long packets,
        long quotes,
        Counters counters,
        List<UnreadableRow> skippedRows,
        List<LatePacket> latePackets,
        @Nullable String firstTime,
        @Nullable String lastTime,
        @Nullable String firstSeqNum,
        @Nullable String lastSeqNum,
        @Nullable BigDecimal lowestBid,
        @Nullable BigDecimal highestBid,
        @Nullable BigDecimal lowestAsk,
        @Nullable BigDecimal highestAsk,
        double lockedShare,
        double crossedShare,
        double seconds,
        long rowsPerSecond,
        @Nullable String inputSha256,
        @Nullable String outputSha256) {

    /** How many skipped rows and late packets a report lists. */
    public static final int LISTED = 100;

    /**
     * Rows by what became of them; {@code rows = applied + skipped + duplicateRow + lateRow}. The five odd kinds are among the applied.
     *
     * @param latePacket late packets, of {@code lateRow} rows together; rows of one late packet that arrive apart count as several
     */
    public record Counters(
            long applied,
            long skipped,
            long duplicateRow,
            long latePacket,
            long lateRow,
            long duplicateAdd,
            long unknownUpdate,
            long unknownDelete,
            long unknownTrade,
            long overfill) {}

    /**
     * A packet that came after a higher one of its symbol was applied.
     *
     * @param line of its first row, counted from 1
     * @param symbol null when the input has no symbols
     */
    public record LatePacket(
            long line, String seqNum, @Nullable String symbol) {}

    /** How much was read, and how long it took. */
    record Extent(long bytes, long rows, double seconds) {}

    /**
     * The report of a conversion that is at its end.
     *
     * @param unread the rows that could not be read; null when the first would have ended the conversion
     */
    static ConversionReport of(
            ConversionOptions options,
            FeedCounters feed,
            L1Output output,
            @Nullable SkippedRows unread,
            Extent extent) {
        QuoteStatistics quotes = output.statistics();
        List<SkippedRows> skipped = unread == null ? List.of(output.refused()) : List.of(unread, output.refused());
        long skippedCount = skipped.stream().mapToLong(SkippedRows::count).sum();
        return new ConversionReport(
                options,
                extent.bytes,
                extent.rows,
                feed.packets(),
                quotes.rows(),
                counters(feed, skippedCount),
                firstByLine(skipped),
                output.latePackets(),
                quotes.firstTime(),
                quotes.lastTime(),
                quotes.firstSeqNum(),
                quotes.lastSeqNum(),
                quotes.lowestBid(),
                quotes.highestBid(),
                quotes.lowestAsk(),
                quotes.highestAsk(),
                quotes.lockedShare(),
                quotes.crossedShare(),
                extent.seconds,
                Math.round(extent.rows / Math.max(extent.seconds, 1e-9)),
                null,
                null);
    }

    private static Counters counters(FeedCounters feed, long skipped) {
        return new Counters(
                feed.applied(),
                skipped,
                feed.duplicateRows(),
                feed.latePackets(),
                feed.lateRows(),
                feed.of(Outcome.DUPLICATE_ADD),
                feed.of(Outcome.UNKNOWN_UPDATE),
                feed.of(Outcome.UNKNOWN_DELETE),
                feed.of(Outcome.UNKNOWN_TRADE),
                feed.of(Outcome.OVERFILL));
    }

    private static List<UnreadableRow> firstByLine(List<SkippedRows> skipped) {
        return skipped.stream()
                .flatMap(rows -> rows.first().stream())
                .sorted(Comparator.comparingLong(UnreadableRow::line))
                .limit(LISTED)
                .toList();
    }

    /** This report with the digests of what was read and written. */
    public ConversionReport withDigests(String input, String output) {
        return new ConversionReport(
                options,
                bytes,
                rows,
                packets,
                quotes,
                counters,
                skippedRows,
                latePackets,
                firstTime,
                lastTime,
                firstSeqNum,
                lastSeqNum,
                lowestBid,
                highestBid,
                lowestAsk,
                highestAsk,
                lockedShare,
                crossedShare,
                seconds,
                rowsPerSecond,
                input,
                output);
    }
}
