package io.touchline.convert;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Tells a full disk, or a used up quota, from other failures: the JDK only has the operating system's words for it. */
public final class DiskFull {

    private static final List<String> WORDS =
            List.of("No space left on device", "Disk quota exceeded", "not enough space on the disk");

    private DiskFull() {}

    /** Whether a full disk is behind a failure. */
    public static boolean isCauseOf(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(10)
                .map(each -> String.valueOf(each.getMessage()))
                .anyMatch(message -> WORDS.stream().anyMatch(message::contains));
    }
}
