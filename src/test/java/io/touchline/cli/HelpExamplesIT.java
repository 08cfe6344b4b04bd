package io.touchline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs what the help texts tell people to run, in a shell, in a directory that holds the jar and the files that they name. */
class HelpExamplesIT {

    private static final String SERVE = "java -jar touchline.jar serve";
    private static final String STAND_IN = "zstdcat() { cat l3.csv; }\n"; // zstd itself may not be there

    private final Path directory;
    private final PackagedJar jar;

    HelpExamplesIT(@TempDir Path directory) {
        this.directory = directory;
        jar = new PackagedJar(directory);
    }

    @BeforeEach
    void putFiles() throws IOException {
        Path sample = Path.of("http-examples", "l3-sample.csv");
        Files.copy(PackagedJar.JAR, directory.resolve("touchline.jar"));
        Files.copy(sample, directory.resolve("l3.csv"));
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(directory.resolve("l3.csv.gz")))) {
            Files.copy(sample, gzip);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "convert --help", "generate --help"})
    void everyExampleRuns(String help) throws Exception {
        List<String> examples = examples(help.split(" "));

        assertThat(examples).isNotEmpty();
        for (String example : examples) {
            if (!example.equals(SERVE)) {
                assertRuns(example);
            }
        }
    }

    private List<String> examples(String... help) throws Exception {
        assertThat(jar.run(new byte[0], help)).isZero();
        return jar.out()
                .lines()
                .dropWhile(line -> !line.equals("Examples:"))
                .skip(1)
                .map(String::strip)
                .toList();
    }

    private void assertRuns(String example) throws Exception {
        Process process = shell(STAND_IN + example, Map.of());

        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(example).isTrue();
        assertThat(process.exitValue()).as(example).isZero();
        assertThat(directory.resolve("told")).content().as(example).doesNotContain("touchline:");
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void theServiceIsServed() throws Exception {
        assertThat(examples("--help")).contains(SERVE);
        int port = freePort();
        Process service = shell("exec " + SERVE, Map.of("SERVER_PORT", Integer.toString(port)));
        try {
            while (!answers(port)) {
                assertThat(service.waitFor(100, TimeUnit.MILLISECONDS))
                        .as("ended")
                        .isFalse();
            }
        } finally {
            service.destroy();
            service.waitFor();
        }
    }

    private Process shell(String script, Map<String, String> environment) throws IOException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", script)
                .directory(directory.toFile())
                .redirectOutput(directory.resolve("shown").toFile())
                .redirectError(directory.resolve("told").toFile());
        shell.environment().merge("PATH", PackagedJar.JAVA.getParent() + ":", (path, java) -> java + path);
        shell.environment().putAll(environment);
        return shell.start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false; // not yet
        }
    }
}
