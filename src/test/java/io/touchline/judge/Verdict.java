package io.touchline.judge;

import io.touchline.convert.ConversionReport.Counters;
import io.touchline.convert.ConversionReport.LatePacket;
import java.util.List;

/**
 * Everything that a conversion's result is judged by.
 *
 * @param l1 the level 1 written; empty when the input was refused
 * @param refused the row that ended the conversion, if one did; all else is empty then
 * @param firstAndLast time and sequence number of the first quote and of the last, written or not
 */
record Verdict(
        String l1,
        List<Refusal> refused,
        long packets,
        Counters counters,
        List<Refusal> skippedRows,
        List<LatePacket> latePackets,
        List<String> firstAndLast,
        Rows rows) {

    static final Counters NO_COUNTERS = new Counters(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    static Verdict refusedAt(Refusal refusal) {
        Rows none = new Rows(0, List.of(), List.of(), 0, 0);
        return new Verdict("", List.of(refusal), 0, NO_COUNTERS, List.of(), List.of(), List.of(), none);
    }

    /** Rows written: how many, lowest and highest prices as text, and how many were locked and crossed. */
    record Rows(long quotes, List<String> bids, List<String> asks, long locked, long crossed) {}
}
