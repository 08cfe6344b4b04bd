package io.touchline.cli;

import io.touchline.convert.ConversionReport;
import io.touchline.convert.ConversionReport.Counters;
import io.touchline.convert.ConversionReport.LatePacket;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A conversion's report for people: a line per number, names and numbers each below one another, no number shortened. */
final class ReportText {

    private static final int NAME = 18;
    private static final int NUMBER = 20;

    private final StringBuilder text = new StringBuilder();

    private ReportText() {}

    static String of(ConversionReport report) {
        ReportText text = new ReportText();
        text.rows(report.rows(), report.counters());
        text.oddKinds(report.counters());
        text.quotes(report);
        text.firstAndLast(report);
        text.work(report);
        text.lists(report);
        return text.text.toString();
    }

    private void rows(long rows, Counters counters) {
        number("rows", rows);
        number("  applied", counters.applied());
        number("  skipped", counters.skipped());
        number("  duplicate_row", counters.duplicateRow());
        number("  late_row", counters.lateRow());
    }

    private void oddKinds(Counters counters) {
        number("duplicate_add", counters.duplicateAdd());
        number("unknown_update", counters.unknownUpdate());
        number("unknown_delete", counters.unknownDelete());
        number("unknown_trade", counters.unknownTrade());
        number("overfill", counters.overfill());
        number("late_packet", counters.latePacket());
    }

    private void quotes(ConversionReport report) {
        number("packets", report.packets());
        number("quotes", report.quotes());
        number("  locked", Math.round(report.lockedShare() * report.quotes()));
        number("  crossed", Math.round(report.crossedShare() * report.quotes()));
    }

    private void firstAndLast(ConversionReport report) {
        words("first", report.firstTime(), "  seq_num ", report.firstSeqNum());
        words("last", report.lastTime(), "  seq_num ", report.lastSeqNum());
        words("bid", plain(report.lowestBid()), " to ", plain(report.highestBid()));
        words("ask", plain(report.lowestAsk()), " to ", plain(report.highestAsk()));
    }

    private void work(ConversionReport report) {
        number("bytes read", report.bytes());
        line("seconds", Numbers.seconds(report.seconds()));
        number("rows/s", report.rowsPerSecond());
        words("input sha256", report.inputSha256(), "", "");
        words("output sha256", report.outputSha256(), "", "");
    }

    private void lists(ConversionReport report) {
        first("skipped rows", report.skippedRows().size(), report.counters().skipped());
        report.skippedRows().forEach(row -> item(row.toString()));
        first("late packets", report.latePackets().size(), report.counters().latePacket());
        report.latePackets().forEach(packet -> item(text(packet)));
    }

    private static String text(LatePacket packet) {
        String symbol = packet.symbol() == null ? "" : ", symbol " + packet.symbol();
        return "line " + packet.line() + ", seq_num " + packet.seqNum() + symbol;
    }

    private void first(String what, int listed, long all) {
        if (listed > 0) {
            String of = listed < all ? ", the first " + listed + " of " + Numbers.grouped(all) : "";
            text.append(what).append(of).append(":\n");
        }
    }

    private void item(String item) {
        text.append("  ").append(item).append('\n');
    }

    private void number(String name, long number) {
        line(name, Numbers.grouped(number));
    }

    private void line(String name, String number) {
        text.append(name).append(" ".repeat(NAME - name.length()));
        text.append(" ".repeat(Math.max(0, NUMBER - number.length())))
                .append(number)
                .append('\n');
    }

    private void words(String name, @Nullable String from, String between, @Nullable String to) {
        if (from != null) {
            text.append(name).append(" ".repeat(NAME - name.length()));
            text.append(from).append(between).append(to).append('\n');
        }
    }

    private static @Nullable String plain(@Nullable BigDecimal price) {
        return price == null ? null : price.toPlainString();
    }
}
