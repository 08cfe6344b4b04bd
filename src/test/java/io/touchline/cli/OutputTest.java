package io.touchline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTest {

    private final Path directory;
    private final ByteArrayOutputStream standard = new ByteArrayOutputStream();

    OutputTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void aFileHasItsNameOnlyOnceItIsKept() throws IOException {
        Path file = directory.resolve("l1.csv");

        try (Output output = open(file)) {
            output.stream().write('x');
            assertThat(file).doesNotExist();
            output.keep();
        }

        assertThat(file).hasContent("x");
        assertThat(files()).containsExactly("l1.csv");
    }

    @Test
    void anOldFileStaysUntouchedWhenTheNewOneIsNotKept() throws IOException {
        Path file = Files.writeString(directory.resolve("l1.csv"), "old");

        try (Output output = open(file)) {
            output.stream().write('x');
        }

        assertThat(file).hasContent("old");
        assertThat(files()).containsExactly("l1.csv");
    }

    @Test
    void aLinkStaysALinkAndItsFileIsReplaced() throws IOException {
        Path file = Files.writeString(directory.resolve("l1.csv"), "old");
        Path link = Files.createSymbolicLink(directory.resolve("link"), file);

        try (Output output = open(link)) {
            output.stream().write('x');
            output.keep();
        }

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("x");
    }

    @Test
    void aDirectoryOrAMissingDirectoryIsRefused() {
        assertThatExceptionOfType(OutputFailedException.class).isThrownBy(() -> open(directory));
        assertThatExceptionOfType(OutputFailedException.class)
                .isThrownBy(() -> open(directory.resolve("missing").resolve("l1.csv")))
                .withMessageStartingWith("the output cannot be written: no such directory: ");
    }

    @Test
    void aHyphenIsTheStandardOutput() throws IOException {
        try (Output output = Output.open("-", standard)) {
            output.stream().write('x');
            output.keep();
        }

        assertThat(standard.toString(StandardCharsets.UTF_8)).isEqualTo("x");
        assertThat(files()).isEmpty();
    }

    private Output open(Path file) throws IOException {
        return Output.open(file.toString(), standard);
    }

    private Stream<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
