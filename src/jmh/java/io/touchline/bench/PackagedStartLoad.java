package io.touchline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * How long a start takes from {@code target/touchline.jar}: as it is, and with an archive of its classes, as README and image do it. The archive is the
 * one of the Java that runs this: class-data sharing before 25, an AOT cache with compact headers of objects from there on.
 */
final class PackagedStartLoad {

    private static final Path JAR = Path.of("target", "touchline.jar").toAbsolutePath();
    private static final boolean HAS_AOT = Runtime.version().feature() >= 25;

    private final Path dir;
    private final BiConsumer<String, Double> figures;

    PackagedStartLoad(Path dir, BiConsumer<String, Double> figures) {
        this.dir = dir;
        this.figures = figures;
    }

    void run() throws IOException, InterruptedException {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException("expected " + JAR + ": package it first");
        }
        try (LoadServer server = LoadServer.packaged(dir.resolve("plain"), JAR)) {
            figures.accept("seconds to ready, jar", server.secondsToReady());
        }
        java(with(
                option("-XX:ArchiveClassesAtExit=", "-XX:AOTCacheOutput="),
                "-Dspring.context.exit=onRefresh",
                "-jar",
                JAR.toString()));
        String[] archived = with(option("-XX:SharedArchiveFile=", "-XX:AOTCache="));
        try (LoadServer server = LoadServer.packaged(dir.resolve("archived"), JAR, archived)) {
            figures.accept("seconds to ready, archive", server.secondsToReady());
        }
    }

    private static String[] with(String archive, String... others) {
        Stream<String> headers = HAS_AOT ? Stream.of("-XX:+UseCompactObjectHeaders") : Stream.of();
        return Stream.concat(Stream.concat(Stream.of(archive), headers), Stream.of(others))
                .toArray(String[]::new);
    }

    private String option(String sharing, String aot) {
        return (HAS_AOT ? aot : sharing) + dir.resolve("archive");
    }

    /** Runs Java to its end, its output into a file beside. */
    private void java(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(LoadServer.JAVA));
        command.addAll(Arrays.asList(arguments));
        Path output = dir.resolve("output.txt");
        int exit = new ProcessBuilder(command)
                .directory(dir.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("expected 0, found " + exit + ": " + Files.readString(output));
        }
    }
}
