package io.touchline.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A disk of a given size for each test, at a directory of its own; skips the test where none can be mounted. */
public final class SmallDisk implements BeforeEachCallback, AfterEachCallback {

    private final String size;
    private Path directory = Path.of("");

    /** A disk whose size is such as {@code 1m}. */
    public SmallDisk(String size) {
        this.size = size;
    }

    public Path directory() {
        return directory;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        directory = Files.createTempDirectory("small-disk-");
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", directory.toString()),
                "skipped: a small disk for this test can only be mounted as root");
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        run("umount", directory.toString());
        Files.delete(directory);
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
