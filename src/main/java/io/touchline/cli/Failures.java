package io.touchline.cli;

import io.touchline.convert.InputFailedException;
import io.touchline.csv.UnreadableInputException;
import io.touchline.feed.LimitExceededException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;

/** Tells what went wrong, in one line, and which exit code it has. */
final class Failures {

    private static final int BAD_INPUT = 1;
    private static final int BAD_USAGE = 2;

    private final PrintStream err;

    Failures(PrintStream err) {
        this.err = err;
    }

    /** Returns the exit code. */
    int tell(Throwable e) {
        if (!isBrokenPipe(e)) {
            err.println("touchline: " + message(e));
        }
        if (e instanceof UsageException) {
            err.println("Try: java -jar touchline.jar --help");
            return BAD_USAGE;
        }
        return BAD_INPUT;
    }

    /** Whether whoever read the output has gone, as {@code head} does: nothing that anybody wants to hear of. */
    private static boolean isBrokenPipe(Throwable e) {
        return e instanceof IOException
                && String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("broken pipe");
    }

    private static String message(Throwable e) {
        String message = String.valueOf(e.getMessage());
        if (e instanceof LimitExceededException) {
            return message.replace("touchline.limits.", "--");
        }
        if (e instanceof OutOfMemoryError) {
            return "out of memory: " + message + "; java -Xmx gives more";
        }
        if (isToldAsItIs(e)) {
            return message;
        }
        return e instanceof IOException ? "the output cannot be written: " + message : "an error of Touchline: " + e;
    }

    private static boolean isToldAsItIs(Throwable e) {
        return e instanceof UnreadableInputException
                || e instanceof UsageException
                || e instanceof InputFailedException
                || e instanceof OutputFailedException;
    }
}
