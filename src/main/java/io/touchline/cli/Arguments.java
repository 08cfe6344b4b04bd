package io.touchline.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The arguments behind a command's name: options in any order, {@code --name value} or {@code --name=value}, flags without a value, and
 * operands between them; all behind {@code --} are operands.
 *
 * <p>No library reads them, since the one in question took longer to start than a small file takes to be converted.
 */
final class Arguments {

    private static final Map<String, String> SHORT = Map.of("-q", "--quiet", "-h", "--help");

    private final Set<String> options;
    private final Set<String> flags;
    private final Map<String, String> values = new HashMap<>();
    private final List<String> operands = new ArrayList<>();

    private Arguments(Set<String> options, Set<String> flags) {
        this.options = options;
        this.flags = flags;
    }

    /**
     * Reads the arguments behind the first.
     *
     * @param options the names of those that have a value
     * @throws UsageException for an option that is unknown or given twice, that lacks its value, or has one and should not
     */
    static Arguments behindFirst(String[] args, Set<String> options, Set<String> flags) {
        Arguments arguments = new Arguments(options, flags);
        int at = 1;
        while (at < args.length && !args[at].equals("--")) {
            at = arguments.read(args, at);
        }
        arguments.operands.addAll(List.of(args).subList(Math.min(at + 1, args.length), args.length));
        return arguments;
    }

    private int read(String[] args, int at) {
        String arg = args[at];
        int equals = arg.indexOf('=');
        if (!arg.startsWith("-") || arg.equals("-")) {
            operands.add(arg);
        } else if (arg.startsWith("--") && equals > 0) {
            put(known(options, arg.substring(0, equals)), arg.substring(equals + 1));
        } else if (flags.contains(name(arg))) {
            put(name(arg), "");
        } else {
            put(known(options, arg), value(args, at));
            return at + 2;
        }
        return at + 1;
    }

    private static String name(String arg) {
        return SHORT.getOrDefault(arg, arg);
    }

    private String known(Set<String> names, String name) {
        if (!names.contains(name)) {
            throw new UsageException(
                    flags.contains(name) ? "option " + name + ": takes no value" : "unknown option: " + name);
        }
        return name;
    }

    private static String value(String[] args, int option) {
        if (option + 1 == args.length || args[option + 1].startsWith("--")) {
            String found = option + 1 == args.length ? "nothing" : args[option + 1];
            throw new UsageException("option " + args[option] + ": expected a value, found " + found);
        }
        return args[option + 1];
    }

    private void put(String name, String value) {
        if (values.putIfAbsent(name, value) != null) {
            throw new UsageException("option " + name + ": given twice");
        }
    }

    boolean has(String flag) {
        return values.containsKey(flag);
    }

    /** An option's value; null when it is not given. */
    @Nullable
    String text(String option) {
        return values.get(option);
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
        String text = values.get(option);
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
                "option " + option + ": expected a number from " + lowest + " to " + highest + ", found " + text);
    }

    /**
     * The operands, which have to be as many as they have names.
     *
     * @throws UsageException when there are more or fewer
     */
    List<String> operands(String... names) {
        if (operands.size() < names.length) {
            throw new UsageException("expected " + String.join(" and ", names) + ", found " + found());
        }
        if (operands.size() > names.length) {
            throw new UsageException("expected no more than " + String.join(" and ", names) + ", found " + found());
        }
        return operands;
    }

    private String found() {
        return operands.isEmpty() ? "nothing" : String.join(" ", operands);
    }
}
