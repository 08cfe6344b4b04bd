package io.touchline.cli;

import io.touchline.generate.GeneratorSettings;
import java.io.IOException;
import java.util.List;
import org.apache.commons.cli.Options;

/** {@code touchline generate}: writes a made-up level-3 stream. */
final class GenerateCommand {

    static final String HELP = """
            Usage: java -jar touchline.jar generate [options] OUT

            Writes a made-up, realistic level-3 stream (CSV): the same bytes for the same options.

              OUT   level 3; - is the standard output; compressed when its name ends in .gz

            Options:
              --rows N                       how many rows, default 100000
              --seed N                       another number is another stream, default 1
              --symbols N                    how many instruments: 1 (default) to 10000; several have a
                                             column of their own
              --depth N                      price levels of each side: 1 to 10000, default 20
              --orders N                     orders that rest in each book, about: twice the depth to
                                             1000000, default 20 times the depth
              --progress auto|always|never   a line with the progress; auto: on a terminal (default)
              -q, --quiet                    no progress; errors are told all the same
              -h, --help                     this text

            Examples:
              java -jar touchline.jar generate --rows 1000000 l3.csv
              java -jar touchline.jar generate --rows 1000000 --depth 500 --orders 200000 deep.csv.gz
              java -jar touchline.jar generate --symbols 50 --seed 2 - | head
            """;

    private static final List<String> NUMBERS = List.of("rows", "seed", "symbols", "depth", "orders");

    private final StandardStreams streams;
    private final Talk talk;
    private final Generation generation;
    private final String out;

    /** @throws UsageException for arguments that cannot be read or make no sense */
    GenerateCommand(StandardStreams streams, String... args) {
        Arguments arguments = Arguments.behindFirst(args, options());
        this.streams = streams;
        talk = new Talk(arguments, streams);
        generation = new Generation(settings(arguments));
        out = arguments.operands("OUT").get(0);
    }

    static Options options() {
        Options options = Talk.options();
        NUMBERS.forEach(name -> options.addOption(null, name, true, null));
        return options;
    }

    private static GeneratorSettings settings(Arguments arguments) {
        GeneratorSettings absent = GeneratorSettings.DEFAULT;
        int depth = arguments.number("depth", absent.depth(), 1, GeneratorSettings.MAX_DEPTH);
        int symbols = arguments.number("symbols", absent.symbols(), 1, GeneratorSettings.MAX_SYMBOLS);
        int orders = arguments.number(
                "orders", GeneratorSettings.defaultOrders(depth), 2 * depth, GeneratorSettings.MAX_ORDERS);
        return new GeneratorSettings(
                arguments.number("rows", absent.rows(), 0L, Long.MAX_VALUE),
                arguments.number("seed", absent.seed(), Long.MIN_VALUE, Long.MAX_VALUE),
                symbols,
                depth,
                orders);
    }

    void run() throws IOException {
        try (Output output = Output.open(out, streams.out())) {
            talk.during(() -> generation.run(output.stream()), generation);
            output.keep();
        }
    }
}
