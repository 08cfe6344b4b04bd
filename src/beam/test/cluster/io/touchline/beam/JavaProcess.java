package io.touchline.beam;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of this JDK that a test starts, and that never outlives it; what it prints goes to a file. */
final class JavaProcess implements AutoCloseable {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final int PATIENCE_MINUTES = 5;

    private final Process process;

    private JavaProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts one.
     *
     * @param jvm options of the JVM
     * @param args the main class, and its arguments
     */
    static JavaProcess start(Path log, List<String> jvm, List<String> classPath, List<String> args) throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(jvm);
        command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath), Tether.class.getName()));
        command.addAll(args);
        return new JavaProcess(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
                .start());
    }

    /** A folder for what processes print, which stays when the test is over. */
    static Path logs(String name) throws IOException {
        return Files.createDirectories(Path.of(System.getProperty("touchline.logs"), name));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its end, and answers its exit value. */
    int exit() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES))
                .as("it has ended")
                .isTrue();
        return process.exitValue();
    }

    /** Kills it as {@code kill -9} does, and answers its exit value. */
    int kill() throws InterruptedException {
        process.destroyForcibly();
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
