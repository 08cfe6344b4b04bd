package io.touchline.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.cli.Options;

/** What a command tells on the standard error while it works and at its end. */
final class Talk {

    private static final String PROGRESS = "progress";
    private static final String QUIET = "quiet";
    private static final Set<String> CHOICES = Set.of("auto", "always", "never");

    private final StandardStreams streams;
    private final boolean showsProgress;
    private final boolean quiet;

    /** @throws UsageException when the options cannot be read or contradict each other */
    Talk(Arguments arguments, StandardStreams streams) {
        this.streams = streams;
        quiet = arguments.has(QUIET);
        String when =
                Objects.requireNonNullElse(arguments.text(PROGRESS), "auto").toLowerCase(Locale.ROOT);
        check(when);
        showsProgress = when.equals("always") || (when.equals("auto") && !quiet && streams.errIsTerminal());
    }

    /** The options that it reads, for a command to add its own to them. */
    static Options options() {
        return new Options().addOption(null, PROGRESS, true, null).addOption("q", QUIET, false, null);
    }

    private void check(String when) {
        if (!CHOICES.contains(when)) {
            throw new UsageException("option --progress: expected one of auto, always, never, found " + when);
        }
        if (quiet && when.equals("always")) {
            throw new UsageException("options --quiet and --progress always contradict each other");
        }
    }

    /** Does some work, showing its progress if that is wanted. */
    <T> T during(Work<T> work, Progress progress) throws IOException {
        if (!showsProgress) {
            return work.run();
        }
        ProgressLine line = ProgressLine.start(progress, streams.err());
        try {
            return work.run();
        } finally {
            line.close();
        }
    }

    /** Tells a report, if it is wanted. */
    void report(String text) {
        if (!quiet) {
            streams.err().print(text);
            streams.err().flush();
        }
    }

    /** What a command does. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }
}
