package io.touchline;

import io.touchline.cli.Commands;
import io.touchline.cli.StandardStreams;
import io.touchline.config.TouchlineService;

/**
 * Where the process starts: a command such as {@code convert}, or the service when no command is named.
 *
 * <p>A command loads nothing of Spring, so that it starts as fast as Java does.
 */
public final class Touchline {

    private static final String SERVE = "serve";

    private Touchline() {}

    public static void main(String[] args) {
        if (startsService(args)) {
            TouchlineService.start(args);
        } else {
            System.exit(Commands.run(StandardStreams.ofProcess(), args));
        }
    }

    /** Whether the arguments are the service's: none, {@code serve}, or first a setting such as {@code --server.port=8081}. */
    static boolean startsService(String... args) {
        return args.length == 0 || args[0].equals(SERVE) || isSetting(args[0]);
    }

    private static boolean isSetting(String arg) {
        return arg.startsWith("--") && (arg.contains(".") || arg.contains("="));
    }
}
