package io.touchline.cli;

import io.touchline.convert.BadOptionException;
import io.touchline.convert.Conversion;
import io.touchline.convert.ConversionLimits;
import io.touchline.convert.ConversionOptions;
import io.touchline.convert.ConversionReport;
import io.touchline.convert.Digested;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.Options;

/** {@code touchline convert}: level 3 in, level 1 out. */
final class ConvertCommand {

    static final String HELP = """
            Usage: java -jar touchline.jar convert [options] IN OUT

            Converts level 3 (CSV, plain or gzip) to level 1 (CSV).

              IN    level 3; - is the standard input
              OUT   level 1; - is the standard output; compressed when its name ends in .gz. A file
                    appears when the conversion has succeeded; until then, and after an error, one
                    of that name stays as it was.

            Options:
              --emit packet|change|message   a row per packet (default), only on a change, per message
              --sides any|both               all rows (default), only those with a bid and an ask
              --crossed keep|drop            what becomes of rows whose bid is above their ask
              --window PACKETS               held back to put them into the order of their
                                             sequence numbers: 0 to 1000000, default 4096
              --errors abort|skip            a row that nobody can read ends the conversion (default),
                                             is left out and reported
              --sha256                       report the SHA-256 of input and output
              --progress auto|always|never   a line with the progress; auto: on a terminal (default)
              -q, --quiet                    neither progress nor report; errors are told all the same
              -h, --help                     this text

            Limits:
              --line-bytes N                 bytes of a row, default 65536
              --columns N                    columns, default 256
              --rows N                       rows, default unlimited
              --symbols N                    symbols, default 100000
              --held-rows N                  rows that the window holds back, default 4000000,
                                             or fewer with a small heap
              --resting-orders N             orders that rest in a book, default 2000000, or
                                             fewer with a small heap

            Exit codes: 0, 1 (bad input, a stream that fails), 2 (bad usage).

            Examples:
              java -jar touchline.jar convert l3.csv.gz l1.csv
              java -jar touchline.jar convert --emit change --sides both l3.csv l1.csv
              zstdcat l3.csv.zst | java -jar touchline.jar convert - - | gzip > l1.csv.gz
            """;

    private static final String SHA_256 = "sha256";
    private static final List<String> CHOICES = List.of("emit", "sides", "crossed", "window", "errors");
    private static final List<String> LIMITS =
            List.of("line-bytes", "columns", "rows", "symbols", "held-rows", "resting-orders");

    private final StandardStreams streams;
    private final Talk talk;
    private final boolean sha256;
    private final Conversion conversion;
    private final String in;
    private final String out;

    /** @throws UsageException for arguments that cannot be read or make no sense */
    ConvertCommand(StandardStreams streams, String... args) {
        Arguments arguments = Arguments.behindFirst(args, options());
        this.streams = streams;
        talk = new Talk(arguments, streams);
        sha256 = arguments.has(SHA_256);
        conversion = Conversion.cold(choices(arguments), limits(arguments));
        List<String> files = arguments.operands("IN", "OUT");
        in = files.get(0);
        out = files.get(1);
    }

    static Options options() {
        Options options = Talk.options().addOption(null, SHA_256, false, null);
        CHOICES.forEach(name -> options.addOption(null, name, true, null));
        LIMITS.forEach(name -> options.addOption(null, name, true, null));
        return options;
    }

    private static ConversionOptions choices(Arguments arguments) {
        Map<String, List<String>> texts = new HashMap<>();
        for (String choice : CHOICES) {
            String text = arguments.text(choice);
            if (text != null) {
                texts.put(choice, List.of(text));
            }
        }
        try {
            return ConversionOptions.of(texts);
        } catch (BadOptionException e) {
            throw new UsageException("option --" + e.option() + ": expected " + e.expected() + ", found " + e.found());
        }
    }

    private static ConversionLimits limits(Arguments arguments) {
        ConversionLimits absent = ConversionLimits.DEFAULT;
        return new ConversionLimits(
                arguments.number("line-bytes", absent.lineBytes(), 1, ConversionLimits.MAX_LINE_BYTES),
                arguments.number("columns", absent.columns(), 1, Integer.MAX_VALUE),
                arguments.number("rows", absent.rows(), 1, Long.MAX_VALUE),
                arguments.number("symbols", absent.symbols(), 1, Integer.MAX_VALUE),
                arguments.number("held-rows", absent.heldRows(), 1, Integer.MAX_VALUE),
                arguments.number("resting-orders", absent.restingOrders(), 1, Integer.MAX_VALUE));
    }

    void run() throws IOException {
        checkFiles();
        talk.report(ReportText.of(convert()));
    }

    private void checkFiles() throws IOException {
        Path from = Path.of(in);
        Path to = Path.of(out);
        if (Files.isRegularFile(from) && Files.exists(to) && Files.isSameFile(from, to)) {
            throw new UsageException("IN and OUT are the same file: " + in);
        }
    }

    private ConversionReport convert() throws IOException {
        try (Input input = Input.open(in, streams.in());
                Output output = Output.open(out, streams.out())) {
            ConversionProgress progress = new ConversionProgress(conversion, input.bytes());
            ConversionReport report = talk.during(() -> convert(input.stream(), output.stream()), progress);
            output.keep();
            return report;
        }
    }

    private ConversionReport convert(InputStream from, OutputStream to) throws IOException {
        return sha256 ? Digested.run(conversion, from, to) : conversion.run(from, to);
    }
}
