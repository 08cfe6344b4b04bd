package io.touchline.cli;

import java.util.Objects;

/** The versions of Touchline, as its jar has it, and of Java. */
final class Version {

    private Version() {}

    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return "touchline " + Objects.requireNonNullElse(version, "(not packaged)") + "\nJava " + Runtime.version()
                + "\n";
    }
}
