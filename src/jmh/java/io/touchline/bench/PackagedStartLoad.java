package io.touchline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/**
 * How long a start takes from {@code target/touchline.jar}: as it is, and with an archive of its classes, as README and image do it. The archive is the
 * one of the Java that runs this: class-data sharing before 25, an AOT cache with compact headers of objects from there on. It is made by a start that is
 * stopped once it is ready.
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
        LoadServer.packaged(
                        dir.resolve("learning"), JAR, with(option("-XX:ArchiveClassesAtExit=", "-XX:AOTCacheOutput=")))
                .stop();
        String[] archived = with(option("-XX:SharedArchiveFile=", "-XX:AOTCache="));
        try (LoadServer server = LoadServer.packaged(dir.resolve("archived"), JAR, archived)) {
            figures.accept("seconds to ready, archive", server.secondsToReady());
        }
    }

    private static String[] with(String archive) {
        return HAS_AOT ? new String[] {archive, "-XX:+UseCompactObjectHeaders"} : new String[] {archive};
    }

    private String option(String sharing, String aot) {
        return (HAS_AOT ? aot : sharing) + dir.resolve("archive");
    }
}
