package io.touchline.web;

import io.touchline.convert.ConversionOptions;
import io.touchline.convert.ConversionReport;
import io.touchline.convert.ReportJson;

/** The part of a report that fits into a header of an answer: all but its lists, extremes and digests. */
record ReportHeader(
        ConversionOptions options,
        long rows,
        long packets,
        long quotes,
        ConversionReport.Counters counters,
        double seconds) {

    static final String NAME = "Touchline-Report";

    static String of(ConversionReport report) {
        return ReportJson.mapper()
                .writeValueAsString(new ReportHeader(
                        report.options(),
                        report.rows(),
                        report.packets(),
                        report.quotes(),
                        report.counters(),
                        report.seconds()));
    }
}
