package io.touchline.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Runs the command that the first argument names. Static. */
public final class Commands {

    private static final String CONVERT = "convert";
    private static final String GENERATE = "generate";
    private static final List<String> HELP = List.of("--help", "-h", "help");
    private static final List<String> VERSION = List.of("--version", "-V");

    private static final String TEXT = """
            Usage: java -jar touchline.jar [convert | generate | serve] ...

            Turns level-3 market data into level-1 quotes.

              convert    converts level 3 (CSV, plain or gzip) to level 1 (CSV)
              generate   writes a made-up, realistic level-3 stream
              serve      starts the HTTP service, as no command at all does; takes settings such
                         as --server.port=8081

              -h, --help      this text; behind a command, its own
              -V, --version   the version

            Examples:
              java -jar touchline.jar convert l3.csv.gz l1.csv
              java -jar touchline.jar generate --rows 1000000 l3.csv
              java -jar touchline.jar serve
            """;

    private Commands() {}

    /** Returns the exit code; whatever went wrong has been told on the standard error, in one line. */
    public static int run(StandardStreams streams, String... args) {
        try {
            dispatch(streams, args);
            return 0;
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            return new Failures(streams.err()).tell(e);
        }
    }

    private static void dispatch(StandardStreams streams, String... args) throws IOException {
        String command = args.length == 0 ? "nothing" : args[0];
        if (VERSION.contains(command)) {
            print(streams, Version.text());
        } else if (HELP.contains(command) || wantsHelp(args)) {
            print(streams, help(command));
        } else if (command.equals(CONVERT)) {
            new ConvertCommand(streams, args).run();
        } else if (command.equals(GENERATE)) {
            new GenerateCommand(streams, args).run();
        } else {
            throw new UsageException("expected one of the commands convert, generate, serve, found " + command);
        }
    }

    private static boolean wantsHelp(String... args) {
        List<String> all = Arrays.asList(args);
        return all.contains("--help") || all.contains("-h");
    }

    private static String help(String command) {
        return switch (command) {
            case CONVERT -> ConvertCommand.HELP;
            case GENERATE -> GenerateCommand.HELP;
            default -> TEXT;
        };
    }

    private static void print(StandardStreams streams, String text) throws IOException {
        streams.out().write(text.getBytes(StandardCharsets.UTF_8));
        streams.out().flush();
    }
}
