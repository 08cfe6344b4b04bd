package io.touchline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds out whether a person watches the standard error. Java does not tell; Linux does, and on other systems the progress line has to be
 * asked for.
 */
final class Terminal {

    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private Terminal() {}

    static boolean showsStandardError() {
        return Files.isSymbolicLink(STANDARD_ERROR) && isTerminal(target());
    }

    private static String target() {
        try {
            return Files.readSymbolicLink(STANDARD_ERROR).toString();
        } catch (IOException e) {
            return ""; // nobody knows where it leads: no terminal
        }
    }

    private static boolean isTerminal(String device) {
        return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
    }
}
