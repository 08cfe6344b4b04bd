package io.touchline.cli;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;
import org.jspecify.annotations.Nullable;

/**
 * The arguments behind a command's name: options in any order, {@code --name value} or {@code --name=value}, flags without a value, and
 * operands between them; all behind {@code --} are operands.
 *
 * <p>Commons CLI reads them, and takes one hyphen before a long name as two. Options are named here without their hyphens.
 */
final class Arguments {

    private final CommandLine line;

    private Arguments(CommandLine line) {
        this.line = line;
    }

    /**
     * Reads the arguments behind the first.
     *
     * @param options each with a long name
     * @throws UsageException for an option that is unknown or given twice, that lacks its value, or has one and should not
     */
    static Arguments behindFirst(String[] args, Options options) {
        try {
            CommandLine line = parser().parse(options, Arrays.copyOfRange(args, 1, args.length));
            checkGivenOnce(line);
            return new Arguments(line);
        } catch (UnrecognizedOptionException e) {
            throw new UsageException("unknown option: " + e.getOption());
        } catch (MissingArgumentException e) {
            throw new UsageException(label(e.getOption().getLongOpt()) + ": expected a value, found none");
        } catch (ParseException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static DefaultParser parser() {
        return DefaultParser.builder()
                .setAllowPartialMatching(false)
                .setStripLeadingAndTrailingQuotes(false)
                .get();
    }

    private static void checkGivenOnce(CommandLine line) {
        Set<String> names = new HashSet<>();
        for (Option option : line.getOptions()) {
            if (!names.add(option.getLongOpt())) {
                throw new UsageException(label(option.getLongOpt()) + ": given twice");
            }
        }
    }

    private static String label(String option) {
        return "option --" + option;
    }

    boolean has(String flag) {
        return line.hasOption(flag);
    }

    /** An option's value; null when it is not given. */
    @Nullable
    String text(String option) {
        return line.getOptionValue(option);
    }

    /** As {@link #number(String, long, long, long)}, for numbers that need no more than 32 bits. */
    int number(String option, int absent, int lowest, int highest) {
        return (int) number(option, (long) absent, lowest, highest);
    }

    /**
     * An option's value as a whole number.
     *
     * @throws UsageException when it is none or out of range
     */
    long number(String option, long absent, long lowest, long highest) {
        String text = text(option);
        if (text == null) {
            return absent;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= lowest && number <= highest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as a number out of range is
        }
        throw new UsageException(
                label(option) + ": expected a number from " + lowest + " to " + highest + ", found " + text);
    }

    /**
     * The operands, which have to be as many as they have names.
     *
     * @throws UsageException when there are more or fewer
     */
    List<String> operands(String... names) {
        List<String> operands = line.getArgList();
        String found = operands.isEmpty() ? "nothing" : String.join(" ", operands);
        if (operands.size() < names.length) {
            throw new UsageException("expected " + String.join(" and ", names) + ", found " + found);
        }
        if (operands.size() > names.length) {
            throw new UsageException("expected no more than " + String.join(" and ", names) + ", found " + found);
        }
        return operands;
    }
}
