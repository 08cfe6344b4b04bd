package io.touchline.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The jar as users have it, run in a process of its own, its three streams in files of one directory. */
public final class PackagedJar {

    public static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    static final Path JAR = Path.of("target", "touchline.jar").toAbsolutePath();

    private final Path directory;
    private final Path err;
    private final List<String> jvmOptions = new ArrayList<>();
    private Path out;

    public PackagedJar(Path directory) {
        this.directory = directory;
        out = directory.resolve("stdout");
        err = directory.resolve("stderr");
    }

    public PackagedJar jvm(String option) {
        jvmOptions.add(option);
        return this;
    }

    PackagedJar writingTo(Path file) {
        out = file;
        return this;
    }

    /** Runs it to its end with these bytes as its standard input; answers its exit code. */
    int run(byte[] in, String... args) throws IOException, InterruptedException {
        return run(to -> to.write(in), args);
    }

    int run(Feed in, String... args) throws IOException, InterruptedException {
        Process process = start(args);
        try (OutputStream to = process.getOutputStream()) {
            in.into(to);
        } catch (IOException e) {
            // the process ended before it had read everything, as it does at a row that it cannot read
        }
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("still running after two minutes");
        }
        return process.exitValue();
    }

    public Process start(String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA.toString()));
        command.addAll(jvmOptions);
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
    }

    public String out() throws IOException {
        return Files.readString(out, StandardCharsets.UTF_8);
    }

    String err() throws IOException {
        return Files.readString(err, StandardCharsets.UTF_8);
    }

    /** What writes the standard input. */
    @FunctionalInterface
    interface Feed {
        void into(OutputStream to) throws IOException;
    }
}
