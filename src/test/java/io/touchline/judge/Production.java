package io.touchline.judge;

import io.touchline.convert.Conversion;
import io.touchline.convert.ConversionLimits;
import io.touchline.convert.ConversionOptions;
import io.touchline.convert.ConversionReport;
import io.touchline.csv.UnreadableInputException;
import io.touchline.csv.UnreadableRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The code under judgement, its answers in the judge's terms. */
final class Production {

    private Production() {}

    static Verdict convert(InputStream l3, ConversionOptions options) throws IOException {
        ByteArrayOutputStream l1 = new ByteArrayOutputStream();
        try {
            ConversionReport report = new Conversion(options, ConversionLimits.DEFAULT).run(l3, l1);
            return verdict(l1.toString(StandardCharsets.UTF_8), report);
        } catch (UnreadableInputException e) {
            return Verdict.refusedAt(refusal(e.row()));
        }
    }

    private static Verdict verdict(String l1, ConversionReport report) {
        return new Verdict(
                l1,
                List.of(),
                report.packets(),
                report.counters(),
                report.skippedRows().stream().map(Production::refusal).toList(),
                report.latePackets(),
                present(report.firstTime(), report.firstSeqNum(), report.lastTime(), report.lastSeqNum()),
                rows(report));
    }

    private static Verdict.Rows rows(ConversionReport report) {
        return new Verdict.Rows(
                report.quotes(),
                texts(report.lowestBid(), report.highestBid()),
                texts(report.lowestAsk(), report.highestAsk()),
                Math.round(report.lockedShare() * report.quotes()),
                Math.round(report.crossedShare() * report.quotes()));
    }

    private static Refusal refusal(UnreadableRow row) {
        return new Refusal(row.line(), row.column());
    }

    private static List<String> present(@Nullable String... texts) {
        return Stream.of(texts)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static List<String> texts(@Nullable BigDecimal lowest, @Nullable BigDecimal highest) {
        return lowest == null || highest == null
                ? List.of()
                : List.of(NaiveTexts.priceText(lowest), NaiveTexts.priceText(highest));
    }
}
